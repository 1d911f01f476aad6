#include "core/base/files.h"
#include "core/base/process.h"
#include "core/transport/docker/dockerengine.h"
#include "core/transport/docker/dockerignore.h"
#include "tests/support/dockerframe.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>

#include <atomic>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// A daemon that answers each request with what the test says, then closes.
class FakeDaemon
{
public:
    using Answer = std::function<QByteArray(const QByteArray &request, int number)>;
    FakeDaemon(const QString &path, Answer answer) : m_answer(std::move(answer))
    {
        m_fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, path.toUtf8().constData(), sizeof address.sun_path);
        if (bind(m_fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 || listen(m_fd, 8) != 0)
            qFatal("no socket");
        m_thread = std::thread([this] { serve(); });
    }
    ~FakeDaemon()
    {
        m_isDone = true;
        m_thread.join();
        close(m_fd);
    }

private:
    void serve()
    {
        for (int number = 0; !m_isDone;) {
            pollfd waiting{m_fd, POLLIN, 0};
            if (poll(&waiting, 1, 20) <= 0)
                continue;
            const int peer = accept(m_fd, nullptr, nullptr);
            std::array<char, 65536> buffer;
            QByteArray request;
            while (!request.contains("\r\n\r\n")) {
                const auto n = read(peer, buffer.data(), buffer.size());
                if (n <= 0)
                    break;
                request.append(buffer.data(), n);
            }
            const QByteArray answer = m_answer(request, number++);
            for (qsizetype at = 0; at < answer.size();) {
                const auto n = send(peer, answer.constData() + at, size_t(answer.size() - at), MSG_NOSIGNAL);
                if (n <= 0)
                    break;
                at += n;
            }
            shutdown(peer, SHUT_WR);
            pollfd rest{peer, POLLIN, 0};
            while (poll(&rest, 1, 1000) > 0 && read(peer, buffer.data(), buffer.size()) > 0) {
            }
            close(peer);
        }
    }

    Answer m_answer;
    int m_fd;
    std::atomic<bool> m_isDone{false};
    std::thread m_thread;
};

QByteArray ok(const QByteArray &body) { return "HTTP/1.1 200 OK\r\n\r\n" + body; }

} // namespace

/// Streams of a daemon that may be anything.
class TestDockerStreams : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    QString socketPath() const { return m_folder.filePath(u"s"_s); }
    DockerEngine engine() const
    {
        return DockerEngine(*makeDockerDoor({u"unix://"_s + socketPath(), {}}, {}), u"1.41"_s, false);
    }

