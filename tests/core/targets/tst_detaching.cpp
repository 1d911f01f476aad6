#include "core/base/files.h"
#include "core/runs/outputfetch.h"
#include "core/runs/runfolder.h"
#include "core/runs/runspool.h"
#include "core/targets/detaching.h"
#include "tests/support/remotebench.h"

#include <QDir>
#include <QProcess>

#include <csignal>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// A machine with an ended run that left outputs, one without, an environment, a store, and a file of its owner's.
struct Bench : RemoteBench
{
    Bench()
    {
        write(u"plain.sh"_s, "echo plain\n");
        write(u"model.sh"_s, "echo model\nmkdir -p outputs\nhead -c 300000 /dev/zero > outputs/model.bin\n");
        plain = waitForCopy(submit(u"plain.sh"_s).valueOr({}));
        model = waitForCopy(submit(u"model.sh"_s).valueOr({}));
        host = hostOf(u"box"_s);
        folder = dir.path() + u"/box"_s;
        put(u"environments/wb_1/bin/python"_s, "python");
        put(u"environments/index/abc"_s, "{}"); // no environment
        put(u"environments/wb_1.spec/requirements.txt"_s, "x");
        put(u"objects/ab/cd"_s, "content");
        put(u"mine.txt"_s, "not Mooring's");
        QFile(folder + u"/objects/ab/cd"_s).setPermissions(QFile::ReadOwner);
        QFile::link(dir.path() + u"/outside"_s, folder + u"/runs/"_s + plain.id + u"/link"_s);
        QDir().mkpath(dir.path() + u"/outside"_s);
        QFile outside(dir.path() + u"/outside/file"_s);
        if (!outside.open(QIODevice::WriteOnly) || outside.write("x") != 1)
            qFatal("The test cannot write.");
    }
    void put(const QString &name, const QByteArray &content)
    {
        const QString path = folder + u'/' + name;
        if (!makeFolder(QFileInfo(path).path()) || !writeFileAtomically(path, content))
            qFatal("The test cannot write.");
    }
    Result<Leftovers> look() { return Detaching(*host, &book, u"box"_s, context).look(); }
    Result<> clean(const DetachChoices &choices)
    {
        report = {};
        return Detaching(*host, &book, u"box"_s, context).clean(choices, report);
    }
    QStringList entries(const QString &name = {}) const
    {
        return QDir(folder + u'/' + name).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    }
    const LeftoverFate *fateOf(Leftover::Kind kind) const
    {
        for (const LeftoverFate &fate : report.fates) {
            if (fate.thing.kind == kind)
                return &fate;
        }
        return nullptr;
    }

    RunRecord plain, model;
    std::shared_ptr<PretendHost> host;
    QString folder;
    DetachReport report;
};

using Kind = Leftover::Kind;
using What = LeftoverFate::What;

} // namespace

