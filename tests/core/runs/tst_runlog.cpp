#include "core/runs/runlog.h"
#include "tests/support/runbench.h"

#include <QCryptographicHash>
#include <QElapsedTimer>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

class TestRunLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyByteOnce()
    {
        RunBench bench;
        QByteArray every;
        for (int i = 0; i < 256; ++i)
            every += char(i);
        bench.write(u"bytes"_s, every + "\xff\xfe\x00 broken \xc3"_ba);
        bench.write(u"s.sh"_s, "for i in 1 2 3 4 5 6 7 8 9 10; do cat bytes; sleep 0.03; done\nprintf 'no newline'\n");
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        MOORING_OK(run);
        QByteArray seen;
        auto end = followLog(bench.service, *run, u"std"_s, 0, {}, [&](const QByteArray &bytes) { seen += bytes; });
        MOORING_OK(end);
        QCOMPARE(end->state, RunState::Completed);
        QByteArray expected;
        for (int i = 0; i < 10; ++i)
            expected += every + "\xff\xfe\x00 broken \xc3"_ba;
        QVERIFY(seen == expected + "no newline");
        QVERIFY(bench.log(run->id) == seen);
        // Later, from the middle: the rest.
        QByteArray rest;
        MOORING_OK(followLog(bench.service, *run, u"std"_s, 1000, {}, [&](const QByteArray &bytes) { rest += bytes; }));
        QVERIFY(rest == seen.mid(1000));
    }

    void oneLineOf200Megabytes()
    {
        RunBench bench;
        bench.write(
            u"line.py"_s,
            "import sys\nblock = b'0123456789abcdef' * 65536\nfor i in range(200): sys.stdout.buffer.write(block)\n");
        auto run = bench.submit(bench.settings(u"line.py"_s));
        MOORING_OK(run);
        QCryptographicHash hash(QCryptographicHash::Sha256), expected(QCryptographicHash::Sha256);
        qint64 size = 0;
        auto end = followLog(bench.service, *run, u"std"_s, 0, {}, [&](const QByteArray &bytes) {
            hash.addData(bytes);
            size += bytes.size();
        });
        MOORING_OK(end);
        QCOMPARE(end->state, RunState::Completed);
        QCOMPARE(size, qint64(200) * 1024 * 1024);
        const QByteArray block = "0123456789abcdef"_ba.repeated(65536);
        for (int i = 0; i < 200; ++i)
            expected.addData(block);
        QCOMPARE(hash.result().toHex(), expected.result().toHex());
    }

    void cancelEndsTheWaitAndNotTheRun()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "echo ready\nsleep 0.6\necho end\n");
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        MOORING_OK(run);
        CancelToken stop;
        QElapsedTimer timer;
        auto end = followLog(bench.service, *run, u"std"_s, 0, stop, [&](const QByteArray &) {
            timer.start();
            stop.cancel();
        });
        QVERIFY(!end && end.error().kind == ErrorKind::Canceled);
        QVERIFY(timer.elapsed() < 300);
        QCOMPARE(bench.waitForEnd(run->id).state, RunState::Completed);
        QCOMPARE(bench.log(run->id), "ready\nend\n"_ba);
    }

    void logThatNeverAppears()
    {
        RunBench bench;
        bench.write(u"s.sh"_s, "exit 1\n");
        auto run = bench.submit(bench.settings(u"s.sh"_s));
        MOORING_OK(run);
        auto end =
            followLog(bench.service, *run, u"build"_s, 0, {}, [](const QByteArray &) { QFAIL("there is no build"); });
        MOORING_OK(end);
        QCOMPARE(end->state, RunState::Failed);
        QVERIFY(!followLog(bench.service, *run, u"nonsense"_s, 0, {}, [](const QByteArray &) {}));
    }
};

QTEST_GUILESS_MAIN(TestRunLog)
#include "tst_runlog.moc"
