#include "core/runs/runtruth.h"
#include "tests/support/testsupport.h"

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kHead = "state 1\nnow 1795507232254\nboot B1\nhost vm\n";
const QByteArray kIdentity = "pid 100\nstart 555\nrecorded_boot B1\n";
const QByteArray kLives = "live S 555\n";
const QByteArray kRunning = "event 1795507232000 preparing\nevent 1795507232100 running\n";

RunTruth truthOf(const QByteArray &body)
{
    auto facts = parseHostFacts(kHead + "run x\n" + body + "end\n");
    return facts ? judgeRun(facts->runs[u"x"_s], *facts, 60) : RunTruth();
}

} // namespace

class TestRunTruth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void states_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("exitCode"); // -1: none
        QTest::addColumn<QString>("signal");
        QTest::addColumn<QString>("inReason"); // "-": no reason at all
        const auto row = [](const char *name, const QByteArray &body, const QString &state, int code,
                            const QString &signal, const QString &reason) {
            QTest::newRow(name) << body << state << code << signal << reason;
        };
        const QByteArray dead = kIdentity + kRunning;
        row("completed", kIdentity + "exit 0\n" + kRunning, u"Completed"_s, 0, {}, u"-"_s);
        row("completed, supervisor not yet gone", kIdentity + kLives + "exit 0\n", u"Completed"_s, 0, {}, u"-"_s);
        row("failed", kIdentity + "exit 1\n", u"Failed"_s, 1, {}, u"exit code 1."_s);
        row("255", kIdentity + "exit 255\n", u"Failed"_s, 255, {}, u"255"_s);
        row("127", kIdentity + "exit 127\n", u"Failed"_s, 127, {}, u"not found"_s);
        row("137", kIdentity + "exit 137\n", u"Failed"_s, 137, u"SIGKILL"_s,
            u"SIGKILL (exit code 137): by the kernel when memory runs out"_s);
        row("139", kIdentity + "exit 139\n", u"Failed"_s, 139, u"SIGSEGV"_s, u"crashed"_s);
        row("143", kIdentity + "exit 143\n", u"Failed"_s, 143, u"SIGTERM"_s, u"SIGTERM"_s);
        row("canceled", kIdentity + "exit 143\ncancel\n", u"Canceled"_s, 143, u"SIGTERM"_s, u"canceled"_s);
        row("canceled, script ended well", kIdentity + "exit 0\ncancel\n", u"Canceled"_s, 0, {}, u"canceled"_s);
        row("timed out", kIdentity + "exit 143\ntimed_out\n", u"Failed"_s, 143, u"SIGTERM"_s, u"time limit of 60 s"_s);
        row("timed out, script ended with 0", kIdentity + "exit 0\ntimed_out\n", u"Failed"_s, 0, {}, u"time limit"_s);
        row("build failed", kIdentity + "exit 2\nbuild_failed\n", u"Failed"_s, 2, {},
            u"environment could not be built"_s);
        row("exit code padded", kIdentity + "exit 3              \n", u"Failed"_s, 3, {}, u"3."_s);
        row("exit code empty", kIdentity + "exit \n", u"Unknown"_s, -1, {}, u"cannot be read"_s);
        row("exit code garbage", kIdentity + "exit \xff\xfe\x01\n", u"Unknown"_s, -1, {}, u"cannot be read"_s);
        row("exit code huge", kIdentity + "exit 99999999999999999999\n", u"Unknown"_s, -1, {}, u"cannot be read"_s);
        row("exit code negative", kIdentity + "exit -1\n", u"Unknown"_s, -1, {}, u"cannot be read"_s);

        row("preparing", kIdentity + kLives + "event 1795507232000 preparing\n", u"Preparing"_s, -1, {}, u"-"_s);
        row("alive without events", kIdentity + kLives, u"Preparing"_s, -1, {}, u"-"_s);
        row("running", kIdentity + kLives + kRunning, u"Running"_s, -1, {}, u"-"_s);
        row("finalizing", kIdentity + kLives + kRunning + "event 1795507232200 finalizing\n", u"Finalizing"_s, -1, {},
            u"-"_s);
        row("ended event, no code yet", kIdentity + kLives + kRunning + "event 1795507232200 ended 0\n",
            u"Finalizing"_s, -1, {}, u"-"_s);
        row("cancel requested", kIdentity + kLives + kRunning + "cancel\n", u"CancelRequested"_s, -1, {}, u"-"_s);
        row("events damaged", kIdentity + kLives + "event x running\nevent\nevent -5 running\n", u"Preparing"_s, -1, {},
            u"-"_s);
        row("no /proc", "pid 100\nstart \nlive ? \n" + kRunning, u"Running"_s, -1, {}, u"-"_s);

        row("restarted", "pid 100\nstart 555\nrecorded_boot B0\n" + kLives + kRunning, u"Failed"_s, -1, {},
            u"restarted"_s);
        row("restarted, but it had ended", "pid 100\nstart 555\nrecorded_boot B0\nexit 0\n", u"Completed"_s, 0, {},
            u"-"_s);
        row("boot id lost", "pid 100\nstart 555\nrecorded_boot \n" + kLives + kRunning, u"Running"_s, -1, {}, u"-"_s);
        row("pid reused, none left", kIdentity + "live S 777\nsurvivors 0\n" + kRunning, u"Failed"_s, -1, {},
            u"supervisor was killed"_s);
        row("pid reused, some left", kIdentity + "live S 777\nsurvivors 2\n", u"Unknown"_s, -1, {}, u"2 process"_s);
        row("killed, none left", dead + "survivors 0\n", u"Failed"_s, -1, {}, u"none of its processes lives"_s);
        row("killed, some left", dead + "survivors 1\n", u"Unknown"_s, -1, {}, u"1 process"_s);
        row("killed, zombie", dead + "live Z 555\nsurvivors 0\n", u"Failed"_s, -1, {}, u"killed"_s);
        row("killed, no way to look", dead + "survivors ?\n", u"Unknown"_s, -1, {}, u"could not be found out"_s);
        row("killed, search missing", dead, u"Unknown"_s, -1, {}, u"could not be found out"_s);
        row("killed while canceling", dead + "survivors 0\ncancel\n", u"Canceled"_s, -1, {}, u"canceled"_s);

        row("pid garbage", "pid abc\nstart 555\n" + kRunning, u"Unknown"_s, -1, {}, u"damaged"_s);
        row("pid empty", "pid \nstart 555\n", u"Unknown"_s, -1, {}, u"damaged"_s);
        row("start missing", "pid 100\n" + kLives, u"Unknown"_s, -1, {}, u"damaged"_s);
        row("start empty", "pid 100\nstart \n" + kLives, u"Unknown"_s, -1, {}, u"damaged"_s);
        row("start garbage", "pid 100\nstart 5x\n" + kLives, u"Unknown"_s, -1, {}, u"damaged"_s);
        row("not started", "", u"NotStarted"_s, -1, {}, u"-"_s);
        row("about to start", "claimed\n", u"Preparing"_s, -1, {}, u"-"_s);
        row("canceled before the start", "claimed\nexit 143\ncancel\n", u"Canceled"_s, 143, u"SIGTERM"_s,
            u"canceled"_s);
        row("folder gone", "missing\nsurvivors 0\n", u"Failed"_s, -1, {}, u"folder is gone"_s);
        row("folder gone, processes live", "missing\nsurvivors 3\n", u"Unknown"_s, -1, {}, u"may still live"_s);
        row("disk gone", "unreachable\n", u"Unknown"_s, -1, {}, u"mounted"_s);
        row("words that nobody knows", kIdentity + "exit 0\nwhatever 5\n\n \n", u"Completed"_s, 0, {}, u"-"_s);
    }
    void states()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, exitCode);
        QFETCH(QString, inReason);
        const RunTruth truth = truthOf(body);
        QTEST(toWord(truth.state), "state");
        QCOMPARE(truth.exitCode.value_or(-1), exitCode);
        QTEST(truth.signal, "signal");
        if (inReason == u"-")
            QCOMPARE(truth.reason, QString());
        else
            QVERIFY2(truth.reason.contains(inReason) && truth.reason.endsWith(u'.'), qPrintable(truth.reason));
    }

    void times()
    {
        const RunTruth truth = truthOf(kIdentity + "exit 0\n" + kRunning + "event 1795507233000 ended 0\n");
        QCOMPARE(truth.startedAt->toMSecsSinceEpoch(), 1795507232100);
        QCOMPARE(truth.endedAt->toMSecsSinceEpoch(), 1795507233000);
        QCOMPARE(truth.pid, std::optional<qint64>(100));
        QCOMPARE(truthOf(kIdentity + "exit 0\n" + kRunning + "exit_time 1795507240\n").endedAt->toMSecsSinceEpoch(),
                 1795507240000);
        QVERIFY(!truthOf(kIdentity + "exit 0\nexit_time \n").endedAt);
        QVERIFY(!truthOf(kIdentity + "exit 0\nevent 99999999999999999999 ended 0\n").endedAt);
    }

    void answers()
    {
        QVERIFY(!parseHostFacts(""));
        QVERIFY(!parseHostFacts("Welcome to this host\nstate 1\n"));
        QVERIFY(!parseHostFacts("state 2\n"));
        auto facts = parseHostFacts(kHead);
        QVERIFY(facts && facts->runs.empty() && facts->host == u"vm" && facts->boot == "B1");
    }

    // Whatever is cut off or flipped on the way: never a crash, and a run whose part is incomplete is not there.
    void truncatedAndDamaged()
    {
        const QByteArray whole =
            kHead + "run x\n" + kIdentity + "exit 0\n" + kRunning + "end\nrun y\n" + kIdentity + "live S 555\nend\n";
        for (qsizetype n = 0; n < whole.size(); ++n) {
            auto facts = parseHostFacts(whole.left(n));
            if (facts)
                QVERIFY(!facts->runs.contains(u"y"_s) || n >= whole.size() - 1);
            QByteArray flipped = whole;
            flipped[n] = char(flipped[n] ^ 0x80);
            if (auto damaged = parseHostFacts(flipped)) {
                for (const auto &[id, run] : damaged->runs)
                    (void)judgeRun(run, *damaged, {});
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRunTruth)
#include "tst_runtruth.moc"
