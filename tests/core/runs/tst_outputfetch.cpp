#include "core/base/files.h"
#include "core/runs/outputfetch.h"
#include "core/runs/runfolder.h"
#include "tests/support/remotebench.h"

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// Outputs of another computer's runs come to this one.
class TestOutputFetch : public QObject
{
    Q_OBJECT

    static void writeModel(RemoteBench &bench)
    {
        bench.write(u"model.sh"_s, "mkdir -p outputs/deep\nhead -c 300000 /dev/urandom > outputs/model.bin\n"
                                   "echo text > outputs/deep/note.txt\n");
    }

private Q_SLOTS:
    void theyStandBesideTheCopyOfTheLog()
    {
        RemoteBench bench;
        writeModel(bench);
        const RunRecord run = bench.waitForCopy(bench.submit(u"model.sh"_s).valueOr({}));
        const QString place = bench.spool() + u'/' + run.id + u"/outputs"_s;
        const auto listed = listOutputs(*bench.service->files(run)->host, bench.service->files(run)->folder, false, {});
        MOORING_OK(listed);
        QCOMPARE(listed->size(), size_t(2));
        QVERIFY(!areOutputsIn(place, *listed));

        const auto fetched = fetchOutputs(*bench.service, bench.book, run, {}, bench.context);
        MOORING_OK(fetched);
        QCOMPARE(fetched->folder, place);
        QCOMPARE(bench.copied(run, u"outputs/model.bin"_s), bench.onHost(run, u"outputs/model.bin"_s));
        QCOMPARE(bench.copied(run, u"outputs/deep/note.txt"_s), "text\n"_ba);
        QVERIFY(areOutputsIn(place, *listed));
        QVERIFY(bench.book.findRun(run.id)->outputsFetchedAt);
        MOORING_OK(fetchOutputs(*bench.service, bench.book, run, {}, bench.context)); // twice is no matter
        QVERIFY(QFile::remove(place + u"/model.bin"_s));
        QVERIFY(!areOutputsIn(place, *listed));
    }

    void eventFilesThatAreCopiedAlreadyAreNotInTheWay()
    {
        RemoteBench bench;
        bench.write(u"events.sh"_s, "mkdir -p outputs\nhead -c 5000 /dev/zero > outputs/events.out.tfevents.1\n");
        const RunRecord run = bench.waitForCopy(bench.submit(u"events.sh"_s).valueOr({}));
        MOORING_OK(fetchOutputs(*bench.service, bench.book, run, {}, bench.context));
        QCOMPARE(bench.copied(run, u"outputs/events.out.tfevents.1"_s).size(), 5000);
    }

    void aRunThatStillWritesIsRefusedThere()
    {
        RemoteBench bench;
        bench.write(u"long.sh"_s, "mkdir -p outputs\necho a > outputs/a\nsleep 60\n");
        const auto run = bench.submit(u"long.sh"_s);
        MOORING_OK(run);
        QVERIFY(bench.waitFor(run->id, RunState::Running));
        const RunRecord live = *bench.book.findRun(run->id);
        const auto refused = fetchOutputs(*bench.service, bench.book, live, {}, bench.context);
        QCOMPARE(refused.error().code, u"outputs.live"_s);
        QTRY_COMPARE(bench.onHost(live, u"outputs/a"_s), "a\n"_ba);
        const QString folder = bench.dir.path() + u"/chosen"_s; // a person's own folder is his
        MOORING_OK(fetchOutputs(*bench.service, bench.book, live, folder, bench.context));
        QVERIFY(QFile::exists(folder + u"/a"_s));
        QVERIFY(!bench.book.findRun(run->id)->outputsFetchedAt); // more may come
    }

    void aMachineThatCannotBeReachedChangesNothing()
    {
        RemoteBench bench;
        writeModel(bench);
        const RunRecord run = bench.waitForCopy(bench.submit(u"model.sh"_s).valueOr({}));
        bench.hostOf(u"box"_s)->reachable = false;
        const auto failed = fetchOutputs(*bench.service, bench.book, run, {}, bench.context);
        QCOMPARE(failed.error().kind, ErrorKind::NotReachable);
        QVERIFY(!bench.book.findRun(run.id)->outputsFetchedAt);
        bench.hostOf(u"box"_s)->reachable = true;
        bench.cancel.cancel();
        QCOMPARE(fetchOutputs(*bench.service, bench.book, run, {}, bench.context).error().kind, ErrorKind::Canceled);
        QVERIFY(!bench.book.findRun(run.id)->outputsFetchedAt);
    }
};

QTEST_GUILESS_MAIN(TestOutputFetch)
#include "tst_outputfetch.moc"
