#include "core/runs/outputs.h"
#include "core/runs/runfolder.h"
#include "core/runs/runlog.h"
#include "core/runs/sample.h"
#include "tests/core/targets/ssh/sshform.h"
#include "tests/support/followedrun.h"
#include "tests/support/memoryrunbook.h"
#include "tests/support/testsupport.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>

#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Real runs on a machine over SSH, from the form to their end.
class TestSshRun : public QObject
{
    Q_OBJECT
    std::unique_ptr<RemoteMachine> m_machine;
    std::unique_ptr<SshKind> m_kind;
    std::unique_ptr<QTemporaryDir> m_source;
    std::unique_ptr<MemoryRunBook> m_book;
    std::unique_ptr<RunService> m_service;
    std::shared_ptr<RunHost> m_host;
    RecordingContext m_context;

    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_source->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    RunSettings settings(const QString &script) const
    {
        RunSettings run;
        run.source = m_source->path();
        run.script = script;
        run.target = u"box"_s;
        return run;
    }
    RunRecord waitForEnd(const QString &id, int limitMs = 30000)
    {
        return test::waitForEnd(*m_service, id, std::chrono::milliseconds(limitMs));
    }
    bool waitFor(const QString &id, RunState state, int limitMs = 20000)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < limitMs) {
            if (m_service->refresh(id, {}).valueOr({}).state == state)
                return true;
            CancelToken().waitFor(50ms);
        }
        return false;
    }
    QByteArray logOf(const RunRecord &run) { return test::logOf(*m_service, *m_host, run); }