private Q_SLOTS:
    void cleanup() { QFile::remove(socketPath()); }

    void framesSplitAtEveryByte()
    {
        const QByteArray stream = frame(1, "one\n") + frame(2, "") + frame(2, "two") + frame(1, QByteArray(70000, 'x'));
        for (const qsizetype piece : {qsizetype(1), qsizetype(3), qsizetype(9), stream.size()}) {
            DockerFrames frames;
            QByteArray out, errors;
            for (qsizetype i = 0; i < stream.size(); i += piece) {
                const QByteArray part = stream.mid(i, piece);
                const auto fed =
                    frames.feed({part.constData(), size_t(part.size())}, [&](int number, std::string_view text) {
                        (number == 2 ? errors : out).append(text.data(), qsizetype(text.size()));
                        return true;
                    });
                MOORING_OK(fed);
            }
            QVERIFY(frames.isAtBoundary());
            QCOMPARE(errors, QByteArray("two"));
            QCOMPARE(out, "one\n" + QByteArray(70000, 'x'));
        }
    }
    void framesOfNonsense()
    {
        for (const QByteArray &bad :
             {QByteArray("HTTP/1.1"), QByteArray("\x09\0\0\0\0\0\0\1", 8), QByteArray("\1\1\0\0\0\0\0\1", 8)}) {
            DockerFrames frames;
            const auto fed =
                frames.feed({bad.constData(), size_t(bad.size())}, [](int, std::string_view) { return true; });
            QVERIFY(!fed);
            QCOMPARE(fed.error().code, u"docker.badStream"_s);
        }
        DockerFrames huge; // claims 4 GiB: nothing is taken for it before it comes
        const QByteArray head("\1\0\0\0\xff\xff\xff\xff", 8);
        MOORING_OK(huge.feed({head.constData(), 8}, [](int, std::string_view) { return true; }));
        QVERIFY(!huge.isAtBoundary());
    }
    void linesSplitAtEveryByte()
    {
        const QByteArray stream = "{\"a\":1}\r\n{\"a\":2}\n\n{\"a\":3}";
        for (const qsizetype piece : {qsizetype(1), qsizetype(4), stream.size()}) {
            DockerLines lines;
            QList<int> seen;
            const auto onLine = [&seen](const Json &line) -> Result<bool> {
                seen << int(intAt(line, "a"));
                return true;
            };
            for (qsizetype i = 0; i < stream.size(); i += piece) {
                const QByteArray part = stream.mid(i, piece);
                MOORING_OK(lines.feed({part.constData(), size_t(part.size())}, onLine));
            }
            MOORING_OK(lines.end(onLine));
            QCOMPARE(seen, (QList<int>{1, 2, 3}));
        }
    }
    void linesOfNonsense()
    {
        const auto onLine = [](const Json &) -> Result<bool> { return true; };
        for (const std::string &bad : {std::string(2 << 20, 'x'), std::string("not json\n"), std::string("[1]\n"),
                                       "{\"a\":" + std::string(100000, '[') + std::string(100000, ']') + "}\n"}) {
            DockerLines lines;
            const auto fed = lines.feed(bad, onLine);
            QVERIFY(!fed);
            QCOMPARE(fed.error().code, u"docker.badStream"_s);
        }
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("code");
        QTest::newRow("not found") << QByteArray("HTTP/1.1 404 Not Found\r\n\r\n{\"message\":\"no such\"}")
                                   << u"docker.notFound"_s;
        QTest::newRow("conflict") << QByteArray("HTTP/1.1 409 Conflict\r\n\r\n{\"message\":\"in use\"}")
                                  << u"docker.conflict"_s;
        QTest::newRow("plain text") << QByteArray("HTTP/1.1 400 Bad\r\n\r\nclient version 1.1 is too old")
                                    << u"docker.refused"_s;
        QTest::newRow("wrong type") << QByteArray("HTTP/1.1 500 Oops\r\n\r\n[7]") << u"docker.refused"_s;
        QTest::newRow("no JSON") << ok("<html>") << u"docker.badStream"_s;
        QTest::newRow("no HTTP") << QByteArray("hello\n") << u"socket.badAnswer"_s;
    }
    void refusals()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, code);
        FakeDaemon daemon(socketPath(), [answer](const QByteArray &, int) { return answer; });
        const auto got = engine().get("/x", {});
        QVERIFY(!got);
        QCOMPARE(got.error().code, code);
    }

    void builds_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QString>("cause");
        const QByteArray step = "{\"stream\":\"Step 1/1 : FROM x\"}\r\n";
        QTest::newRow("built") << step + "{\"aux\":{\"ID\":\"sha256:abc\"}}\r\n" << QString();
        QTest::newRow("error inside a 200")
            << step + "{\"errorDetail\":{\"code\":7,\"message\":\"RUN failed\"},\"error\":\"old words\"}"
            << u"RUN failed"_s;
        QTest::newRow("old error") << QByteArray("{\"error\":\"words\"}") << u"words"_s;
        QTest::newRow("error after the id")
            << QByteArray("{\"aux\":{\"ID\":\"sha256:abc\"}}\n{\"error\":\"late\"}") << u"late"_s;
        QTest::newRow("no id") << step << u"The engine ended the build without an image."_s;
        QTest::newRow("nothing") << QByteArray() << u"The engine ended the build without an image."_s;
    }
    void builds()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QString, cause);
        FakeDaemon daemon(socketPath(), [stream](const QByteArray &, int) { return ok(stream); });
        TarStream tar;
        tar.addBytes("Dockerfile", "FROM x\n");
        QByteArray text;
        const auto built = engine().build("t=a", tar, [&text](const QByteArray &part) { text += part; }, {});
        QCOMPARE(built.ok(), cause.isEmpty());
        if (built)
            QCOMPARE(*built, u"sha256:abc"_s);
        else
            QCOMPARE(built.error().cause, cause);
    }

    /// The connection breaks in the middle: no line twice, none missing, also where several have the same time.
    void logsGoOnAfterABreak()
    {
        const QByteArray a = "2026-11-24T10:00:00.000000001Z first\n", b = "2026-11-24T10:00:00.000000002Z second\n";
        const QByteArray c = "2026-11-24T10:00:00.000000002Z third\n", d = "2026-11-24T10:00:01.000000000Z fourth\n";
        QByteArray asked;
        FakeDaemon daemon(socketPath(), [&](const QByteArray &request, int number) -> QByteArray {
            if (request.contains("/json"))
                return ok(number < 3 ? "{\"Config\":{\"Tty\":false},\"State\":{\"Running\":true}}"
                                     : "{\"Config\":{\"Tty\":false},\"State\":{\"Running\":false}}");
            if (number == 1)
                return ok(frame(1, a) + frame(1, b) + frame(1, c).left(20));
            asked = request;
            return ok(frame(1, a) + frame(1, b) + frame(1, c) + frame(1, d));
        });
        QByteArray text;
        MOORING_OK(engine().logs(u"abc"_s, true,
                                 [&text](const QByteArray &part) {
                                     text += part;
                                     return true;
                                 },
                                 {}));
        QCOMPARE(text, QByteArray("first\nsecond\nthird\nfourth\n"));
        QVERIFY2(asked.contains("&since=") && asked.contains(".000000001"), asked);
    }

    void tarIsReadByTar()
    {
        QTemporaryDir folder;
        MOORING_OK(writeFileAtomically(folder.filePath(u"in/a b.txt"_s).replace(u"in/"_s, QString()), "text"));
        QDir(folder.path()).mkpath(u"deep/er"_s);
        MOORING_OK(writeFileAtomically(folder.filePath(u"deep/er/big"_s), QByteArray(700000, 'x')));
        QVERIFY(QFile::link(u"a b.txt"_s, folder.filePath(u"link"_s)));
        QCOMPARE(mkfifo(QFile::encodeName(folder.filePath(u"fifo"_s)).constData(), 0600), 0);
        TarStream tar;
        tar.addBytes("Dockerfile", "FROM x\n");
        MOORING_OK(tar.addTree("code", folder.path(), [](const QString &path) { return path == u"left.out"; }));
        tar.addBytes(QByteArray(180, 'n'), "long name");
        QByteArray bytes;
        while (true) {
            const auto piece = tar.next();
            MOORING_OK(piece);
            if (piece->isEmpty())
                break;
            bytes += *piece;
        }
        QVERIFY(bytes.startsWith("Dockerfile")); // no header of another kind before it
        QCOMPARE(bytes[156], '0');
        Command list;
        list.program = u"tar"_s;
        list.arguments = QStringList{u"-tf"_s, u"-"_s};
        list.input = bytes;
        const auto listed = runCommand(list, {});
        MOORING_OK(listed);
        QVERIFY2(listed->succeeded(), listed->errors);
        for (const char *name : {"Dockerfile", "code/a b.txt", "code/deep/er/big", "code/link"})
            QVERIFY2(listed->output.contains(name), listed->output);
        QVERIFY(listed->output.contains(QByteArray(180, 'n')));
        QVERIFY(!listed->output.contains("fifo"));
    }

    void ignoreRules_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("out");
        const auto row = [](const char *rules, const char *path, bool out) {
            QTest::addRow("%s for %s", QByteArray(rules).replace(QByteArray("\n"), QByteArray(" then ")).constData(),
                          path)
                << QByteArray(rules) << QString::fromLatin1(path) << out;
        };
        row("data", "data", true);
        row("data", "data/a/b", true);
        row("data", "more/data", false); // from the root alone
        row("**/data", "more/data/x", true);
        row("*.csv", "a.csv", true);
        row("*.csv", "d/a.csv", false);
        row("**/*.csv", "d/e/a.csv", true);
        row("/a/", "a/b", true);
        row("a*\n!ab", "ab", false);
        row("a*\n!ab\nab", "ab", true);
        row("# a\n\n  b  ", "b", true);
        row("# a", "a", false);
        row("a?c", "abc", true);
        row("a[0-9]", "a7", true);
        row("a.b", "axb", false);
        row("", "a", false);
    }
    void ignoreRules()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QString, path);
        QFETCH(bool, out);
        QCOMPARE(DockerIgnore::parse(rules).leavesOut(path), out);
    }

    void theEngineThatWasChosenIsNotReplaced()
    {
        QTemporaryDir other;
        const QString path = other.filePath(u"d.sock"_s);
        FakeDaemon daemon(path, [](const QByteArray &request, int) {
            return request.contains("/_ping") ? ok("OK") : ok("{\"Version\":\"20.10\",\"ApiVersion\":\"1.41\"}");
        });
        const DockerSearch search{path, m_folder.filePath(u"config"_s), {}, {}};
        qputenv("DOCKER_HOST", "unix:///no/such/docker.sock");
        const auto refused = DockerEngine::open(search, {});
        qunsetenv("DOCKER_HOST");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"docker.elsewhere"_s);
        QCOMPARE(refused.error().kind, ErrorKind::NotReachable);
        QVERIFY(refused.error().message.contains(path));
        const auto opened = DockerEngine::open(search, {});
        MOORING_OK(opened);
        QCOMPARE((*opened)->apiVersion(), u"1.41"_s);
    }
};

QTEST_GUILESS_MAIN(TestDockerStreams)
#include "tst_dockerstreams.moc"
