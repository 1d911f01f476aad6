#include "core/runs/runfolder.h"
#include "core/runs/runservice.h"
#include "core/targets/ssh/sshkind.h"
#include "tests/core/targets/ssh/sshform.h"
#include "tests/support/dockerbench.h"
#include "tests/support/followedrun.h"
#include "tests/support/memoryrunbook.h"
#include "tests/support/remotemachine.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Runs with an image on a machine over SSH: a real sshd, an account of its own, a real engine there.
class TestSshContainer : public QObject
{
    Q_OBJECT
    std::unique_ptr<DockerBench> m_engine;
    std::unique_ptr<RemoteMachine> m_machine;
    std::unique_ptr<SshKind> m_kind;
    std::shared_ptr<RunHost> m_host;
    std::unique_ptr<QTemporaryDir> m_source;
    MemoryRunBook m_book;
    std::unique_ptr<RunService> m_service;
    RecordingContext m_context;

    Result<RunRecord> submit(const QByteArray &script, const QString &image = u"box:1"_s)
    {
        QFile file(m_source->filePath(u"s.sh"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size())
            return Error::failed(u"test.file"_s, u"no file"_s);
        file.close();
        RunSettings run;
        run.source = m_source->path();
        run.script = u"s.sh"_s;
        run.target = u"box"_s;
        run.environment = {EnvironmentChoice::Kind::Image, image};
        return m_service->submit(run, m_context);
    }
    RunRecord waitForEnd(const QString &id) { return test::waitForEnd(*m_service, id, 90s); }
    QByteArray logOf(const RunRecord &run) { return test::logOf(*m_service, *m_host, run); }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(DockerBench::possible(), "a Docker engine needs root, docker.io and busybox");
        MOORING_NEEDS(SshServer::available(), "no sshd");
        MOORING_NEEDS(TestAccount::possible(), "no account can be made");
        QVERIFY(DockerBench::enterOwnNetwork());
        m_engine = std::make_unique<DockerBench>();
        QVERIFY2(m_engine->start(), m_engine->log());
        QVERIFY(m_engine->makeBox());
        QVERIFY(chmod(qPrintable(m_engine->path({})), 0755) == 0);
        QVERIFY(chmod(qPrintable(m_engine->path(u"d.sock"_s)), 0666) == 0);
        m_machine = std::make_unique<RemoteMachine>();
        m_machine->server.configure(u"SetEnv DOCKER_HOST="_s + m_engine->host());
        QVERIFY2(m_machine->start(), qPrintable(m_machine->server.log()));
        m_kind = std::make_unique<SshKind>(setupFor(*m_machine));
        m_source = std::make_unique<QTemporaryDir>();
        auto host = m_kind->makeRunHost(formFor(*m_kind, *m_machine), {{"home", toStd(m_machine->home())}});
        MOORING_OK(host);
        m_host = *host;
        m_service = std::make_unique<RunService>(
            m_book, [this](const QString &) { return Result<std::shared_ptr<RunHost>>(m_host); });
    }

    /// The outputs belong to who signed in, not to root.
    void runsThereAsWhoSignedIn()
    {
        const auto run = submit("id -u\n[ ! -e /usr/sbin/sshd ] && echo inside\ncat data 2>/dev/null\n"
                                "mkdir outputs/deep && echo model > outputs/deep/model.bin\nexit 3\n");
        MOORING_OK(run);
        const RunRecord ended = waitForEnd(run->id);
        const QFileInfo home(m_machine->home());
        QVERIFY2(ended.state == RunState::Failed, qPrintable(ended.reason + QString::fromUtf8(logOf(ended))));
        QCOMPARE(ended.exitCode, std::optional(3));
        QCOMPARE(logOf(ended), QByteArray::number(home.ownerId()) + "\ninside\n");
        const QFileInfo made(RunFolder(m_host->runsFolder(), run->id).file(u"outputs/deep/model.bin"));
        QVERIFY(made.exists());
        QCOMPARE(made.ownerId(), home.ownerId());
        QVERIFY(home.ownerId() != 0);
    }

    void cancelWithProof()
    {
        const auto run = submit("trap 'echo got TERM; exit 1' TERM\necho ready\nwhile :; do sleep 0.1; done\n");
        MOORING_OK(run);
        QTRY_VERIFY_WITH_TIMEOUT(logOf(*run).contains("ready"), 60000);
        const auto report = m_service->cancelRun(run->id, 10s, m_context);
        MOORING_OK(report);
        QVERIFY(report->left.empty());
        QCOMPARE(report->run.state, RunState::Canceled);
        QVERIFY(logOf(*run).contains("got TERM"));
        QCOMPARE(m_engine->shell(u"docker ps -aq"_s).output, QByteArray());
    }

    void toldBeforeAnythingIsCopied()
    {
        QVERIFY(chmod(qPrintable(m_engine->path(u"d.sock"_s)), 0600) == 0);
        const auto run = submit("echo never\n");
        QVERIFY(chmod(qPrintable(m_engine->path(u"d.sock"_s)), 0666) == 0);
        QVERIFY(!run);
        QCOMPARE(run.error().code, u"environment.dockerNoRight"_s);
    }

    /// The connection goes away under it: the container goes on.
    void theConnectionIsLost()
    {
        const auto run = submit("echo ready\nsleep 4\necho over\n");
        MOORING_OK(run);
        QTRY_VERIFY_WITH_TIMEOUT(logOf(*run).contains("ready"), 60000);
        m_machine->server.killSessions();
        const RunRecord ended = waitForEnd(run->id);
        QCOMPARE(ended.state, RunState::Completed);
        QVERIFY(logOf(ended).endsWith("over\n"));
    }

    void cleanupTestCase()
    {
        m_service.reset();
        m_host.reset();
        m_kind.reset();
        m_engine.reset();
        m_machine.reset();
    }
};

QTEST_GUILESS_MAIN(TestSshContainer)
#include "tst_sshcontainer.moc"
