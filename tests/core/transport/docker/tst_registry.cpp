#include "core/base/redactor.h"
#include "core/transport/docker/registryauth.h"
#include "tests/support/dockerbench.h"
#include "tests/support/sshserver.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QProcess>
#include <QTcpSocket>
#include <QTest>

#include <sys/stat.h>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Signing in to registries: what the docker command has stored, a helper, and a real registry with a password.
class TestRegistry : public QObject
{
    Q_OBJECT
    QTemporaryDir m_config;
    std::unique_ptr<DockerBench> m_bench;
    std::unique_ptr<QProcess> m_registry;
    quint16 m_port = 0;

    void config(const QByteArray &json) const
    {
        QFile file(m_config.filePath(u"config.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
    }
    void helper(const QString &name, const QByteArray &script) const
    {
        const QString path = m_config.filePath(u"bin/docker-credential-"_s + name);
        QDir().mkpath(m_config.filePath(u"bin"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script);
        file.close();
        QCOMPARE(chmod(qPrintable(path), 0755), 0);
    }
    QString image(const QString &name) const { return u"127.0.0.1:%1/%2"_s.arg(m_port).arg(name); }
    QByteArray header(const QString &user, const QByteArray &word) const
    {
        return registryAuthHeader({u"127.0.0.1:%1"_s.arg(m_port), user, word, false});
    }

private Q_SLOTS:
    void init()
    {
        qunsetenv("DOCKER_AUTH_CONFIG");
        QFile::remove(m_config.filePath(u"config.json"_s));
    }

    void namesOfImages_data()
    {
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("registry");
        QTest::newRow("hub") << u"busybox:1"_s << u"docker.io"_s;
        QTest::newRow("hub, user") << u"me/box"_s << u"docker.io"_s;
        QTest::newRow("host") << u"ghcr.io/a/b:2"_s << u"ghcr.io"_s;
        QTest::newRow("port") << u"127.0.0.1:5000/x"_s << u"127.0.0.1:5000"_s;
        QTest::newRow("localhost") << u"localhost/x"_s << u"localhost"_s;
    }
    void namesOfImages()
    {
        QFETCH(QString, image);
        QTEST(registryOfImage(image), "registry");
    }

    void imagesOfADockerfile()
    {
        QCOMPARE(imagesOfDockerfile("ARG V=1\nFROM --platform=linux/amd64 a:1 AS build\nRUN echo FROM x\nFROM build\n"
                                    "from b/c\nFROM scratch\nFROM d:$V\nFROM a:1\n"),
                 (QStringList{u"a:1"_s, u"b/c"_s}));
        QCOMPARE(imagesOfDockerfile(""), QStringList());
    }

    void whatIsStored_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("registry");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QByteArray>("secret");
        const QByteArray pair = QByteArray("me:pass:word").toBase64();
        QTest::newRow("plain") << "{\"auths\":{\"r.example\":{\"auth\":\"" + pair + "\"}}}" << u"r.example"_s << u"me"_s
                               << "pass:word"_ba;
        QTest::newRow("with a scheme") << "{\"auths\":{\"https://r.example/v2/\":{\"auth\":\"" + pair + "\"}}}"
                                       << u"r.example"_s << u"me"_s << "pass:word"_ba;
        QTest::newRow("hub") << "{\"auths\":{\"https://index.docker.io/v1/\":{\"auth\":\"" + pair + "\"}}}"
                             << u"docker.io"_s << u"me"_s << "pass:word"_ba;
        QTest::newRow("another") << "{\"auths\":{\"q.example\":{\"auth\":\"" + pair + "\"}}}" << u"r.example"_s
                                 << QString() << ""_ba;
        QTest::newRow("token") << "{\"auths\":{\"r.example\":{\"identitytoken\":\"tok-en-1\"}}}"_ba << u"r.example"_s
                               << QString() << "tok-en-1"_ba;
        QTest::newRow("no base64") << "{\"auths\":{\"r.example\":{\"auth\":\"%%%\"}}}"_ba << u"r.example"_s << QString()
                                   << ""_ba;
        QTest::newRow("wrong type") << "{\"auths\":[1]}"_ba << u"r.example"_s << QString() << ""_ba;
        QTest::newRow("cut off") << "{\"auths\":{"_ba << u"r.example"_s << QString() << ""_ba;
        QTest::newRow("empty") << ""_ba << u"r.example"_s << QString() << ""_ba;
    }
    void whatIsStored()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, registry);
        QFETCH(QString, user);
        QFETCH(QByteArray, secret);
        config(json);
        const auto found = findRegistryAuth(registry, m_config.path(), {});
        MOORING_OK(found);
        QCOMPARE(found->has_value(), !secret.isEmpty());
        if (*found) {
            QCOMPARE((*found)->user, user);
            QCOMPARE((*found)->secret, secret);
            QVERIFY(!Redactor::instance().redact("x " + secret + " y").contains(secret));
        }
        qputenv("DOCKER_AUTH_CONFIG", json); // the same from the variable
        QFile::remove(m_config.filePath(u"config.json"_s));
        const auto again = findRegistryAuth(registry, m_config.path(), {});
        MOORING_OK(again);
        QCOMPARE(again->has_value(), !secret.isEmpty());
    }

