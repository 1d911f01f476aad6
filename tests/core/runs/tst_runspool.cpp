#include "core/base/files.h"
#include "core/runs/runspool.h"
#include "core/runs/spoolhost.h"
#include "tests/support/pretendhost.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/mount.h>
#include <unistd.h>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

const QString kId = u"run-1"_s;
const QString kStd = u"user_logs/std_log.txt"_s;

/// A run's folder that the test writes into, as the scripts on a host would, and its copy.
struct Bench
{
    explicit Bench(const QString &spoolFolder = {})
        : spoolPath(spoolFolder.isEmpty() ? dir.path() + u"/spool"_s : spoolFolder),
          host(dir.path() + u"/runs"_s, {}, spoolPath)
    {
        for (const char *folder : {"user_logs", "system_logs", "outputs", "logs", "code"})
            QDir().mkpath(path(QString::fromLatin1(folder)));
        run.id = kId;
        run.state = RunState::Running;
    }
    QString path(const QString &file) const { return dir.path() + u"/runs/run-1/"_s + file; }
    void add(const QString &file, const QByteArray &bytes)
    {
        QFile out(path(file));
        if (!out.open(QIODevice::Append) || out.write(bytes) != bytes.size())
            qFatal("The test cannot write.");
    }
    QByteArray copy(const QString &file) const { return readWholeFile(spoolPath + u"/run-1/"_s + file).valueOr({}); }
    QByteArray onHost() const { return readWholeFile(path(kStd)).valueOr({}); }
    Result<RunSpool::Drained> drain() { return RunSpool(spoolPath, kId).drain(host, run, {}); }
    SpoolState state() const { return RunSpool(spoolPath, kId).state(); }

    QTemporaryDir dir;
    QString spoolPath;
    PretendHost host;
    RunRecord run;
};

QByteArray allBytes(int times)
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += char(i);
    return bytes.repeated(times);
}

} // namespace

