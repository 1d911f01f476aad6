#include "core/runs/logfollower.h"
#include "tests/support/runbench.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

class TestRunService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shellScriptCompletes()
    {
        RunBench bench;
        bench.write(u"hello.sh"_s, "echo \"hello $1\"\necho oops >&2\necho kept > outputs/model.txt\n");
        auto run = bench.submit(bench.settings(u"hello.sh"_s, {u"world"_s}));
        MOORING_OK(run);
        const RunRecord end = bench.waitForEnd(run->id);
        QCOMPARE(end.state, RunState::Completed);
        QCOMPARE(end.exitCode, std::optional<int>(0));
        QCOMPARE(end.reason, QString());
        QCOMPARE(end.name, u"hello-001"_s);
        QCOMPARE(end.outputSize, std::optional<qint64>(5));
        QVERIFY(end.startedAt && end.endedAt && *end.startedAt <= *end.endedAt);
        QCOMPARE(bench.log(run->id), "hello world\noops\n"_ba);
        QCOMPARE(end.submitter, QString());
    }

    void pythonScriptCompletes()
    {
        RunBench bench;
        bench.write(u"train.py"_s, "import os, sys\nprint('in', os.path.basename(os.getcwd()), sys.argv[1:], os.environ['MOORING_RUN_ID'])\n");
        auto run = bench.submit(bench.settings(u"train.py"_s, {u"--lr"_s, u"0.1"_s}));
        MOORING_OK(run);
        const RunRecord end = bench.waitForEnd(run->id);
        QCOMPARE(toWord(end.state) + end.reason, u"Completed"_s);
        QCOMPARE(bench.log(run->id), "in code ['--lr', '0.1'] " + run->id.toUtf8() + "\n");
    }
};

QTEST_GUILESS_MAIN(TestRunService)
#include "tst_runservice.moc"
