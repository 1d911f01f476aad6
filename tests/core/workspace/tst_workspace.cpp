#include "core/base/clock.h"
#include "core/base/redactor.h"
#include "tests/support/testsupport.h"
#include "tests/support/workspacesupport.h"

#include <QDirIterator>
#include <QSignalSpy>

#include <sys/stat.h>

#include <thread>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const std::vector<RunRecord> &runs)
{
    QStringList ids;
    for (const RunRecord &run : runs)
        ids << run.id;
    return ids;
}

TargetRecord targetNamed(const QString &name, const QString &identity)
{
    TargetRecord target;
    target.name = name;
    target.kind = u"ssh"_s;
    target.identity = identity;
    target.settings = {{"address", "10.0.0.7"}};
    target.attachedAt = fromEpochMs(1'770'000'000'123);
    return target;
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRunComesBackAsItWas()
    {
        const TemporaryProfile place;
        RunRecord run = sampleRun(2);
        run.settings.arguments = QStringList{u"--lr"_s, u"0.1 \u00e4 \U0001f600"_s, QString()};
        run.settings.variables = {{u"A"_s, u"1"_s}};
        run.signal = u"SIGKILL"_s;
        MOORING_OK(place.open()->saveRun(run));
        const auto workspace = place.open();
        const auto found = workspace->findRun(run.id);
        MOORING_OK(found);
        QCOMPARE(toBytes(found->toStoreJson()), toBytes(run.toStoreJson()));
        QVERIFY(found->settings == run.settings);
        run.state = RunState::Completed;
        MOORING_OK(workspace->saveRun(run));
        QCOMPARE(workspace->findRun(run.id)->state, RunState::Completed);
        QCOMPARE(workspace->runCount().value(), 1);
    }

    void theListIsNewestFirstAndPagesByKey()
    {
        const TemporaryProfile place;
        const auto workspace = place.open();
        QStringList expected;
        for (int n = 0; n < 25; ++n) {
            MOORING_OK(workspace->saveRun(sampleRun(n)));
            expected.prepend(sampleRun(n).id);
        }
        QStringList paged;
        RunQuery query;
        query.limit = 10;
        for (int page = 0; page < 3; ++page) {
            const auto runs = workspace->runs(query);
            MOORING_OK(runs);
            paged << idsOf(*runs);
            query.beforeId = paged.last();
        }
        QCOMPARE(paged, expected);
        QCOMPARE(workspace->runs(query)->size(), size_t(0));
    }

    void theListSortsAndFilters_data()
    {
        QTest::addColumn<int>("column");
        for (const auto column :
             {RunQuery::Column::Created, RunQuery::Column::Name, RunQuery::Column::Experiment, RunQuery::Column::Script,
              RunQuery::Column::Target, RunQuery::Column::State, RunQuery::Column::Duration})
            QTest::addRow("column %d", int(column)) << int(column);
    }
    void theListSortsAndFilters()
    {
        QFETCH(int, column);
        static const TemporaryProfile place; // one for all rows: each write waits for the disk
        const auto workspace = place.open();
        for (int n = workspace->runCount().value(); n < 60; ++n)
            MOORING_OK(workspace->saveRun(sampleRun(n)));
        for (const bool ascending : {true, false}) {
            RunQuery query;
            query.sortBy = RunQuery::Column(column);
            query.ascending = ascending;
            query.target = u"local"_s;
            query.text = u"EXPERIMENT-1"_s;
            query.limit = 0;
            const QStringList whole = idsOf(workspace->runs(query).value());
            QCOMPARE(int(whole.size()), workspace->countRuns(query).value());
            QVERIFY(whole.size() > 7);
            query.limit = 7;
            QStringList paged;
            while (true) {
                const QStringList page = idsOf(workspace->runs(query).value());
                if (page.isEmpty())
                    break;
                paged << page;
                query.beforeId = page.last();
            }
            QCOMPARE(paged, whole);
        }
    }

    void theListSortsByWhatRunsLogged()
    {
        const TemporaryProfile place;
        const auto workspace = place.open();
        const std::vector<Json> logged{Json{{"metrics", {{"loss", 0.5}}}, {"params", {{"lr", "1e-3"}}}},
                                       Json{{"metrics", {{"loss", 10}}}, {"params", {{"lr", "0.2"}}}},
                                       Json{{"metrics", {{"loss", "NaN"}}}, {"params", {{"lr", "auto"}}}},
                                       Json(),
                                       Json{{"metrics", {{"a\"b.c", 1}}}, {"params", Json::object()}},
                                       Json{{"metrics", {{"loss", -2.5}}}}};
        for (size_t n = 0; n < logged.size(); ++n) {
            RunRecord run = sampleRun(int(n));
            run.logged = logged[n];
            MOORING_OK(workspace->saveRun(run));
        }
        const auto order = [&](const QString &column, bool ascending, int limit = 0) {
            RunQuery query;
            query.sortBy = RunQuery::Column::Logged;
            query.logged = column;
            query.ascending = ascending;
            query.limit = limit;
            QStringList ids;
            while (true) { // page by page
                const auto page = workspace->runs(query);
                if (!page || page->empty())
                    return ids;
                ids << idsOf(*page);
                query.skip = int(ids.size());
            }
        };
        const auto id = [](int n) { return sampleRun(n).id; };
        // What is no number comes last, the newest of it first.
        const QStringList without{id(4), id(3), id(2)};
        QCOMPARE(order(u"metrics/loss"_s, true), (QStringList{id(5), id(0), id(1)} + without));
        QCOMPARE(order(u"metrics/loss"_s, false), (QStringList{id(1), id(0), id(5)} + without));
        QCOMPARE(order(u"metrics/loss"_s, false, 2), order(u"metrics/loss"_s, false));
        QCOMPARE(order(u"metrics/a\"b.c"_s, false).first(), id(4));
        QCOMPARE(order(u"params/lr"_s, false).mid(0, 3), (QStringList{id(1), id(0), id(2)}));
        QCOMPARE(order(u"metrics/nobody has it"_s, true).size(), 6);
        QCOMPARE(order(u"metrics/x'); DROP TABLE runs; --"_s, true).size(), 6);
    }

    void onlyLiveRunsAreLive()
    {
        const TemporaryProfile place;
        const auto workspace = place.open();
        for (int n = 0; n < 10; ++n)
            MOORING_OK(workspace->saveRun(sampleRun(n)));
        RunRecord lost = sampleRun(11);
        lost.state = RunState::Unknown;
        lost.unknownSince = nowUtc();
        MOORING_OK(workspace->saveRun(lost));
        QCOMPARE(idsOf(workspace->liveRuns().value()), (QStringList{sampleRun(4).id, sampleRun(9).id, lost.id}));
    }

    void aWordStandsForARun_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("whole id") << u"train-20260101-000000-000005"_s << sampleRun(5).id;
        QTest::newRow("name") << u"train-005"_s << sampleRun(5).id;
        QTest::newRow("unique beginning") << u"train-20260101-000000-00000a"_s << sampleRun(10).id;
        QTest::newRow("unique beginning, shorter") << u"special"_s << u"special-1"_s;
        QTest::newRow("beginning of several") << u"train-2026"_s << u"run.ambiguous"_s;
        QTest::newRow("name of two") << u"twice"_s << u"run.ambiguous"_s;
        QTest::newRow("nothing") << QString() << u"run.unknown"_s;
        QTest::newRow("unknown") << u"train-9"_s << u"run.unknown"_s;
        QTest::newRow("wildcard") << u"%"_s << u"run.unknown"_s;
    }
    void aWordStandsForARun()
    {
        QFETCH(QString, word);
        QFETCH(QString, outcome);
        static const TemporaryProfile place; // one for all rows
        const auto workspace = place.open();
        for (int n = workspace->runCount().value(); n < 12; ++n)
            MOORING_OK(workspace->saveRun(sampleRun(n)));
        for (const QString &id : {u"special-1"_s, u"other-1"_s, u"other-2"_s}) {
            RunRecord run = sampleRun(1);
            run.id = id;
            run.name = id.startsWith(u"other") ? u"twice"_s : u"once"_s;
            MOORING_OK(workspace->saveRun(run));
        }
        const auto found = workspace->resolveRun(word);
        QCOMPARE(found ? found->id : found.error().code, outcome);
        if (outcome == u"run.ambiguous")
            QVERIFY(found.error().detail["candidates"].size() >= 2);
        if (!found)
            QCOMPARE(found.error().kind, ErrorKind::Usage);
    }

    void namesAreCountedAndNeverGivenTwice()
    {
        const TemporaryProfile place;
        const auto workspace = place.open();
        QCOMPARE(workspace->nextRunName(u"train"_s).value(), u"train-001"_s);
        QCOMPARE(workspace->nextRunName(u"train"_s).value(), u"train-002"_s);
        QCOMPARE(workspace->nextRunName(u"other"_s).value(), u"other-001"_s);
        RunRecord taken = sampleRun(1);
        taken.name = u"train-003"_s;
        MOORING_OK(workspace->saveRun(taken));
        QCOMPARE(workspace->nextRunName(u"train"_s).value(), u"train-004"_s);
    }

    void usualIsTheMedianOfCompletedRuns()
    {
        const TemporaryProfile place;
        const auto workspace = place.open();
        const auto save = [&](int n, RunState state, qint64 ms) {
            RunRecord run = sampleRun(n);
            run.state = state;
            run.settings.target = u"local"_s;
            run.endedAt = run.startedAt->addMSecs(ms);
            run.phases = Json::array({{{"phase", "run"},
                                       {"startedAt", toStd(toIso(*run.startedAt))},
                                       {"endedAt", toStd(toIso(*run.endedAt))}}});
            return workspace->saveRun(run);
        };
        MOORING_OK(save(1, RunState::Completed, 100));
        MOORING_OK(save(2, RunState::Completed, 300));
        MOORING_OK(save(3, RunState::Failed, 200));
        QVERIFY(!workspace->usualPhaseMs(u"local"_s, u"run"_s).value());
        MOORING_OK(save(4, RunState::Completed, 9000));
        QCOMPARE(workspace->usualPhaseMs(u"local"_s, u"run"_s).value(), std::optional<qint64>(300));
        QVERIFY(!workspace->usualPhaseMs(u"lab"_s, u"run"_s).value());
        QVERIFY(!workspace->usualPhaseMs(u"local"_s, u"snapshot"_s).value());
    }

    void thisComputerIsAlwaysThere()
    {
        const TemporaryProfile place;
        const auto workspace = place.open();
        QCOMPARE(workspace->targets()->size(), size_t(1));
        QCOMPARE(workspace->findTarget(u"local"_s)->kind, u"local"_s);
        MOORING_OK(workspace->saveTarget(targetNamed(u"alpha"_s, u"ssh:1"_s)));
        TargetRecord local = workspace->findTarget(u"local"_s).value();
        local.lastCheck = LadderReport{};
        local.lastCheck->verdict = Verdict::Passed;
        local.lastCheck->at = fromEpochMs(1'770'000'000'000);
        MOORING_OK(workspace->saveTarget(local));
        const auto all = workspace->targets().value();
        QCOMPARE(all.size(), size_t(2));
        QCOMPARE(all[0].name, u"local"_s);
        QCOMPARE(all[0].lastCheck->verdict, Verdict::Passed);
        QCOMPARE(workspace->removeTarget(u"local"_s).error().code, u"target.builtin"_s);
    }

    void aTargetComesBackAndOneThingIsAttachedOnce()
    {
        const TemporaryProfile place;
        const auto workspace = place.open();
        const TargetRecord alpha = targetNamed(u"alpha"_s, u"ssh:1"_s);
        MOORING_OK(workspace->saveTarget(alpha));
        QCOMPARE(toBytes(workspace->findTarget(u"alpha"_s)->toStoreJson()), toBytes(alpha.toStoreJson()));
        MOORING_OK(workspace->saveTarget(alpha)); // itself again
        const auto refused = workspace->saveTarget(targetNamed(u"beta"_s, u"ssh:1"_s));
        QCOMPARE(refused.error().kind, ErrorKind::AlreadyAttached);
        QCOMPARE(stringAt(refused.error().detail, "target"), u"alpha"_s);
        MOORING_OK(workspace->saveTarget(targetNamed(u"gamma"_s, QString())));
        MOORING_OK(workspace->saveTarget(targetNamed(u"delta"_s, QString()))); // unknown identities are nobody's
        MOORING_OK(workspace->removeTarget(u"alpha"_s));
        MOORING_OK(workspace->saveTarget(targetNamed(u"beta"_s, u"ssh:1"_s)));
        const auto unknown = workspace->findTarget(u"bata"_s);
        QCOMPARE(unknown.error().code, u"target.unknown"_s);
        QVERIFY(unknown.error().fix.contains(u"beta"_s));
        QCOMPARE(workspace->removeTarget(u"nobody"_s).error().code, u"target.unknown"_s);
    }

    void settingsKeepTheirJson()
    {
        const TemporaryProfile place;
        const Json value{{"language", "ko"}, {"sizes", {1, 2.5, nullptr}}};
        MOORING_OK(place.open()->saveSetting(u"ui"_s, value));
        const auto workspace = place.open();
        QCOMPARE(toBytes(workspace->setting(u"ui"_s).value()), toBytes(value));
        QVERIFY(workspace->setting(u"never set"_s).value().is_null());
        MOORING_OK(workspace->saveSetting(u"ui"_s, Json(false)));
        QCOMPARE(toBytes(workspace->setting(u"ui"_s).value()), QByteArray("false"));
    }

    void secretsInFreeTextDoNotReachTheDisk()
    {
        const TemporaryProfile place;
        Redactor::instance().add("canary-4711-secret");
        {
            const auto workspace = place.open();
            RunRecord run = sampleRun(2);
            run.reason = u"The server answered: bad token canary-4711-secret"_s;
            run.phases = Json::array({{{"phase", "run"}, {"note", "canary-4711-secret"}}});
            MOORING_OK(workspace->saveRun(run));
            TargetRecord target = targetNamed(u"alpha"_s, u"1"_s);
            target.log = u"password canary-4711-secret refused\n"_s;
            target.lastCheck = LadderReport{};
            target.lastCheck->rungs.push_back(RungResult::of(Verdict::Failed, u"ssh"_s, u"canary-4711-secret"_s));
            MOORING_OK(workspace->saveTarget(target));
            QVERIFY(workspace->findRun(run.id)->reason.startsWith(u"The server answered"_s));
        }
        Redactor::instance().clear();
        QDirIterator files(place.profile.folder(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("canary-4711"), qPrintable(file.fileName()));
        }
    }

    void changesAreTold()
    {
        const TemporaryProfile place;
        const auto window = place.open();
        QSignalSpy seen(window.get(), &Workspace::changed);
        MOORING_OK(window->saveRun(sampleRun(1)));
        QTRY_VERIFY_WITH_TIMEOUT(seen.count() > 0, 2000);
        QTest::qWait(300); // what is on its way
        seen.clear();
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 1000) {
            MOORING_OK(window->saveRun(sampleRun(int(timer.elapsed()))));
            QTest::qWait(5);
        }
        QVERIFY2(seen.count() >= 2 && seen.count() <= 5, qPrintable(QString::number(seen.count())));
        QTest::qWait(300);
        seen.clear();
        QTest::qWait(600);
        QCOMPARE(seen.count(), 0);
    }

    void whatIsWrittenRightAfterOpeningIsToldToo()
    {
        for (int round = 0; round < 20; ++round) { // the watching begins on another thread, before or after it
            const TemporaryProfile place;
            const auto window = place.open();
            QSignalSpy seen(window.get(), &Workspace::changed);
            MOORING_OK(window->saveRun(sampleRun(1)));
            QTRY_VERIFY_WITH_TIMEOUT(seen.count() > 0, 2000);
        }
    }

    void anyThreadMayCall()
    {
        const TemporaryProfile place;
        const auto workspace = place.open();
        std::atomic<int> failures = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 5; ++i) {
                    failures += !workspace->saveRun(sampleRun(t * 100 + i)).ok();
                    failures += !workspace->runs({}).ok();
                    failures += !workspace->nextRunName(u"fit"_s).ok();
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        QCOMPARE(workspace->runCount().value(), 40);
        QCOMPARE(workspace->nextRunName(u"fit"_s).value(), u"fit-041"_s);
    }

    void everythingIsPrivateWhateverTheUmask()
    {
        const mode_t before = umask(0);
        const TemporaryProfile place;
        const auto workspace = place.open();
        MOORING_OK(workspace->saveRun(sampleRun(1)));
        int files = 0;
        QDirIterator found(place.profile.folder(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                           QDirIterator::Subdirectories);
        while (found.hasNext()) {
            struct stat info
            {
            };
            const QByteArray name = QFile::encodeName(found.next());
            QCOMPARE(lstat(name.constData(), &info), 0);
            QVERIFY2((info.st_mode & 07777) == (S_ISDIR(info.st_mode) ? 0700 : 0600), name.constData());
            files += S_ISREG(info.st_mode);
        }
        QVERIFY(files >= 4); // database, its two companions, the lock
        umask(before);
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
