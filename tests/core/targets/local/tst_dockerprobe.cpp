#include "core/targets/local/localrungs.h"
#include "core/transport/docker/dockerprobe.h"
#include "core/transport/http/socketstream.h"
#include "tests/support/testsupport.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <atomic>
#include <poll.h>
#include <sys/fsuid.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

/// A Unix socket whose answer the test chooses. Accepts until it dies; without an answer it accepts and says nothing.
class FakeSocket
{
public:
    FakeSocket(const QString &path, std::function<QByteArray(const QByteArray &request)> answer, bool accepts = true)
        : m_answer(std::move(answer))
    {
        m_fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, path.toUtf8().constData(), sizeof address.sun_path);
        if (bind(m_fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 || listen(m_fd, 8) != 0)
            qFatal("no socket");
        if (accepts)
            m_thread = std::thread([this] { serve(); });
    }
    ~FakeSocket()
    {
        m_isDone = true;
        if (m_thread.joinable())
            m_thread.join();
        for (const int peer : m_held)
            close(peer);
        close(m_fd);
    }

private:
    void serve()
    {
        while (!m_isDone) {
            pollfd waiting{m_fd, POLLIN, 0};
            if (poll(&waiting, 1, 20) <= 0)
                continue;
            const int peer = accept(m_fd, nullptr, nullptr);
            std::array<char, 4096> buffer;
            const auto n = m_answer ? read(peer, buffer.data(), buffer.size()) : 0;
            if (!m_answer) {
                m_held.push_back(peer);
                continue;
            }
            const QByteArray text = m_answer(QByteArray(buffer.data(), qsizetype(n)));
            (void)!::send(peer, text.constData(), size_t(text.size()), MSG_NOSIGNAL);
            close(peer);
        }
    }

    std::function<QByteArray(const QByteArray &)> m_answer;
    int m_fd = -1;
    std::vector<int> m_held;
    std::atomic<bool> m_isDone = false;
    std::thread m_thread;
};

QByteArray engine(const QByteArray &request)
{
    if (request.startsWith("GET /_ping "))
        return "HTTP/1.0 200 OK\r\n\r\nOK";
    return "HTTP/1.0 200 OK\r\nContent-Type: "
           "application/json\r\n\r\n{\"Version\":\"20.10.24\",\"ApiVersion\":\"1.41\"}";
}

QByteArray podman(const QByteArray &request)
{
    return request.startsWith("GET /_ping ") ? QByteArray("HTTP/1.0 200 OK\r\n\r\nOK")
                                             : QByteArray("HTTP/1.0 200 "
                                                          "OK\r\n\r\n{\"Version\":\"4.3.1\",\"ApiVersion\":\"1.41\","
                                                          "\"Components\":[{\"Name\":\"Podman Engine\"}]}");
}

/// While it lives, files are opened as nobody would open them.
class AsNobody
{
public:
    AsNobody()
    {
        setfsgid(65534);
        setfsuid(65534);
    }
    ~AsNobody()
    {
        setfsuid(0);
        setfsgid(0);
    }
};

} // namespace

