#include "core/base/files.h"
#include "tests/support/dockerbench.h"
#include "tests/support/testsupport.h"

#include <QProcess>
#include <QTest>

#include <sched.h>
#include <unistd.h>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The second implementation of the API: podman's service, with storage of its own.
class TestPodman : public QObject
{
    Q_OBJECT
    DockerBench m_bench; // its folder and box; its engine is never started
    QProcess m_service;
    std::shared_ptr<DockerEngine> m_engine;

    QByteArray logOf(const QString &id) const
    {
        QByteArray text;
        const auto read = m_engine->logs(id, true, [&](const QByteArray &bytes) { return text += bytes, true; }, {});
        return read ? text : read.error().text().toUtf8();
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(geteuid() == 0 && !findProgram(u"podman"_s).isEmpty() && !findProgram(u"runc"_s).isEmpty(),
                      "podman needs root, and is not installed");
        MOORING_NEEDS(!findProgram(u"busybox"_s).isEmpty(), "busybox is not installed");
        QVERIFY(DockerBench::enterOwnNetwork());
        qunsetenv("DOCKER_HOST");
        qunsetenv("DOCKER_CONTEXT");
        m_bench.write(u"containers.conf"_s, "[containers]\ndefault_ulimits=[\"nofile=1024:1024\",\"nproc=1024:1024\"]\n"
                                            "[engine]\nruntime=\"runc\"\ncgroup_manager=\"cgroupfs\"\n");
        m_bench.write(u"storage.conf"_s, "[storage]\ndriver=\"vfs\"\nrunroot=\"" + m_bench.path(u"run"_s).toUtf8() +
                                             "\"\ngraphroot=\"" + m_bench.path(u"graph"_s).toUtf8() + "\"\n");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"CONTAINERS_CONF"_s, m_bench.path(u"containers.conf"_s));
        environment.insert(u"CONTAINERS_STORAGE_CONF"_s, m_bench.path(u"storage.conf"_s));
        environment.insert(u"TMPDIR"_s, m_bench.path({}));
        m_service.setProcessEnvironment(environment);
        m_service.setProcessChannelMode(QProcess::MergedChannels);
        m_service.setStandardOutputFile(m_bench.path(u"log"_s));
        m_service.start(u"podman"_s, {u"system"_s, u"service"_s, u"--time"_s, u"0"_s, m_bench.host()});
        QVERIFY(m_service.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT((m_engine = m_bench.engine()) || m_service.state() == QProcess::NotRunning, 60000);
        QVERIFY2(m_engine, m_bench.log());
        QVERIFY2(m_bench.makeBox(), m_bench.log());
    }

    void isToldFromDocker()
    {
        const auto opened = DockerEngine::open(m_bench.search(), {});
        MOORING_OK(opened);
        QVERIFY((*opened)->isPodman());
        QCOMPARE(probeDocker(m_bench.search(), 5s, {}).isPodman, true);
    }

    void buildsAndRuns()
    {
        TarStream tar;
        tar.addBytes("Dockerfile", "FROM docker.io/library/box:1\nCOPY a /a\nRUN cat /a\nCMD [\"cat\", \"/a\"]\n");
        tar.addBytes("a", "text of a\n");
        QByteArray text;
        const auto built = m_engine->build("t=made:1", tar, [&](const QByteArray &part) { text += part; }, {});
        QVERIFY2(built.ok(), built.ok() ? "" : qPrintable(built.error().text() + QString::fromUtf8(text)));
        QVERIFY2(text.contains("text of a"), text);
        const auto made = m_engine->post("/containers/create?name=pod",
                                         {{"Image", toStd(*built)}, {"HostConfig", {{"NetworkMode", "none"}}}}, {});
        MOORING_OK(made);
        const QString id = stringAt(*made, "Id");
        MOORING_OK(m_engine->post("/containers/" + id.toLatin1() + "/start", {}, {}));
        QCOMPARE(logOf(id), QByteArray("text of a\n"));
        MOORING_OK(m_engine->remove("/containers/" + id.toLatin1() + "?force=1&v=1", {}));
        QCOMPARE(m_engine->get("/containers/" + id.toLatin1() + "/json", {}).error().code, u"docker.notFound"_s);
    }

    void aBuildThatFails()
    {
        TarStream tar;
        tar.addBytes("Dockerfile", "FROM docker.io/library/box:1\nRUN cat /no/such/file\n");
        QByteArray text;
        const auto built = m_engine->build("t=bad:1", tar, [&](const QByteArray &part) { text += part; }, {});
        QVERIFY(!built);
        QCOMPARE(built.error().code, u"docker.buildFailed"_s);
    }

    /// Its times are whole seconds: many lines have the same.
    void manyLinesWithinASecond()
    {
        const auto made = m_engine->post("/containers/create",
                                         {{"Image", "docker.io/library/box:1"},
                                          {"Cmd", {"sh", "-c", "seq 3000; echo last >&2"}},
                                          {"HostConfig", {{"NetworkMode", "none"}}}},
                                         {});
        MOORING_OK(made);
        const QString id = stringAt(*made, "Id");
        MOORING_OK(m_engine->post("/containers/" + id.toLatin1() + "/start", {}, {}));
        const QByteArray log = logOf(id);
        QCOMPARE(log.count('\n'), qsizetype(3001));
        QVERIFY2(log.startsWith("1\n2\n3\n"), log.left(100));
        MOORING_OK(m_engine->remove("/containers/" + id.toLatin1() + "?force=1&v=1", {}));
    }

    void cleanupTestCase()
    {
        if (m_service.state() == QProcess::NotRunning)
            return;
        m_service.terminate();
        if (!m_service.waitForFinished(20000))
            m_service.kill();
        m_service.waitForFinished(5000);
    }
};

QTEST_GUILESS_MAIN(TestPodman)
#include "tst_podman.moc"
