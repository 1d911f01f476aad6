#include "core/inference/portowner.h"
#include "tests/support/testsupport.h"

#include <array>

#include <csignal>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

/// Listens on a free port of this computer.
class Listener
{
public:
    Listener()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        m_good = bind(m_socket, reinterpret_cast<sockaddr *>(&address), size) == 0 && listen(m_socket, 1) == 0 &&
                 getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size) == 0;
        m_port = ntohs(address.sin_port);
    }
    ~Listener() { end(); }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    void end()
    {
        if (m_socket >= 0)
            close(m_socket);
        m_socket = -1;
    }
    bool isGood() const { return m_good; }
    int port() const { return m_port; }

private:
    int m_socket = socket(AF_INET, SOCK_STREAM, 0);
    bool m_good = false;
    int m_port = 0;
};

/// Shares what this process has open, until it goes.
class Worker
{
public:
    Worker() : m_pid(fork())
    {
        if (m_pid == 0) {
            for (;;)
                pause();
        }
    }
    ~Worker() { end(); }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void end()
    {
        if (m_pid <= 0)
            return;
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
        m_pid = -1;
    }
    qint64 pid() const { return m_pid; }

private:
    pid_t m_pid;
};

} // namespace

/// Who is named as the owner of a port.
class TestPortOwner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyListens()
    {
        Listener listener;
        QVERIFY(listener.isGood());
        QVERIFY(!isPortFree(listener.port()));
        QVERIFY(findFreePort(listener.port()) > listener.port());
        listener.end();
        QVERIFY(isPortFree(listener.port()));
        QVERIFY(!findPortOwner(listener.port()));
    }

    void theSearchBegins_data()
    {
        QTest::addColumn<QByteArray>("set");
        QTest::addColumn<int>("from");
        QTest::newRow("nothing set") << QByteArray() << 5001;
        QTest::newRow("set") << QByteArray("20040") << 20040;
        QTest::newRow("the first of a user's own") << QByteArray("1024") << 1024;
        QTest::newRow("root's") << QByteArray("80") << 5001;
        QTest::newRow("too high") << QByteArray("65536") << 5001;
        QTest::newRow("a word") << QByteArray("high") << 5001;
    }
    void theSearchBegins()
    {
        QFETCH(QByteArray, set);
        QFETCH(int, from);
        qputenv("MOORING_FIRST_PORT", set);
        QCOMPARE(firstPort(), from);
    }

    void theServerInAnyOrder()
    {
        QCOMPARE(serverAmong({}), 0);
        QCOMPARE(serverAmong({{9999, 1}, {10001, 9999}}), 9999);
        QCOMPARE(serverAmong({{10001, 9999}, {9999, 1}, {10002, 9999}}), 9999); // as names are sorted
        QCOMPARE(serverAmong({{12, 11}, {11, 10}, {10, 1}}), 10);
        QCOMPARE(serverAmong({{10001, 9999}}), 10001); // the server itself has ended
    }

    /// Each of them holds the socket; whoever is killed by this number must not be one that is replaced.
    void aServerIsNamedAndNotItsWorkers()
    {
        Listener listener;
        std::array<Worker, 3> workers;
        const auto owner = findPortOwner(listener.port());
        QVERIFY(owner);
        QCOMPARE(owner->pid, qint64(getpid()));
        QVERIFY(owner->command.contains(u"tst_portowner"_s));
        listener.end();
        workers[0].end();
        workers[1].end();
        const auto left = findPortOwner(listener.port());
        QVERIFY(left);
        QCOMPARE(left->pid, workers[2].pid());
    }
};

QTEST_GUILESS_MAIN(TestPortOwner)
#include "tst_portowner.moc"