class TestDockerProbe : public QObject
{
    Q_OBJECT
    QByteArray m_path = qgetenv("PATH");
    std::unique_ptr<QTemporaryDir> m_folder;
    DockerSearch m_search;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    DockerFinding probe(int limitMs = 3000, const CancelToken &cancel = {})
    {
        return probeDocker(m_search, std::chrono::milliseconds(limitMs), cancel);
    }
    RungResult rung(int limitMs = 3000)
    {
        test::RecordingContext context;
        return dockerRung([this] { return m_search; }, std::chrono::milliseconds(limitMs)).run(Json::object(), context);
    }
    void makeProgram(const QString &name)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    }
    void makeContext(const QString &name, const QByteArray &meta)
    {
        const QString folder =
            path(u"contexts/meta/"_s +
                 QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex()));
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + u"/meta.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(meta);
    }
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_search = {path(u"docker.sock"_s), m_folder->path(), {path(u"other.sock"_s)}, {}};
        qputenv("PATH", m_folder->path().toUtf8());
        qunsetenv("DOCKER_HOST");
        qunsetenv("DOCKER_CONTEXT");
    }
    void cleanup() { qputenv("PATH", m_path); }

    void running()
    {
        FakeSocket socket(path(u"docker.sock"_s), engine);
        const auto finding = probe();
        QCOMPARE(finding.state, DockerState::Running);
        QCOMPARE(finding.version, u"20.10.24"_s);
        QCOMPARE(rung().verdict, Verdict::Passed);
        QCOMPARE(rung().answered, u"20.10.24, API 1.41"_s);
        QCOMPARE(toBytes(rung().facts["docker"]), QByteArray("true"));
    }

    void notInstalled()
    {
        QCOMPARE(probe().state, DockerState::NotInstalled);
        QCOMPARE(rung().verdict, Verdict::Skipped);
        QCOMPARE(rung().answered, u"not installed"_s);
        QCOMPARE(rung().fix, u"sudo apt-get install docker.io"_s);
        QVERIFY(rung().fixIsCommand);
        makeProgram(u"docker"_s);
        QVERIFY(probe().hasClient);
        QCOMPARE(probe().state, DockerState::NotInstalled);
    }

    void installedButNotRunning()
    {
        makeProgram(u"dockerd"_s);
        QCOMPARE(probe().state, DockerState::NotRunning);
        QCOMPARE(rung().verdict, Verdict::Warned);
        QVERIFY(rung().fix.contains(u"start docker"_s) || rung().fix.contains(u"docker start"_s));
        QCOMPARE(toBytes(rung().facts["docker"]), QByteArray("false"));
    }

    void aSocketThatNobodyHolds()
    {
        {
            FakeSocket gone(path(u"docker.sock"_s), engine);
        } // the file stays
        makeProgram(u"dockerd"_s);
        QCOMPARE(probe().state, DockerState::NotRunning);
    }

    void noRight()
    {
        FakeSocket socket(path(u"docker.sock"_s), engine);
        if (geteuid() == 0) {
            QVERIFY(chmod(path(u"docker.sock"_s).toUtf8().constData(), 0660) == 0);
            QVERIFY(chmod(m_folder->path().toUtf8().constData(), 0755) == 0);
            const AsNobody nobody;
            QCOMPARE(probe().state, DockerState::NoRight);
            const auto result = rung();
            QCOMPARE(result.verdict, Verdict::Failed);
            QVERIFY2(result.fix.startsWith(u"sudo usermod -aG docker "_s), qPrintable(result.fix));
            QVERIFY(result.answered.contains(u"docker.sock"_s));
        } else {
            QVERIFY(chmod(path(u"docker.sock"_s).toUtf8().constData(), 0) == 0);
            QCOMPARE(probe().state, DockerState::NoRight);
        }
    }

    void groupOfTheSocket()
    {
        MOORING_NEEDS(geteuid() == 0, "only root gives files to other groups");
        FakeSocket socket(path(u"docker.sock"_s), engine);
        const gid_t tty = 5; // fixed on Debian
        QVERIFY(chown(path(u"docker.sock"_s).toUtf8().constData(), 0, tty) == 0);
        QVERIFY(chmod(path(u"docker.sock"_s).toUtf8().constData(), 0660) == 0);
        QVERIFY(chmod(m_folder->path().toUtf8().constData(), 0755) == 0);
        const AsNobody nobody;
        QCOMPARE(probe().socketGroup, u"tty"_s);
        QCOMPARE(rung().fix, u"sudo usermod -aG tty root"_s);
    }

    void hung_data()
    {
        QTest::addColumn<bool>("accepts");
        QTest::newRow("accepts and is silent") << true;
        QTest::newRow("never accepts") << false;
    }
    void hung()
    {
        QFETCH(bool, accepts);
        FakeSocket socket(path(u"docker.sock"_s), {}, accepts);
        QElapsedTimer timer;
        timer.start();
        const auto result = rung(400);
        QVERIFY(timer.elapsed() < 3000);
        QVERIFY(timer.elapsed() >= 390);
        QCOMPARE(result.verdict, Verdict::Warned);
        QVERIFY2(result.answered.contains(u"0.4 s"_s), qPrintable(result.answered));
        QVERIFY(result.facts["docker"].is_null());
        QCOMPARE(stringAt(result.facts, "dockerState"), u"hung"_s);
    }

    void aFullQueueIsNotAnAnswer()
    {
        FakeSocket socket(path(u"docker.sock"_s), {}, false);
        std::vector<int> fillers;
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, path(u"docker.sock"_s).toUtf8().constData(), sizeof address.sun_path);
        for (int i = 0; i < 32; ++i) {
            fillers.push_back(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
            (void)!::connect(fillers.back(), reinterpret_cast<sockaddr *>(&address), sizeof address);
        }
        QCOMPARE(probe(300).state, DockerState::Hung);
        for (const int fd : fillers)
            close(fd);
    }

    void cancelInterrupts()
    {
        FakeSocket socket(path(u"docker.sock"_s), {});
        CancelToken cancel;
        std::thread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            cancel.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(probe(30000, cancel).state, DockerState::NotLookedAt);
        later.join();
        QVERIFY(timer.elapsed() < 10000);
    }

    void anotherSocketInUse()
    {
        FakeSocket socket(path(u"other.sock"_s), podman);
        const auto finding = probe();
        QCOMPARE(finding.state, DockerState::RunningElsewhere);
        QVERIFY(finding.isPodman);
        QCOMPARE(finding.otherHost, u"unix://"_s + path(u"other.sock"_s));
        const auto result = rung();
        QCOMPARE(result.verdict, Verdict::Warned);
        QVERIFY(result.fix.startsWith(u"export DOCKER_HOST='unix://"_s) ||
                result.fix.startsWith(u"export DOCKER_HOST=unix://"_s));
    }

    void hostFromTheEnvironment()
    {
        FakeSocket socket(path(u"mine.sock"_s), engine);
        qputenv("DOCKER_HOST", "unix://" + path(u"mine.sock"_s).toUtf8());
        const auto finding = probe();
        QCOMPARE(finding.state, DockerState::Running);
        QCOMPARE(finding.endpoint.source, u"DOCKER_HOST"_s);

        qputenv("DOCKER_HOST", "tcp://10.0.0.1:2375");
        QCOMPARE(probe().state, DockerState::NotLookedAt);
        QCOMPARE(rung().verdict, Verdict::Skipped);
        QVERIFY(rung().facts["docker"].is_null());
    }

    void contexts()
    {
        FakeSocket socket(path(u"rootless.sock"_s), engine);
        makeContext(
            u"rootless"_s,
            toBytes(Json{{"Name", "rootless"},
                         {"Endpoints", {{"docker", {{"Host", "unix://" + toStd(path(u"rootless.sock"_s))}}}}}}));
        qputenv("DOCKER_CONTEXT", "rootless");
        QCOMPARE(probe().state, DockerState::Running);
        QCOMPARE(probe().endpoint.source, u"context rootless"_s);

        qunsetenv("DOCKER_CONTEXT");
        QFile config(path(u"config.json"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write(R"({"currentContext":"rootless"})");
        config.close();
        QCOMPARE(probe().state, DockerState::Running);
        qputenv("DOCKER_CONTEXT", "default"); // comes before the file
        QCOMPARE(probe().state, DockerState::NotInstalled);
    }

    void badContexts_data()
    {
        QTest::addColumn<QByteArray>("meta"); // empty: no file
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("truncated") << QByteArray("{\"Endpoints\":{\"do");
        QTest::newRow("wrong type") << QByteArray(R"({"Endpoints":[]})");
        QTest::newRow("no host") << QByteArray(R"({"Endpoints":{"docker":{}}})");
    }
    void badContexts()
    {
        QFETCH(QByteArray, meta);
        FakeSocket socket(path(u"docker.sock"_s), engine); // never quietly the default
        if (!meta.isEmpty())
            makeContext(u"lost"_s, meta);
        qputenv("DOCKER_CONTEXT", "lost");
        QCOMPARE(probe().state, DockerState::Broken);
        QVERIFY(probe().problem.contains(u"lost"_s));
    }

    void badAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("closes at once") << QByteArray();
        QTest::newRow("other protocol") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
        QTest::newRow("no status") << QByteArray("HTTP/1.0 abc\r\n\r\n{}");
        QTest::newRow("error") << QByteArray("HTTP/1.0 500 Oops\r\n\r\n{\"message\":\"oops\"}");
        QTest::newRow("truncated JSON") << QByteArray("HTTP/1.0 200 OK\r\n\r\n{\"Version\":\"2");
        QTest::newRow("wrong type") << QByteArray("HTTP/1.0 200 OK\r\n\r\n{\"Version\":7}");
        QTest::newRow("list") << QByteArray("HTTP/1.0 200 OK\r\n\r\n[1]");
        QTest::newRow("endless") << QByteArray("HTTP/1.0 200 OK\r\n\r\n") + QByteArray(2'000'000, 'x');
    }
    void badAnswers()
    {
        QFETCH(QByteArray, answer);
        FakeSocket socket(path(u"docker.sock"_s), [answer](const QByteArray &) { return answer; });
        QCOMPARE(probe().state, DockerState::Broken);
        QCOMPARE(rung().verdict, Verdict::Failed);
        QVERIFY(rung().answered.size() < 1000);
    }

    void aPathThatIsTooLong()
    {
        const auto answer = SocketStream::connectUnix(QString(200, u'x'), std::chrono::seconds(1), {});
        QCOMPARE(answer.error().code, u"socket.failed"_s);
    }
};

QTEST_GUILESS_MAIN(TestDockerProbe)
#include "tst_dockerprobe.moc"