    void helpers()
    {
        helper(u"good"_s,
               "read server\n[ \"$1\" = get ] || exit 2\n"
               "printf '{\"ServerURL\":\"%s\",\"Username\":\"<token>\",\"Secret\":\"of %s\"}' $server $server\n");
        helper(u"empty"_s, "echo 'credentials not found in native keychain'; exit 1\n");
        helper(u"locked"_s, "echo 'the keychain is locked' >&2; exit 1\n");
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(m_config.filePath(u"bin"_s)) + ':' + path);
        const QByteArray stored = ",\"auths\":{\"r.example\":{\"auth\":\"" + QByteArray("a:stored").toBase64() + "\"}}";
        const auto find = [this] { return findRegistryAuth(u"r.example"_s, m_config.path(), {}); };
        config("{\"credsStore\":\"good\"" + stored + "}");
        const auto token = find();
        config("{\"credsStore\":\"locked\",\"credHelpers\":{\"r.example\":\"good\"}}");
        const auto own = find();
        config("{\"credsStore\":\"empty\"" + stored + "}");
        const auto fallen = find();
        config("{\"credsStore\":\"locked\"" + stored + "}");
        const auto locked = find();
        config("{\"credsStore\":\"nosuch\"}");
        const auto missing = find();
        config("{\"credsStore\":\"../../bin/sh\"}");
        const auto hostile = find();
        qputenv("PATH", path);
        MOORING_OK(token);
        QVERIFY(*token && (*token)->isToken);
        QCOMPARE((*token)->secret, "of r.example"_ba);
        MOORING_OK(own);
        QVERIFY(own->has_value());
        MOORING_OK(fallen);
        QCOMPARE((*fallen)->secret, "stored"_ba);
        QCOMPARE(locked.error().code, u"docker.helperFailed"_s);
        QVERIFY(locked.error().cause.contains(u"locked"_s));
        QCOMPARE(missing.error().code, u"docker.helperMissing"_s);
        QCOMPARE(hostile.error().code, u"docker.helperMissing"_s);
    }

    /// A registry of our own on the loopback.
    void pulls()
    {
        MOORING_NEEDS(DockerBench::possible(), "a Docker engine needs root, docker.io and busybox");
        MOORING_NEEDS(!findProgram(u"docker-registry"_s).isEmpty() && !findProgram(u"htpasswd"_s).isEmpty(),
                      "docker-registry is not installed");
        QVERIFY(DockerBench::enterOwnNetwork());
        m_bench = std::make_unique<DockerBench>();
        QVERIFY2(m_bench->start(), m_bench->log());
        QVERIFY(m_bench->makeBox());
        m_port = freePort();
        m_bench->write(
            u"registry.yml"_s,
            "version: 0.1\nstorage:\n  filesystem:\n    rootdirectory: " + m_bench->path(u"registry"_s).toUtf8() +
                "\nhttp:\n  addr: 127.0.0.1:" + QByteArray::number(m_port) +
                "\nauth:\n  htpasswd:\n    realm: r\n    path: " + m_bench->path(u"htpasswd"_s).toUtf8() + "\n");
        QVERIFY(m_bench->shell(u"printf 'good-word' | htpasswd -iBc htpasswd me"_s).succeeded());
        m_registry = std::make_unique<QProcess>();
        m_registry->setStandardErrorFile(m_bench->path(u"registry.log"_s));
        m_registry->start(u"docker-registry"_s, {u"serve"_s, m_bench->path(u"registry.yml"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(([this] {
                                     QTcpSocket socket;
                                     socket.connectToHost(u"127.0.0.1"_s, m_port);
                                     return socket.waitForConnected(500);
                                 }()),
                                 20000);
        const auto pushed = m_bench->shell(u"echo good-word | docker login -u me --password-stdin 127.0.0.1:%1\n"
                                           "docker tag box:1 127.0.0.1:%1/box:1\ndocker push -q 127.0.0.1:%1/box:1\n"
                                           "docker rmi 127.0.0.1:%1/box:1"_s.arg(m_port));
        QVERIFY2(pushed.succeeded(), pushed.errors);
        const auto engine = m_bench->engine();
        QVERIFY(engine);
        QStringList words;
        qint64 most = 0;
        const auto onProgress = [&](const DockerEngine::PullProgress &now) {
            if (!now.text.isEmpty())
                words << now.text;
            most = std::max(most, now.total);
            QVERIFY(now.done >= 0 && now.done <= now.total);
        };
        const auto pull = [&](const QString &name, const QByteArray &auth) {
            return engine->pull(image(name), auth, onProgress, {});
        };
        QCOMPARE(pull(u"box:1"_s, {}).error().code, u"docker.denied"_s);
        QCOMPARE(pull(u"box:1"_s, header(u"me"_s, "bad-word")).error().code, u"docker.denied"_s);
        QCOMPARE(pull(u"box:2"_s, header(u"me"_s, "good-word")).error().code, u"docker.imageMissing"_s);
        QCOMPARE(pull(u"none"_s, header(u"me"_s, "good-word")).error().code, u"docker.imageMissing"_s);
        // What docker login stored is found as the docker command finds it.
        const auto stored = findRegistryAuth(u"127.0.0.1:%1"_s.arg(m_port), m_bench->path(u"config"_s), {});
        MOORING_OK(stored);
        QVERIFY(stored->has_value());
        QCOMPARE((*stored)->secret, "good-word"_ba);
        QVERIFY(m_bench->shell(u"docker rmi box:1"_s).succeeded()); // so that there is something to pull
        words.clear();
        MOORING_OK(pull(u"box:1"_s, registryAuthHeader(**stored)));
        QVERIFY2(words.join(u'\n').contains(u"Pulling from box"_s), qPrintable(words.join(u'\n')));
        MOORING_OK(engine->get("/images/" + DockerEngine::encoded(image(u"box:1"_s)) + "/json", {}));
        // Nobody at the other end.
        m_registry->terminate();
        QVERIFY(m_registry->waitForFinished(10000));
        QCOMPARE(pull(u"box:3"_s, {}).error().code, u"docker.noNetwork"_s);
        CancelToken canceled;
        canceled.cancel();
        QCOMPARE(engine->pull(image(u"box:1"_s), {}, onProgress, canceled).error().kind, ErrorKind::Canceled);
    }

    void cleanupTestCase()
    {
        if (m_registry && m_registry->state() != QProcess::NotRunning) {
            m_registry->terminate();
            m_registry->waitForFinished(10000);
        }
        m_bench.reset();
    }
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