class TestDetaching : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsThere()
    {
        Bench bench;
        const auto all = bench.look();
        MOORING_OK(all);
        QCOMPARE(all->things.size(), size_t(4));
        QCOMPARE(all->things[0].kind, Kind::Runs);
        QCOMPARE(all->things[0].count, 2);
        QCOMPARE(all->things[1].kind, Kind::Environments);
        QCOMPARE(all->things[1].count, 1);
        QCOMPARE(all->things[3].kind, Kind::Outputs);
        QCOMPARE(all->things[3].run, bench.model.id);
        QCOMPARE(all->things[3].count, 1);
        QVERIFY(all->things[3].size >= 300'000 && all->things[3].size < 400'000);
        QCOMPARE(all->others, QStringList{u"mine.txt"_s});
        QVERIFY(all->running.empty() && all->processes.empty() && all->searched);
        // Fetched outputs are not only there.
        MOORING_OK(fetchOutputs(*bench.service, bench.book, bench.model, {}, bench.context));
        QCOMPARE(bench.look()->things.size(), size_t(3));
    }

    void keepsWhatExistsNowhereElse()
    {
        Bench bench;
        DetachChoices choices;
        choices.runs = choices.environments = true;
        MOORING_OK(bench.clean(choices));
        QCOMPARE(bench.entries(), (QStringList{u"mine.txt"_s, u"runs"_s}));
        QCOMPARE(bench.entries(u"runs"_s), QStringList{bench.model.id});
        QCOMPARE(bench.entries(u"runs/"_s + bench.model.id), QStringList{u"outputs"_s});
        QVERIFY(QFile::exists(bench.folder + u"/runs/"_s + bench.model.id + u"/outputs/model.bin"_s));
        QVERIFY(QFile::exists(bench.dir.path() + u"/outside/file"_s)); // the link went, not what it led to
        QCOMPARE(bench.fateOf(Kind::Runs)->what, What::Removed);
        QCOMPARE(bench.fateOf(Kind::Environments)->what, What::Removed);
        QCOMPARE(bench.fateOf(Kind::Store)->what, What::Removed);
        QCOMPARE(bench.fateOf(Kind::Outputs)->what, What::LeftAsChosen);
        QCOMPARE(bench.report.left.size(), 1);
        QVERIFY(!bench.report.removeCommand.isEmpty());
        QCOMPARE(int(bench.host->renewals), 1); // proved over a new connection
        QCOMPARE(bench.report.proof.size(), size_t(2));
        for (const RungResult &rung : bench.report.proof)
            QCOMPARE(toWord(rung.verdict), u"passed"_s);
        // The logs stay here.
        bench.host->reachable = false;
        const auto files = bench.service->freshFiles(bench.plain, {});
        MOORING_OK(files);
        QCOMPARE(files->host->readFile(files->folder + u"/user_logs/std_log.txt"_s, 0, 100, {}).valueOr({}),
                 "plain\n"_ba);
    }

    void everythingOfOurs()
    {
        Bench bench;
        QFile::remove(bench.folder + u"/mine.txt"_s);
        DetachChoices choices{true, true, {bench.model.id}};
        MOORING_OK(bench.clean(choices));
        QVERIFY(!QFile::exists(bench.folder));
        QVERIFY(bench.report.left.isEmpty());
        QVERIFY(bench.report.removeCommand.isEmpty());
        QCOMPARE(bench.report.fates.size(), size_t(4));
        for (const LeftoverFate &fate : bench.report.fates)
            QCOMPARE(fate.what, What::Removed);
        const auto again = bench.look();
        MOORING_OK(again);
        QVERIFY(again->things.empty());
    }

    void onlyWhatIsChosen()
    {
        Bench bench;
        DetachChoices choices;
        choices.environments = true;
        MOORING_OK(bench.clean(choices));
        QCOMPARE(bench.entries(), (QStringList{u"mine.txt"_s, u"runs"_s}));
        QCOMPARE(bench.entries(u"runs"_s).size(), 2);
        QCOMPARE(bench.fateOf(Kind::Runs)->what, What::LeftAsChosen);
    }

    void aLogThatIsNotHereYetIsCopiedFirst()
    {
        Bench bench;
        bench.write(u"late.sh"_s, "echo late\n");
        const auto late = bench.submit(u"late.sh"_s);
        MOORING_OK(late);
        QVERIFY(bench.waitFor(late->id, RunState::Completed));
        QCOMPARE(bench.copied(*late, u"user_logs/std_log.txt"_s), QByteArray());
        DetachChoices choices;
        choices.runs = true;
        MOORING_OK(bench.clean(choices));
        QCOMPARE(bench.copied(*late, u"user_logs/std_log.txt"_s), "late\n"_ba);
        QVERIFY(!QFile::exists(bench.folder + u"/runs/"_s + late->id));
    }

    void runningRunsStopIt()
    {
        Bench bench;
        bench.write(u"long.sh"_s, "sleep 60\n");
        const auto live = bench.submit(u"long.sh"_s);
        MOORING_OK(live);
        QVERIFY(bench.waitFor(live->id, RunState::Running));
        QCOMPARE(bench.look()->running.size(), size_t(1));
        QCOMPARE(bench.look()->running[0].id, live->id);
        const QStringList before = bench.entries(u"runs"_s);
        const auto cleaned = bench.clean({true, true, {}});
        QCOMPARE(cleaned.error().code, u"target.runsLive"_s);
        QVERIFY(cleaned.error().message.contains(live->name));
        QCOMPARE(bench.entries(u"runs"_s), before);
        // The script by itself refuses too.
        const auto answer = bench.host->LocalHost::runScript(
            readWholeFile(QStringLiteral(MOORING_SOURCE_DIR "/resources/remote/remove.sh")).valueOr({}),
            {bench.folder, u"run"_s, live->id}, std::chrono::seconds(20), {});
        MOORING_OK(answer);
        QVERIFY2(answer->contains("refused\trun\t" + live->id.toUtf8() + "\tit is running"), answer->constData());
        QVERIFY(QFile::exists(bench.folder + u"/runs/"_s + live->id + u"/run.json"_s));
    }

    void aRunThatCannotBeCopiedIsNotRemoved()
    {
        Bench bench;
        RunSpool(bench.spool(), bench.plain.id).reopen();
        QVERIFY(QDir(bench.spool() + u'/' + bench.plain.id).removeRecursively());
        QFile blocks(bench.spool() + u'/' + bench.plain.id);
        QVERIFY(blocks.open(QIODevice::WriteOnly)); // no folder can be made there
        const QStringList before = bench.entries(u"runs"_s);
        QVERIFY(!bench.clean({true, true, {}}));
        QCOMPARE(bench.entries(u"runs"_s), before);
    }

    void cutOffAtAnyMoment()
    {
        Bench bench;
        bench.host->reachable = false;
        QCOMPARE(bench.clean({true, true, {}}).error().kind, ErrorKind::NotReachable);
        QCOMPARE(bench.entries(u"runs"_s).size(), 2);
        bench.host->reachable = true;
        bench.host->answerLimit = 30; // of the first look
        QCOMPARE(bench.clean({true, true, {}}).error().code, u"host.badAnswer"_s);
        QCOMPARE(bench.entries(u"runs"_s).size(), 2);
    }

    void dangerousFolders_data()
    {
        QTest::addColumn<QString>("folder");
        for (const char *folder :
             {"/", "/tmp", "relative/x", "", "/usr/share/x", "/etc/x", "/a/../b", "/a//b", "/proc/1", "/a/./b"})
            QTest::newRow(folder) << QString::fromLatin1(folder);
        QTest::newRow("home") << QDir::homePath();
        QTest::newRow("line end") << u"/tmp/x\ny"_s;
    }
    void dangerousFolders()
    {
        QFETCH(QString, folder);
        QTemporaryDir dir;
        LocalHost host(dir.path() + u"/runs"_s, {});
        const auto answer =
            host.runScript(readWholeFile(QStringLiteral(MOORING_SOURCE_DIR "/resources/remote/remove.sh")).valueOr({}),
                           {folder, u"environments"_s, u"-"_s}, std::chrono::seconds(20), {});
        MOORING_OK(answer);
        QVERIFY2(answer->startsWith("refused\tfolder\t"), answer->constData());
    }

    void dangerousNames_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("name");
        QTest::newRow("up") << u"run"_s << u".."_s;
        QTest::newRow("path") << u"run"_s << u"a/b"_s;
        QTest::newRow("empty") << u"run"_s << QString();
        QTest::newRow("option") << u"run"_s << u"-rf"_s;
        QTest::newRow("star") << u"code"_s << u"*"_s;
        QTest::newRow("line end") << u"run"_s << u"a\nb"_s;
        QTest::newRow("another store") << u"store"_s << u"mine"_s;
        QTest::newRow("another word") << u"all"_s << u"x"_s;
        QTest::newRow("a link") << u"run"_s << u"linked"_s;
    }
    void dangerousNames()
    {
        QFETCH(QString, what);
        QFETCH(QString, name);
        QTemporaryDir dir;
        const QString folder = dir.path() + u"/work"_s;
        QVERIFY(QDir().mkpath(folder + u"/runs/a"_s) && QDir().mkpath(folder + u"/mine"_s) &&
                QDir().mkpath(dir.path() + u"/other"_s));
        QVERIFY(QFile::link(dir.path() + u"/other"_s, folder + u"/runs/linked"_s));
        LocalHost host(folder + u"/runs"_s, {});
        const auto answer =
            host.runScript(readWholeFile(QStringLiteral(MOORING_SOURCE_DIR "/resources/remote/remove.sh")).valueOr({}),
                           {folder, what, name}, std::chrono::seconds(20), {});
        MOORING_OK(answer);
        QVERIFY2(answer->startsWith("refused\t"), answer->constData());
        QVERIFY(QDir(folder + u"/runs/a"_s).exists() && QDir(folder + u"/mine"_s).exists());
        QVERIFY(QDir(dir.path() + u"/other"_s).exists());
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("missing folder") << "leftovers 1\nfolder\tmissing\nsearch\tdone\nend\n"_ba << true;
        QTest::newRow("cut off") << "leftovers 1\nrun\ta\t1\t0\t0\tended\n"_ba << false;
        QTest::newRow("empty") << ""_ba << false;
        QTest::newRow("another version") << "leftovers 2\nend\n"_ba << false;
        QTest::newRow("odd lines") << "leftovers 1\nrun\ta\nprocess\tx\ty\nwhat\nsearch\tdone\nend\n"_ba << true;
    }
    void answers()
    {
        QFETCH(QByteArray, text);
        const auto answer = parseLeftovers(text);
        QTEST(answer.has_value(), "good");
        if (answer) {
            QVERIFY(answer->runs.empty());
            QVERIFY(answer->searched);
            QVERIFY(answer->processes.empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestDetaching)
#include "tst_detaching.moc"
