#include "core/workspace/backups.h"
#include "core/workspace/databasefile.h"
#include "core/workspace/schema.h"
#include "core/workspace/sqlconnection.h"
#include "tests/support/sqlfixture.h"
#include "tests/support/testsupport.h"
#include "tests/support/workspacesupport.h"

#include <QDir>
#include <QRegularExpression>

#include <sys/stat.h>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

/// Every schema that ever was, made by its own script, is brought up to date with nothing lost.
class TestMigration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { MOORING_NEEDS(hasSqlite(), "the sqlite3 program"); }

    void eachVersionIsBroughtUpToDate_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= schema::kVersion; ++version)
            QTest::addRow("v%d", version) << version;
    }
    void eachVersionIsBroughtUpToDate()
    {
        QFETCH(int, version);
        const TemporaryProfile place;
        QVERIFY(makeDatabase(place.profile.databasePath(), u"v%1.sql"_s.arg(version)));
        const auto opened = Workspace::open(place.profile);
        MOORING_OK(opened);
        Workspace &workspace = **opened;
        QCOMPARE(workspace.runCount().value(), 8);
        const auto failed = workspace.resolveRun(u"train-002"_s);
        MOORING_OK(failed);
        QCOMPARE(failed->signal, u"SIGKILL"_s);
        QCOMPARE(failed->reason, u"It's over: “killed”"_s);
        QCOMPARE(failed->settings.arguments, (QStringList{u"--lr"_s, u"0.1"_s}));
        QCOMPARE(workspace.liveRuns()->size(), size_t(2));
        QCOMPARE(workspace.runs({.target = u"lab"_s})->size(), size_t(2));
        QCOMPARE(workspace.usualPhaseMs(u"local"_s, u"run"_s).value(),
                 std::optional<qint64>()); // only two of them completed there
        QCOMPARE(workspace.nextRunName(u"train"_s).value(), u"train-010"_s);
        QCOMPARE(workspace.findTarget(u"lab"_s)->identity, u"ssh:SHA256:abc"_s);
        QCOMPARE(workspace.findTarget(u"lab"_s)->log, u"resolved lab\nconnected\n"_s);
        QCOMPARE(toBytes(workspace.setting(u"ui.language"_s).value()), QByteArray("\"ko\""));
        QCOMPARE(toBytes(workspace.setting(u"a.key.of.tomorrow"_s).value()), QByteArray("{\"kept\":[1,2,3]}"));
        QCOMPARE(workspace.endpoints()->size(), size_t(version < 3 ? 0 : 1));
        if (version >= 3) {
            QCOMPARE(workspace.findEndpoint(u"Bearing"_s)->serving()->settings.variables.at(u"A"_s), u"b"_s);
            QCOMPARE(workspace.calls(u"bearing"_s, 10)->at(0).request.body, QByteArray("{\"data\":[[1]]}"));
        }
    }

    void aDocumentThatCannotBeReadIsShownWithWhatIsKnown()
    {
        const TemporaryProfile place;
        QVERIFY(makeDatabase(place.profile.databasePath(), u"v1.sql"_s));
        const auto workspace = place.open();
        const auto newest = workspace->runs({.limit = 1}).value();
        QCOMPARE(newest.at(0).id, u"train-20260101-000009-broken"_s);
        QCOMPARE(newest.at(0).name, u"train-009"_s);
        QCOMPARE(newest.at(0).state, RunState::Unknown);
        QVERIFY(!newest.at(0).reason.isEmpty());
        QVERIFY(!workspace->findRun(newest.at(0).id)); // never to be saved over
    }

    void theOldDatabaseIsBackedUpBefore()
    {
        const TemporaryProfile place;
        QVERIFY(makeDatabase(place.profile.databasePath(), u"v1.sql"_s));
        const QString before = sqlite(place.profile.databasePath(), u".dump"_s);
        MOORING_OK(Workspace::open(place.profile));
        const QString backup = Backups(place.profile.backupsFolder()).newest();
        QVERIFY2(QRegularExpression(u"/workspace-\\d{8}-\\d{6}-v1\\.db$"_s).match(backup).hasMatch(),
                 qPrintable(backup));
        QCOMPARE(sqlite(backup, u".dump"_s), before);
        QCOMPARE(sqlite(backup, u"PRAGMA user_version; PRAGMA application_id"_s),
                 u"1\n%1"_s.arg(DatabaseFile::kApplicationId));
        struct stat info
        {
        };
        QCOMPARE(stat(QFile::encodeName(backup).constData(), &info), 0);
        QCOMPARE(info.st_mode & 07777, mode_t(0600));
        QCOMPARE(DatabaseFile::inspect(place.profile.databasePath()).version, schema::kVersion);
        QCOMPARE(QDir(place.profile.backupsFolder()).entryList(QDir::Files).size(), 1);
        MOORING_OK(Workspace::open(place.profile)); // nothing to do: no second one
        QCOMPARE(QDir(place.profile.backupsFolder()).entryList(QDir::Files).size(), 1);
    }

    void aBackupThatIsPutBackWorks()
    {
        const TemporaryProfile place;
        QVERIFY(makeDatabase(place.profile.databasePath(), u"v1.sql"_s));
        MOORING_OK(place.open()->saveRun(sampleRun(7)));
        QVERIFY(QFile::remove(place.profile.databasePath()));
        QVERIFY(QFile::copy(Backups(place.profile.backupsFolder()).newest(), place.profile.databasePath()));
        const auto workspace = place.open();
        QCOMPARE(workspace->runCount().value(), 8);
        MOORING_OK(workspace->saveRun(sampleRun(8)));
    }

    void onlyTheNewestTenBackupsAreKept()
    {
        const TemporaryProfile place;
        const auto workspace = place.open();
        const auto connection = SqlConnection::open(place.profile.databasePath(), SqlConnection::Mode::ReadWrite);
        MOORING_OK(connection);
        Backups backups(place.profile.backupsFolder());
        QFile other(place.profile.backupsFolder() + u"/mine.txt"_s);
        QVERIFY(other.open(QIODevice::WriteOnly));
        QStringList made;
        for (int n = 0; n < 13; ++n) {
            const auto path = backups.make(**connection, 2);
            MOORING_OK(path);
            made << *path;
        }
        QCOMPARE(QDir(place.profile.backupsFolder()).entryList({u"workspace-*"_s}, QDir::Files).size(), 10);
        QVERIFY(QFile::exists(made.last()));
        QVERIFY(!QFile::exists(made.first()));
        QCOMPARE(backups.newest(), made.last());
        QVERIFY(other.exists());
    }
};

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