private Q_SLOTS:
    void init()
    {
        MOORING_NEEDS(SshServer::available(), "no sshd");
        m_machine = std::make_unique<RemoteMachine>();
        QVERIFY2(m_machine->start(), qPrintable(m_machine->server.log()));
        m_kind = std::make_unique<SshKind>(setupFor(*m_machine));
        m_source = std::make_unique<QTemporaryDir>();
        m_book = std::make_unique<MemoryRunBook>();
        const FormValues form = formFor(*m_kind, *m_machine);
        auto host = m_kind->makeRunHost(form, {{"home", toStd(m_machine->home())}});
        MOORING_OK(host);
        m_host = *host;
        m_service = std::make_unique<RunService>(
            *m_book, [this](const QString &) { return Result<std::shared_ptr<RunHost>>(m_host); });
    }
    void cleanup()
    {
        if (m_machine)
            m_machine->server.killEverything();
        m_service.reset();
        m_host.reset();
        m_kind.reset();
        m_machine.reset();
    }

    void theSample()
    {
        const auto sample = writeSample(m_source->filePath(u"sample"_s));
        MOORING_OK(sample);
        RunSettings run = settings(u"train.py"_s);
        run.source = *sample;
        const auto submitted = m_service->submit(run, m_context);
        MOORING_OK(submitted);
        const RunRecord ended = waitForEnd(submitted->id, 90000);
        QVERIFY2(ended.state == RunState::Completed,
                 qPrintable(toWord(ended.state) + ended.reason + QString::fromUtf8(logOf(ended))));
        QVERIFY(!logOf(ended).isEmpty());

        const auto outputs = copyOutputs(*m_host, RunFolder(m_host->runsFolder(), ended.id).path(),
                                         m_machine->server.path(u"out"_s), m_context);
        MOORING_OK(outputs);
        QVERIFY(!outputs->empty());
        for (const OutputFile &file : *outputs) {
            QFile copy(m_machine->server.path(u"out/"_s) + QString::fromUtf8(file.path));
            QVERIFY(copy.open(QIODevice::ReadOnly));
            QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(copy.readAll(), QCryptographicHash::Sha256).toHex()),
                     file.sha256);
        }
    }

    void exitCodes_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("code");
        QTest::newRow("0") << QByteArray("exit 0") << 0;
        QTest::newRow("1") << QByteArray("exit 1") << 1;
        QTest::newRow("255") << QByteArray("exit 255") << 255;
        QTest::newRow("killed") << QByteArray("kill -9 $$") << 137;
    }
    void exitCodes()
    {
        QFETCH(QByteArray, script);
        QFETCH(int, code);
        write(u"go.sh"_s, "echo hello\n" + script + "\n");
        const auto submitted = m_service->submit(settings(u"go.sh"_s), m_context);
        MOORING_OK(submitted);
        const RunRecord ended = waitForEnd(submitted->id);
        QCOMPARE(ended.state, code == 0 ? RunState::Completed : RunState::Failed);
        QCOMPARE(logOf(ended), QByteArray("hello\n"));
    }

    void cancelWithProof()
    {
        write(u"go.sh"_s, "trap '' TERM\nsetsid sleep 300 &\necho ready\nsleep 300\n");
        const auto submitted = m_service->submit(settings(u"go.sh"_s), m_context);
        MOORING_OK(submitted);
        QTRY_VERIFY_WITH_TIMEOUT(logOf(*submitted).contains("ready"), 20000);
        const auto report = m_service->cancelRun(submitted->id, 1s, m_context);
        MOORING_OK(report);
        QVERIFY(report->searched);
        QVERIFY(report->left.empty());
        QVERIFY(report->ended.size() >= 2);
        QCOMPARE(report->run.state, RunState::Canceled);
    }

    void theCableIsCut()
    {
        write(u"go.sh"_s, "i=0; while [ $i -lt 60 ]; do i=$((i+1)); echo line $i; sleep 0.05; done; exit 3\n");
        const auto submitted = m_service->submit(settings(u"go.sh"_s), m_context);
        MOORING_OK(submitted);
        QVERIFY(waitFor(submitted->id, RunState::Running));
        m_machine->server.stop(); // listener and sessions: nobody is there
        RunRecord unknown;
        QTRY_VERIFY_WITH_TIMEOUT(
            (unknown = m_service->refresh(submitted->id, {}).valueOr({})).state == RunState::Unknown, 20000);
        QVERIFY(unknown.unknownSince.has_value());
        QVERIFY2(m_machine->server.restart(), qPrintable(m_machine->server.log()));
        const RunRecord ended = waitForEnd(submitted->id, 90000);
        QCOMPARE(ended.state, RunState::Failed);
        QCOMPARE(ended.exitCode, std::optional(3));
        QByteArray expected;
        for (int i = 1; i <= 60; ++i)
            expected += "line " + QByteArray::number(i) + '\n';
        QCOMPARE(logOf(ended), expected);
    }

    void theLogIsFollowedAcrossACut()
    {
        write(u"go.sh"_s, "i=0; while [ $i -lt 60 ]; do i=$((i+1)); echo line $i; sleep 0.05; done\n");
        const auto submitted = m_service->submit(settings(u"go.sh"_s), m_context);
        MOORING_OK(submitted);
        QByteArray log;
        int cuts = 0;
        for (;;) {
            const auto ended =
                followLog(*m_service, *submitted, u"std"_s, log.size(), {}, [&](const QByteArray &bytes) {
                    log += bytes;
                    if (cuts < 2 && log.size() > (cuts + 1) * 120) {
                        ++cuts;
                        m_machine->server.killSessions();
                    }
                });
            if (ended) {
                QCOMPARE(ended->state, RunState::Completed);
                break;
            }
            QCOMPARE(ended.error().kind, ErrorKind::NotReachable);
            CancelToken().waitFor(200ms);
        }
        QVERIFY(cuts > 0);
        QByteArray expected;
        for (int i = 1; i <= 60; ++i)
            expected += "line " + QByteArray::number(i) + '\n';
        QCOMPARE(log, expected);
    }
};

QTEST_GUILESS_MAIN(TestSshRun)
#include "tst_sshrun.moc"