class TestRunSpool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyByteInManySteps()
    {
        Bench bench;
        QByteArray whole;
        for (int i = 1; i < 40; ++i) {
            const QByteArray piece = allBytes(i % 7) + QByteArray::number(i);
            bench.add(kStd, piece);
            whole += piece;
            const auto drained = bench.drain();
            MOORING_OK(drained);
            QCOMPARE(drained->bytes, qint64(piece.size()));
            QVERIFY(drained->upToDate);
            QVERIFY(bench.copy(kStd) == whole);
        }
        const auto again = bench.drain();
        MOORING_OK(again);
        QCOMPARE(again->bytes, qint64(0));
        QVERIFY(bench.state().marks.empty());
    }

    void moreThanOneAnswerHolds()
    {
        Bench bench;
        const QByteArray big = allBytes(60'000); // 15 MB
        bench.add(kStd, big);
        bench.add(u"system_logs/build.log"_s, "built\n");
        bench.run.state = RunState::Completed;
        const auto drained = bench.drain();
        MOORING_OK(drained);
        QVERIFY(drained->upToDate);
        QVERIFY(bench.copy(kStd) == big);
        QCOMPARE(bench.copy(u"system_logs/build.log"_s), "built\n"_ba);
        QVERIFY(bench.state().complete);
        const int calls = bench.host.calls;
        MOORING_OK(bench.drain()); // complete: the host is not asked any more
        QCOMPARE(int(bench.host.calls), calls);
    }

    void journalsByWholeLines()
    {
        Bench bench;
        bench.add(u"metrics.jsonl"_s, "{\"a\":1}\n{\"b\":");
        MOORING_OK(bench.drain());
        QCOMPARE(bench.copy(u"metrics.jsonl"_s), "{\"a\":1}\n"_ba);
        QVERIFY(truncate(qPrintable(bench.path(u"metrics.jsonl"_s)), 8) == 0); // its writer takes the rest back
        bench.add(u"metrics.jsonl"_s, "{\"c\":3}\n{\"d\"");
        MOORING_OK(bench.drain());
        QCOMPARE(bench.copy(u"metrics.jsonl"_s), "{\"a\":1}\n{\"c\":3}\n"_ba);
        QVERIFY(bench.state().marks.empty());
        bench.run.state = RunState::Completed;
        MOORING_OK(bench.drain());
        QCOMPARE(bench.copy(u"metrics.jsonl"_s), "{\"a\":1}\n{\"c\":3}\n{\"d\""_ba);
    }

    void eventFilesAreFound()
    {
        Bench bench;
        QDir().mkpath(bench.path(u"logs/train run"_s));
        const QString first = u"logs/train run/events.out.tfevents.1.host"_s, second = u"outputs/x.tfevents"_s;
        bench.add(first, allBytes(3));
        bench.add(u"outputs/model.bin"_s, allBytes(1));
        MOORING_OK(bench.drain());
        bench.add(first, "more");
        bench.add(second, allBytes(5));
        MOORING_OK(bench.drain());
        QVERIFY(bench.copy(first) == allBytes(3) + "more");
        QVERIFY(bench.copy(second) == allBytes(5));
        QVERIFY(bench.copy(u"outputs/model.bin"_s).isEmpty());
        bench.run.state = RunState::Completed;
        MOORING_OK(bench.drain());
        SpoolHost reader(bench.spoolPath);
        const auto outputs = reader.listFiles(bench.spoolPath + u"/run-1/outputs"_s, {});
        MOORING_OK(outputs);
        QCOMPARE(outputs->size(), size_t(2)); // as on the host, though only one is here
        QCOMPARE(outputs->at(0).path, "model.bin"_ba);
        QCOMPARE(outputs->at(0).size, qint64(256));
        const auto logs = reader.listFiles(bench.spoolPath + u"/run-1/logs"_s, {});
        QCOMPARE(logs->size(), size_t(1));
    }

    void changedFilesAreMarkedAndKept_data()
    {
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QString>("what");
        QTest::newRow("shorter") << "sho"_ba << u"shorter"_s;
        QTest::newRow("empty") << ""_ba << u"shorter"_s;
        QTest::newRow("another of more bytes") << QByteArray(5000, 'x') << u"replaced"_s;
    }
    void changedFilesAreMarkedAndKept()
    {
        QFETCH(QByteArray, now);
        QFETCH(QString, what);
        Bench bench;
        const QByteArray before = "first line\nsecond line\n";
        bench.add(kStd, before);
        bench.add(u"system_logs/build.log"_s, "a");
        MOORING_OK(bench.drain());
        QFile file(bench.path(kStd));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(now) == now.size());
        file.close();
        bench.add(u"system_logs/build.log"_s, "b");
        MOORING_OK(bench.drain());
        bench.add(kStd, QByteArray(9000, 'y'));
        MOORING_OK(bench.drain()); // and never begun again
        QCOMPARE(bench.copy(kStd), before);
        QCOMPARE(bench.copy(u"system_logs/build.log"_s), "ab"_ba); // the others go on
        const SpoolState state = bench.state();
        QCOMPARE(state.marks.size(), size_t(1));
        QCOMPARE(state.marks[0].what, what);
        QCOMPARE(state.marks[0].copied, qint64(before.size()));
        QCOMPARE(state.notices().size(), 1);
    }

    void aFileThatIsGoneIsMarked()
    {
        Bench bench;
        bench.add(kStd, "line\n");
        MOORING_OK(bench.drain());
        QVERIFY(QFile::remove(bench.path(kStd)));
        MOORING_OK(bench.drain());
        QCOMPARE(bench.copy(kStd), "line\n"_ba);
        QCOMPARE(bench.state().marks[0].what, u"gone"_s);
    }

    void answersThatAreCutOff()
    {
        Bench bench;
        bench.add(kStd, allBytes(40));
        bench.add(u"system_logs/build.log"_s, allBytes(2));
        for (int most : {0, 5, 9, 30, 600, 5000, 10'000, 10'400}) {
            bench.host.answerLimit = most;
            (void)bench.drain();
            QVERIFY(allBytes(40).startsWith(bench.copy(kStd)));
        }
        MOORING_OK(bench.drain());
        QVERIFY(bench.copy(kStd) == allBytes(40));
        QVERIFY(bench.copy(u"system_logs/build.log"_s) == allBytes(2));
        QVERIFY(bench.state().marks.empty());
    }

    void outOfReach()
    {
        Bench bench;
        bench.add(kStd, "one\n");
        MOORING_OK(bench.drain());
        const auto looked = RunSpool(bench.spoolPath, kId).lookedAt();
        QVERIFY(looked.has_value());
        bench.host.reachable = false;
        bench.add(kStd, "two\n");
        QCOMPARE(bench.drain().error().kind, ErrorKind::NotReachable);
        QCOMPARE(bench.copy(kStd), "one\n"_ba);
        QCOMPARE(RunSpool(bench.spoolPath, kId).lookedAt(), looked);
        bench.host.reachable = true;
        MOORING_OK(bench.drain());
        QCOMPARE(bench.copy(kStd), "one\ntwo\n"_ba);
    }

    void oneCopiesAtATime()
    {
        Bench bench;
        bench.add(kStd, "one\n");
        bench.host.delayMs = 400;
        std::thread first([&] { MOORING_OK(bench.drain()); });
        QTRY_COMPARE(int(bench.host.calls), 1);
        const auto second = bench.drain();
        MOORING_OK(second);
        QVERIFY(second->busy);
        first.join();
        QCOMPARE(bench.copy(kStd), "one\n"_ba);
    }

    void manyAtOnceMakeOneCopy()
    {
        Bench bench;
        std::atomic<bool> over = false;
        std::vector<std::thread> threads;
        for (int i = 0; i < 3; ++i) {
            threads.emplace_back([&] {
                while (!over)
                    (void)bench.drain();
            });
        }
        QByteArray whole;
        for (int i = 0; i < 60; ++i) {
            const QByteArray piece = QByteArray::number(i) + allBytes(1);
            bench.add(kStd, piece);
            whole += piece;
            QTest::qWait(3);
        }
        over = true;
        for (std::thread &thread : threads)
            thread.join();
        MOORING_OK(bench.drain());
        QVERIFY(bench.copy(kStd) == whole);
        QVERIFY(bench.state().marks.empty());
    }

    /// After a power cut only what was synced is believed; the rest comes again.
    void afterAPowerCut()
    {
        Bench bench;
        bench.add(kStd, "synced\n");
        MOORING_OK(bench.drain());
        QString stateFile = bench.spoolPath + u"/run-1/spool.json"_s;
        Json state = Json::parse(readWholeFile(stateFile)->toStdString());
        QCOMPARE(intAt(state["synced"], "user_logs/std_log.txt"), qint64(7));
        state["boot"] = "another boot";
        MOORING_OK(writeFileAtomically(stateFile, toBytes(state)));
        QFile copy(bench.spoolPath + u"/run-1/"_s + kStd);
        QVERIFY(copy.open(QIODevice::Append) && copy.write(QByteArray(4096, '\0')) == 4096);
        copy.close();
        bench.add(kStd, "after\n");
        MOORING_OK(bench.drain());
        QCOMPARE(bench.copy(kStd), "synced\nafter\n"_ba);
        QVERIFY(bench.state().marks.empty());
    }

    void aFullDiskPausesTheCopy()
    {
        MOORING_NEEDS(geteuid() == 0, "root, for a small disk");
        QTemporaryDir small;
        MOORING_NEEDS(mount("tmpfs", qPrintable(small.path()), "tmpfs", 0, "size=256k") == 0, "tmpfs");
        {
            Bench bench(small.path() + u"/spool"_s);
            bench.add(kStd, allBytes(2));
            MOORING_OK(bench.drain());
            bench.add(kStd, allBytes(4000)); // 1 MB
            const auto full = bench.drain();
            QVERIFY(!full);
            QCOMPARE(full.error().code, u"file.diskFull"_s);
            QVERIFY(bench.onHost().startsWith(bench.copy(kStd)));
            QVERIFY(mount("", qPrintable(small.path()), "", MS_REMOUNT, "size=8m") == 0);
            MOORING_OK(bench.drain());
            QVERIFY(bench.copy(kStd) == bench.onHost());
            QVERIFY(bench.state().marks.empty());
        }
        umount2(qPrintable(small.path()), MNT_DETACH);
    }

    /// A host that answers with names of its own choice writes nothing outside the copy, and no file that was not
    /// asked for.
    void hostileNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"../../evil", "outputs/../../../evil.tfevents", "/etc/evil", "evil", "outputs/evil",
                                 "spool.json", "lock", "code/tfevents", "outputs/a//tfevents", "outputs/"})
            QTest::newRow(name) << QByteArray(name);
    }
    void hostileNames()
    {
        QFETCH(QByteArray, name);
        class Hostile : public PretendHost
        {
        public:
            using PretendHost::PretendHost;
            QByteArray answer;
            Result<QByteArray> runScript(const QByteArray &, const QStringList &, std::chrono::milliseconds,
                                         const CancelToken &) override
            {
                return answer;
            }
        };
        QTemporaryDir dir;
        Hostile host(dir.path() + u"/runs"_s, {}, dir.path() + u"/deep/spool"_s);
        host.answer = "spool 1\nfile 4 0 4 " + name + "\nEVIL\ndone\n";
        RunRecord run;
        run.id = kId;
        run.state = RunState::Running;
        RunSpool spool(host.spoolFolder(), kId);
        MOORING_OK(spool.drain(host, run, {}));
        QProcess grep;
        grep.start(u"grep"_s, {u"-rl"_s, u"EVIL"_s, dir.path()});
        QVERIFY(grep.waitForFinished());
        QCOMPARE(grep.readAllStandardOutput(), QByteArray());
    }

    void codeOfATraceback()
    {
        Bench bench;
        bench.add(u"code/train.py"_s, "raise ValueError(1)\n");
        bench.add(u"code/secret.py"_s, "x\n");
        bench.add(kStd, "Traceback (most recent call last):\n  File \"" + bench.path(u"code/train.py"_s).toUtf8() +
                            "\", line 1, in <module>\n    raise ValueError(1)\nValueError: 1\n");
        bench.run.state = RunState::Failed;
        MOORING_OK(bench.drain());
        QCOMPARE(bench.copy(u"code/train.py"_s), "raise ValueError(1)\n"_ba);
        QVERIFY(bench.copy(u"code/secret.py"_s).isEmpty());
    }

    /// The proof of a cancel is written after the end.
    void aCanceledRunWaitsForItsProof()
    {
        Bench bench;
        bench.add(u"system_logs/provisioning.log"_s, "a line\n");
        bench.run.state = RunState::Canceled;
        MOORING_OK(bench.drain());
        QVERIFY(!bench.state().complete);
        bench.add(u"system_logs/provisioning.log"_s, "2026-01-01T00:00:00Z cancel search done\n");
        MOORING_OK(bench.drain());
        QVERIFY(bench.state().complete);
        bench.add(u"system_logs/provisioning.log"_s, "2026-01-01T00:00:09Z cancel search done\n");
        RunSpool(bench.spoolPath, kId).reopen();
        MOORING_OK(bench.drain());
        QVERIFY(bench.copy(u"system_logs/provisioning.log"_s).contains("09Z"));
    }

    void aDamagedStateIsAsIfItWereNotThere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("truncated") << "{\"synced\":{\"user_"_ba;
        QTest::newRow("wrong types") << R"({"synced":[1],"marks":"x","outputs":5,"complete":"yes","boot":7})"_ba;
        QTest::newRow("a list") << "[]"_ba;
    }
    void aDamagedStateIsAsIfItWereNotThere()
    {
        QFETCH(QByteArray, text);
        Bench bench;
        bench.add(kStd, allBytes(30));
        MOORING_OK(bench.drain());
        MOORING_OK(writeFileAtomically(bench.spoolPath + u"/run-1/spool.json"_s, text));
        bench.add(kStd, "end");
        MOORING_OK(bench.drain());
        QVERIFY(bench.copy(kStd) == allBytes(30) + "end");
        QVERIFY(bench.state().marks.empty());
    }
};

QTEST_GUILESS_MAIN(TestRunSpool)
#include "tst_runspool.moc"
