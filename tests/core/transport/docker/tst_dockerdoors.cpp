#include "core/transport/ssh/sshdialer.h"
#include "tests/support/dockerbench.h"
#include "tests/support/remotemachine.h"
#include "tests/support/testsupport.h"

#include <QCryptographicHash>
#include <QTest>

#include <sys/stat.h>
#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The ways to a real engine: TCP with TLS, and SSH through a real sshd.
class TestDockerDoors : public QObject
{
    Q_OBJECT
    std::unique_ptr<DockerBench> m_bench;
    std::unique_ptr<RemoteMachine> m_machine;
    quint16 m_port = 0;

    QString tcp(const QString &host = u"127.0.0.1"_s) const { return u"tcp://%1:%2"_s.arg(host).arg(m_port); }
    DockerSearch search() const
    {
        DockerSearch found = m_bench->search();
        found.rules.dialSsh = [this](const QString &text, const CancelToken &cancel) { return dial(text, cancel); };
        return found;
    }
    Result<std::shared_ptr<SshConnection>> dial(const QString &text, const CancelToken &cancel) const
    {
        const auto address = SshAddress::parse(text);
        if (!address)
            return address.error();
        SshHop hop;
        hop.host = address->host;
        hop.port = address->port;
        hop.user = address->user;
        hop.trustName = hop.host;
        hop.trustPort = hop.port;
        SshSignIn signIn;
        signIn.method = SshSignIn::Method::KeyFile;
        signIn.keyFile = m_machine->key.file;
        return SshDialer::dial({{hop}, {}, {}}, signIn, m_machine->trust, cancel);
    }
    static QStringList others(const Error &error)
    {
        QStringList list;
        if (error.detail.contains("others")) {
            for (const Json &each : error.detail["others"])
                list << fromStd(each.get<std::string>());
        }
        return list;
    }
    /// A context as the docker command writes it.
    void makeContext(const QString &name, const QString &host, bool withTls, bool skips = false) const
    {
        const QString hash =
            QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex());
        m_bench->write(u"config/contexts/meta/%1/meta.json"_s.arg(hash),
                       toBytes(Json{{"Name", toStd(name)},
                                    {"Metadata", Json::object()},
                                    {"Endpoints", {{"docker", {{"Host", toStd(host)}, {"SkipTLSVerify", skips}}}}}}));
        if (withTls)
            (void)m_bench->shell(u"mkdir -p config/contexts/tls/%1/docker && cp tls/ca.pem tls/cert.pem tls/key.pem "
                                 "config/contexts/tls/%1/docker/"_s.arg(hash));
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(DockerBench::possible(), "a Docker engine needs root, docker.io and busybox");
        MOORING_NEEDS(SshServer::available(), "openssh-server is not installed");
        QVERIFY(DockerBench::enterOwnNetwork());
        m_bench = std::make_unique<DockerBench>();
        m_machine = std::make_unique<RemoteMachine>();
        m_port = freePort();
        const auto made = m_bench->shell(
            u"mkdir -p tls && cd tls\n"
            "openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj /CN=ca 2>/dev/null\n"
            "cp ca.pem real.pem; cp ca.key real.key\n"
            "sign() {\n"
            "  openssl req -newkey rsa:2048 -nodes -keyout $1.key -out $1.csr -subj /CN=$1 2>/dev/null\n"
            "  printf '%s\\n' \"$2\" > $1.ext\n"
            "  openssl x509 -req -in $1.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile $1.ext "
            "-out $1.pem 2>/dev/null\n"
            "}\n"
            "sign server subjectAltName=IP:127.0.0.1; sign client extendedKeyUsage=clientAuth\n"
            "cp client.pem cert.pem; cp client.key key.pem\n"
            "mkdir ../other && cd ../other\n"
            "openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj /CN=ca 2>/dev/null\n"
            "cp ../tls/cert.pem ../tls/key.pem .\n"
            "mkdir ../nokey && cp ../tls/ca.pem ../nokey\n"_s);
        QVERIFY2(made.succeeded(), made.errors);
        QVERIFY2(
            m_bench->start({u"--host="_s + tcp(), u"--tlsverify"_s, u"--tlscacert="_s + m_bench->path(u"tls/ca.pem"_s),
                            u"--tlscert="_s + m_bench->path(u"tls/server.pem"_s),
                            u"--tlskey="_s + m_bench->path(u"tls/server.key"_s)}),
            m_bench->log());
        QVERIFY(m_bench->makeBox());
        QVERIFY(chmod(qPrintable(m_bench->path(u"d.sock"_s)), 0666) == 0);
        QVERIFY(chmod(qPrintable(m_bench->path({})), 0755) == 0);
        m_machine->server.configure(u"SetEnv PATH=/usr/bin:/bin"_s);
        QVERIFY2(m_machine->start(), qPrintable(m_machine->server.log()));
    }
    void init()
    {
        for (const char *name :
             {"DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CERT_PATH", "DOCKER_TLS_VERIFY", "DOCKER_TLS"})
            qunsetenv(name);
    }

    void tlsByVariables()
    {
        qputenv("DOCKER_HOST", tcp().toUtf8());
        qputenv("DOCKER_TLS_VERIFY", "1");
        qputenv("DOCKER_CERT_PATH", m_bench->path(u"tls"_s).toUtf8());
        const auto engine = DockerEngine::open(search(), {});
        MOORING_OK(engine);
        QVERIFY((*engine)->door().isOnThisComputer());
        const auto images = (*engine)->get("/images/json", {});
        MOORING_OK(images);
        QCOMPARE(images->size(), size_t(1));
        // Large both ways: an archive in, its log out.
        const auto made = (*engine)->post(
            "/containers/create", {{"Image", "box:1"}, {"Cmd", {"sh", "-c", "cat /big | wc -c; seq 100000"}}}, {});
        MOORING_OK(made);
        const QString id = stringAt(*made, "Id");
        TarStream tar;
        tar.addBytes("big", QByteArray(3000000, 'x'));
        MOORING_OK((*engine)->putArchive(id, "/", tar, {}));
        MOORING_OK((*engine)->post("/containers/" + id.toLatin1() + "/start", {}, {}));
        QByteArray text;
        MOORING_OK((*engine)->logs(id, true, [&](const QByteArray &bytes) { return text += bytes, true; }, {}));
        QVERIFY(text.startsWith("3000000\n1\n2\n"));
        QVERIFY(text.endsWith("\n99999\n100000\n"));
        QCOMPARE(text.count('\n'), qsizetype(100001));
    }

    void tlsByContext()
    {
        makeContext(u"far"_s, tcp(), true);
        m_bench->write(u"config/config.json"_s, "{\"currentContext\":\"far\"}");
        const auto engine = DockerEngine::open(search(), {});
        QFile::remove(m_bench->path(u"config/config.json"_s));
        MOORING_OK(engine);
        QCOMPARE((*engine)->door().host(), tcp());
        DockerSearch chosen = search(); // by its name, in Mooring
        chosen.chosen = u"far"_s;
        qputenv("DOCKER_HOST", "unix:///nowhere");
        MOORING_OK(DockerEngine::open(chosen, {}));
    }

    void whatIsNotUsed_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QByteArray>("verify");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("inner");
        QTest::newRow("no TLS") << u"127.0.0.1"_s << ""_ba
                                << ""_ba << u"docker.plainTcp"_s << QString();
        QTest::newRow("another authority") << u"127.0.0.1"_s << "other"_ba
                                           << "1"_ba << u"docker.remoteFailed"_s << u"tls.notTrusted"_s;
        QTest::newRow("another name") << u"localhost"_s << "tls"_ba
                                      << "1"_ba << u"docker.remoteFailed"_s << u"tls.notTrusted"_s;
        QTest::newRow("no certificate of ours") << u"127.0.0.1"_s << "nokey"_ba
                                                << "1"_ba << u"docker.remoteFailed"_s << u"tls.refused"_s;
        QTest::newRow("no files") << u"127.0.0.1"_s << "nothing"_ba
                                  << "1"_ba << u"docker.remoteFailed"_s << u"tls.notTrusted"_s;
    }
    void whatIsNotUsed()
    {
        QFETCH(QString, host);
        QFETCH(QByteArray, folder);
        QFETCH(QByteArray, verify);
        QFETCH(QString, code);
        QFETCH(QString, inner);
        qputenv("DOCKER_HOST", tcp(host).toUtf8());
        if (!verify.isEmpty())
            qputenv("DOCKER_TLS_VERIFY", verify);
        if (!folder.isEmpty())
            qputenv("DOCKER_CERT_PATH", m_bench->path(QString::fromLatin1(folder)).toUtf8());
        const auto engine = DockerEngine::open(search(), {});
        QVERIFY(!engine);
        QCOMPARE(engine.error().code, code);
        QCOMPARE(stringAt(engine.error().detail, "code"), inner);
        QCOMPARE(others(engine.error()), QStringList(m_bench->host())); // named, and not used
        QVERIFY2(engine.error().fix.contains(m_bench->host()), qPrintable(engine.error().fix));
    }

    void withoutTlsWhereItIsAllowed()
    {
        const quint16 nobody = freePort();
        qputenv("DOCKER_HOST", u"tcp://127.0.0.1:%1"_s.arg(nobody).toUtf8());
        DockerSearch allowed = search();
        QCOMPARE(DockerEngine::open(allowed, {}).error().code, u"docker.plainTcp"_s);
        allowed.rules.plainTcpHost = u"tcp://127.0.0.1:%1"_s.arg(nobody);
        const auto tried = DockerEngine::open(allowed, {});
        QVERIFY(!tried);
        QCOMPARE(stringAt(tried.error().detail, "code"), u"socket.refused"_s);
        makeContext(u"unchecked"_s, tcp(), true, true); // SkipTLSVerify is no better
        qunsetenv("DOCKER_HOST");
        qputenv("DOCKER_CONTEXT", "unchecked");
        QCOMPARE(DockerEngine::open(search(), {}).error().code, u"docker.plainTcp"_s);
    }

    void notAnAddress_data()
    {
        QTest::addColumn<QString>("host");
        for (const char *host :
             {"http://x", "tcp://", "ssh://", "ssh://u:pw@h", "ssh://h/a;b", "ssh://h/$(id)", "unix:"})
            QTest::newRow(host) << QString::fromLatin1(host);
    }
    void notAnAddress()
    {
        QFETCH(QString, host);
        DockerSearch chosen = search();
        chosen.chosen = host;
        const auto engine = DockerEngine::open(chosen, {});
        QVERIFY(!engine);
        QVERIFY2(engine.error().code == u"docker.badHost" || engine.error().code == u"docker.badContext",
                 qPrintable(engine.error().code));
    }

    void overSsh()
    {
        DockerSearch far = search();
        far.chosen = u"ssh://%1@127.0.0.1:%2%3"_s.arg(m_machine->user())
                         .arg(m_machine->server.port())
                         .arg(m_bench->path(u"d.sock"_s));
        const auto engine = DockerEngine::open(far, {});
        MOORING_OK(engine);
        QVERIFY(!(*engine)->door().isOnThisComputer());
        TarStream tar;
        tar.addBytes("Dockerfile", "FROM box:1\nCOPY big /big\nRUN wc -c /big\n");
        tar.addBytes("big", QByteArray(20000000, 'x'));
        QByteArray text;
        const auto built = (*engine)->build("t=far", tar, [&](const QByteArray &part) { text += part; }, {});
        MOORING_OK(built);
        QVERIFY2(text.contains("20000000"), text);
        const auto made = (*engine)->post("/containers/create",
                                          {{"Image", "box:1"}, {"Cmd", {"sh", "-c", "seq 20000; sleep 1000"}}}, {});
        MOORING_OK(made);
        const QString id = stringAt(*made, "Id");
        MOORING_OK((*engine)->post("/containers/" + id.toLatin1() + "/start", {}, {}));
        // Followed while others ask; a cancel ends it at once.
        CancelToken stop;
        QByteArray log;
        Result<> followed;
        std::thread follower([&] {
            followed = (*engine)->logs(
                id, true,
                [&](const QByteArray &bytes) {
                    log += bytes;
                    if (log.endsWith("\n20000\n"))
                        stop.cancel();
                    return true;
                },
                stop);
        });
        bool allAnswered = true;
        for (int i = 0; i < 5; ++i)
            allAnswered = (*engine)->get("/containers/json", {}).ok() && allAnswered;
        follower.join();
        QVERIFY(allAnswered);
        QVERIFY(!followed);
        QCOMPARE(followed.error().kind, ErrorKind::Canceled);
        QCOMPARE(log.count('\n'), qsizetype(20000));
        MOORING_OK((*engine)->remove("/containers/" + id.toLatin1() + "?force=1", {}));
    }

    void overSshWithoutAnEngine()
    {
        DockerSearch far = search();
        far.chosen = u"ssh://%1@127.0.0.1:%2/nowhere.sock"_s.arg(m_machine->user()).arg(m_machine->server.port());
        const auto none = DockerEngine::open(far, {});
        QVERIFY(!none);
        QCOMPARE(none.error().code, u"docker.remoteFailed"_s);
        QCOMPARE(stringAt(none.error().detail, "code"), u"docker.noBridge"_s);
        QVERIFY2(none.error().cause.contains(u"nowhere.sock"_s), qPrintable(none.error().cause));
        QCOMPARE(others(none.error()), QStringList(m_bench->host()));
        m_machine->server.authorizeNobody();
        far.chosen = u"ssh://%1@127.0.0.1:%2"_s.arg(m_machine->user()).arg(m_machine->server.port());
        const auto refused = DockerEngine::open(far, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::SignIn);
    }

    void cleanupTestCase()
    {
        m_bench.reset();
        m_machine.reset();
    }
};

QTEST_GUILESS_MAIN(TestDockerDoors)
#include "tst_dockerdoors.moc"
