#include "core/base/files.h"
#include "core/runs/runfolder.h"
#include "core/workspace/profile.h"
#include "core/workspace/workspace.h"
#include "tests/support/pretendhost.h"
#include "tests/support/testsupport.h"
#include "ui/runs/runlook.h"

#include <QDir>
#include <QElapsedTimer>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// A workspace whose target "box" is a pretended other computer.
struct Bench
{
    /// `build`: a script that builds the environment of each run; empty: none is built.
    explicit Bench(const QByteArray &build = {})
        : profile(Profile::open(dir.path() + u"/profile"_s).value()),
          workspace(Workspace::open(profile).value()),
          host(std::make_shared<PretendHost>(dir.path() + u"/box/runs"_s, dir.path() + u"/box/environments"_s,
                                             profile.spoolFolder())),
          service(
              *workspace,
              [this](const QString &) -> Result<std::shared_ptr<RunHost>> { return std::shared_ptr<RunHost>(host); },
              build.isEmpty() ? RunService::PlanEnvironment()
                              : [build](const RunSettings &, RunHost &, JobContext &) -> Result<EnvironmentPlan> {
                  EnvironmentPlan plan;
                  plan.python = u"python3"_s;
                  plan.buildScript = build;
                  return plan;
              },
              profile.spoolFolder())
    {
        QDir().mkpath(dir.path() + u"/source"_s);
    }
    Result<RunRecord> submit(const QByteArray &script)
    {
        if (!writeFileAtomically(dir.path() + u"/source/train.py"_s, script))
            return Error::canceled();
        RunSettings settings;
        settings.source = dir.path() + u"/source"_s;
        settings.script = u"train.py"_s;
        settings.target = u"box"_s;
        RecordingContext context;
        return service.submit(settings, context);
    }
    /// Until it has ended and is copied.
    bool waitForCopy(const QString &id)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 20000) {
            (void)service.lookAt(u"box"_s, {});
            const auto run = workspace->findRun(id);
            if (run && isEnded(run->state) && service.files(*run).valueOr({}).isComplete)
                return true;
            CancelToken().waitFor(std::chrono::milliseconds(30));
        }
        return false;
    }

    QTemporaryDir dir;
    Profile profile;
    std::unique_ptr<Workspace> workspace;
    std::shared_ptr<PretendHost> host;
    RunService service;
};

} // namespace

/// What the page of a run on another computer shows.
class TestRunLook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFailedRunFromItsCopyAlone()
    {
        Bench bench;
        const auto run = bench.submit("import os\n"
                                      "os.makedirs('outputs', exist_ok=True)\n"
                                      "open('outputs/model.bin', 'w').write('12345')\n"
                                      "def load():\n"
                                      "    raise ValueError('no data')\n"
                                      "load()\n");
        MOORING_OK(run);
        QVERIFY(bench.waitForCopy(run->id));
        bench.host->reachable = false;
        const int calls = bench.host->calls;
        RunLook look(*bench.workspace, bench.service, run->id);
        const RunView view = look.look({});
        QCOMPARE(int(bench.host->calls), calls);
        QVERIFY2(!view.failed, qPrintable(view.error.text()));
        QVERIFY(view.isCopy);
        QCOMPARE(view.copyNote, QString());
        QCOMPARE(view.record.state, RunState::Failed);
        QCOMPARE(view.logs.size(), size_t(3));
        const RunFolder onHost(bench.host->runsFolder(), run->id);
        QVERIFY(view.logs[0].second.startsWith(bench.profile.spoolFolder()));
        QCOMPARE(readWholeFile(view.logs[0].second).valueOr({}), readWholeFile(onHost.log(u"std"_s)).valueOr("none"));
        QCOMPARE(view.outputs.size(), size_t(1));
        QCOMPARE(view.outputs[0].size, qint64(5));
        // The place of the failure, with its code, though the snapshot is elsewhere.
        QVERIFY(view.cause.has_value());
        QCOMPARE(view.cause->file, u"train.py"_s);
        QCOMPARE(view.cause->line, 5);
        QCOMPARE(view.cause->function, u"load"_s);
        QVERIFY(view.cause->code.contains(u"    raise ValueError('no data')"_s));
        QCOMPARE(view.cause->framesAbove, 1);
    }

    /// The first log is the one that is shown.
    void theLogOfTheBuildComesFirstUntilTheScriptRuns()
    {
        Bench bench("echo resolving; while [ ! -e go ]; do sleep 0.1; done\n"
                    "[ ! -e fail ] || { echo 'ERROR: no such package'; exit 4; }\n");
        const auto first = [&bench](const QString &id) {
            const auto logs = RunLook(*bench.workspace, bench.service, id).look({}).logs;
            return logs.empty() ? QString() : QFileInfo(logs[0].second).fileName();
        };
        for (const bool fails : {true, false}) {
            const auto run = bench.submit("print('ready')\n");
            MOORING_OK(run);
            const RunFolder folder(bench.host->runsFolder(), run->id);
            QTRY_VERIFY_WITH_TIMEOUT(bench.service.lookAt(u"box"_s, {}).ok() && first(run->id) == u"build.log"_s,
                                     15000);
            if (fails)
                MOORING_OK(writeFileAtomically(folder.path() + u"/fail"_s, ""));
            MOORING_OK(writeFileAtomically(folder.path() + u"/go"_s, ""));
            QVERIFY(bench.waitForCopy(run->id));
            QCOMPARE(first(run->id), fails ? u"build.log"_s : u"std_log.txt"_s);
            QCOMPARE(bench.workspace->findRun(run->id)->state, fails ? RunState::Failed : RunState::Completed);
        }
    }

    void saysHowOldItIs()
    {
        Bench bench;
        const auto run = bench.submit("import time\nprint('ready', flush=True)\ntime.sleep(60)\n");
        MOORING_OK(run);
        RunLook look(*bench.workspace, bench.service, run->id);
        QTRY_VERIFY_WITH_TIMEOUT(bench.service.lookAt(u"box"_s, {}).ok() &&
                                     readWholeFile(look.look({}).logs[0].second).valueOr({}).contains("ready"),
                                 15000);
        QCOMPARE(look.look({}).copyNote, QString());
        bench.host->reachable = false;
        MOORING_OK(bench.service.lookAt(u"box"_s, {}));
        const RunView view = look.look({});
        QCOMPARE(view.record.state, RunState::Unknown);
        QVERIFY2(view.copyNote.contains(u"box"_s), qPrintable(view.copyNote));
        QVERIFY(readWholeFile(view.logs[0].second).valueOr({}).contains("ready"));
        bench.host->reachable = true;
        RecordingContext context;
        MOORING_OK(bench.service.cancelRun(run->id, std::chrono::seconds(1), context));
        QVERIFY(bench.waitForCopy(run->id));
        const RunView canceled = look.look({});
        QCOMPARE(canceled.record.state, RunState::Canceled);
        QVERIFY(canceled.proof && canceled.proof->isNoneLeft());
        QCOMPARE(canceled.copyNote, QString());
    }
};

QTEST_GUILESS_MAIN(TestRunLook)
#include "tst_runlook.moc"
