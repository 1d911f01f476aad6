#include "core/base/files.h"
#include "core/environments/containerplan.h"
#include "core/runs/runfolder.h"
#include "tests/support/dockerbench.h"
#include "tests/support/runbench.h"

#include <QDir>
#include <QFileInfo>

#include <csignal>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// Runs in containers whose engine stops, dies and comes back: what is told afterwards is what happened.
class TestContainerEnds : public QObject
{
    Q_OBJECT
    std::unique_ptr<DockerBench> m_engine;

    static RunSettings inImage(const RunBench &bench)
    {
        RunSettings settings = bench.settings(u"s.sh"_s);
        settings.environment = {EnvironmentChoice::Kind::Image, u"box:1"_s};
        return settings;
    }
    QByteArray containersOf(const QString &id) const
    {
        return m_engine->shell(u"docker ps -aq --filter label=org.mooring_workbench.run="_s + id).output.trimmed();
    }
    static QString gapIn(const QByteArray &log)
    {
        int expected = 1;
        for (const QByteArray &line : log.split('\n')) {
            if (line.isEmpty() || line == "over")
                continue;
            if (line.toInt() != expected)
                return u"%1 instead of %2"_s.arg(QString::fromUtf8(line)).arg(expected);
            ++expected;
        }
        return {};
    }
    static constexpr char kCounts[] = "i=0\nwhile [ $i -lt 300 ]; do i=$((i+1)); echo $i; sleep 0.03; done\n"
                                      "echo done > outputs/done.txt\necho over\nexit 4\n";

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("DOCKER_CONTEXT");
        MOORING_NEEDS(DockerBench::possible(), "a Docker engine needs root, docker.io and busybox");
        QVERIFY(DockerBench::enterOwnNetwork());
        m_engine = std::make_unique<DockerBench>();
        qputenv("DOCKER_HOST", m_engine->host().toUtf8());
        QVERIFY2(m_engine->start({u"--live-restore"_s}), m_engine->log());
        QVERIFY(m_engine->makeBox());
    }

    /// With live-restore the container goes on; its log has every line, those printed while there was no engine too.
    void theEngineIsKilledAndComesBack()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, kCounts);
        const auto run = bench.submit(inImage(bench));
        MOORING_OK(run);
        QVERIFY(bench.waitForLog(run->id, "\n10\n", 60000));
        m_engine->kill();
        QCOMPARE(bench.service.refresh(run->id, {})->state, RunState::Running);
        const qsizetype atDeath = bench.log(run->id).size();
        QTRY_VERIFY_WITH_TIMEOUT(bench.log(run->id).size() > atDeath, 10000); // it goes on without an engine
        QVERIFY2(m_engine->start({u"--live-restore"_s}), m_engine->log());
        const RunRecord ended = bench.waitForEnd(run->id, 60000);
        QCOMPARE(ended.state, RunState::Failed);
        QCOMPARE(ended.exitCode, std::optional(4));
        const QByteArray log = bench.log(run->id);
        QCOMPARE(gapIn(log), QString());
        QVERIFY2(log.endsWith("\n300\nover\n"), log.right(200));
        QCOMPARE(readWholeFile(RunFolder(bench.host->runsFolder(), run->id).file(u"outputs/done.txt")).valueOr({}),
                 "done\n"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(containersOf(run->id), QByteArray(), 10000);
    }

    /// The container ends while there is no engine: its end is told when there is one again.
    void itEndsWithoutAnEngine()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "echo ready\nsleep 3\necho over\nexit 6\n");
        const auto run = bench.submit(inImage(bench));
        MOORING_OK(run);
        QVERIFY(bench.waitForLog(run->id, "ready", 60000));
        m_engine->kill();
        QVERIFY(bench.waitForLog(run->id, "over", 20000));
        QCOMPARE(bench.service.refresh(run->id, {})->state, RunState::Running); // nobody can say how it ended
        QVERIFY2(m_engine->start({u"--live-restore"_s}), m_engine->log());
        const RunRecord ended = bench.waitForEnd(run->id, 60000);
        QCOMPARE(ended.state, RunState::Failed);
        QCOMPARE(ended.exitCode, std::optional(6));
        QTRY_COMPARE_WITH_TIMEOUT(containersOf(run->id), QByteArray(), 10000);
    }

    /// Without live-restore a restart ends the container, and the run with it.
    void aRestartEndsIt()
    {
        m_engine->stop();
        QVERIFY2(m_engine->start(), m_engine->log());
        RunBench bench;
        bench.write(u"s.sh"_s, "echo ready\nwhile :; do sleep 1; done\n");
        const auto run = bench.submit(inImage(bench));
        MOORING_OK(run);
        QVERIFY(bench.waitForLog(run->id, "ready", 60000));
        m_engine->stop();
        QVERIFY2(m_engine->start(), m_engine->log());
        const RunRecord ended = bench.waitForEnd(run->id, 60000);
        QCOMPARE(ended.state, RunState::Failed);
        QVERIFY(ended.exitCode.value_or(0) != 0);
        QTRY_COMPARE_WITH_TIMEOUT(containersOf(run->id), QByteArray(), 10000);
        QCOMPARE(RunBench::processesOf(run->id), QStringList());
    }

    void whoOwnsTheOutputs()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "id -u\nmkdir -p outputs/deep\necho x > outputs/deep/file\n");
        const auto run = bench.submit(inImage(bench));
        MOORING_OK(run);
        QCOMPARE(bench.waitForEnd(run->id, 60000).state, RunState::Completed);
        QCOMPARE(bench.log(run->id), QByteArray::number(geteuid()) + '\n');
        const QFileInfo made(RunFolder(bench.host->runsFolder(), run->id).file(u"outputs/deep/file"));
        QCOMPARE(made.ownerId(), uint(geteuid()));
    }

    /// No GPU is here: the engine's refusal shows that one was asked for, and the run says so.
    void aGpuIsAskedFor()
    {
        RunBench bench({}, [](const RunSettings &settings, RunHost &host, JobContext &context) {
            auto plan = planContainer(settings.environment.value, host, context.cancelToken());
            if (plan)
                plan->gpus = true;
            return plan;
        });
        bench.write(u"s.sh"_s, "echo never\n");
        const auto run = bench.submit(inImage(bench));
        MOORING_OK(run);
        QCOMPARE(bench.waitForEnd(run->id, 60000).state, RunState::Failed);
        QVERIFY2(bench.log(run->id).contains("could not select device driver"), bench.log(run->id));
        QVERIFY(!bench.log(run->id).contains("never"));
        QTRY_COMPARE_WITH_TIMEOUT(containersOf(run->id), QByteArray(), 10000);
    }

    void cleanupTestCase() { m_engine.reset(); }
};

QTEST_GUILESS_MAIN(TestContainerEnds)
#include "tst_containerends.moc"
