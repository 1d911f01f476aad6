#include "core/workspace/databasefile.h"
#include "core/workspace/schema.h"
#include "tests/support/sqlfixture.h"
#include "tests/support/testsupport.h"
#include "tests/support/workspacesupport.h"

#include <QDir>
#include <QRandomGenerator>
#include <QtEndian>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        qFatal("cannot write");
}

QStringList databaseFiles(const Profile &profile)
{
    return QDir(profile.folder()).entryList({u"workspace.db*"_s}, QDir::Files | QDir::Hidden);
}

/// A small good database with some runs, closed.
QByteArray goodDatabase()
{
    const TemporaryProfile place;
    {
        const auto workspace = place.open();
        for (int n = 0; n < 12; ++n)
            (void)workspace->saveRun(sampleRun(n));
    }
    return contentOf(place.profile.databasePath());
}

} // namespace

/// What is not a good database of ours is refused with a sentence, and stays byte for byte.
class TestDamage : public QObject
{
    Q_OBJECT
    QByteArray m_good;

private Q_SLOTS:
    void initTestCase()
    {
        m_good = goodDatabase();
        QVERIFY(m_good.size() > 8192);
    }

    void refusedAndUntouched_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("code");
        const auto withNumber = [this](int at, quint32 value) {
            QByteArray changed = m_good;
            qToBigEndian(value, changed.data() + at);
            return changed;
        };
        QByteArray noise(8192, 0);
        for (char &byte : noise)
            byte = char(QRandomGenerator::global()->generate());
        QTest::newRow("newer by one") << withNumber(60, schema::kVersion + 1) << u"workspace.newer"_s;
        QTest::newRow("much newer") << withNumber(60, 1000000) << u"workspace.newer"_s;
        QTest::newRow("version 0") << withNumber(60, 0) << u"workspace.damaged"_s;
        QTest::newRow("negative version") << withNumber(60, 0xffffffff) << u"workspace.damaged"_s;
        QTest::newRow("of another program") << withNumber(68, 0x12345678) << u"workspace.notOurs"_s;
        QTest::newRow("of nobody") << withNumber(68, 0) << u"workspace.notOurs"_s;
        QTest::newRow("empty") << QByteArray() << u"workspace.damaged"_s;
        QTest::newRow("random bytes") << noise << u"workspace.damaged"_s;
        QTest::newRow("text") << QByteArray("hello\n") << u"workspace.damaged"_s;
        QTest::newRow("zeros") << QByteArray(8192, 0) << u"workspace.damaged"_s;
        QTest::newRow("odd page size") << QByteArray(m_good).replace(16, 2, "\x03\x01") << u"workspace.damaged"_s;
    }
    void refusedAndUntouched()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, code);
        const TemporaryProfile place;
        write(place.profile.databasePath(), content);
        const auto opened = Workspace::open(place.profile);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, code);
        QVERIFY(opened.error().message.contains(place.profile.databasePath()));
        QVERIFY(!opened.error().fix.isEmpty());
        QVERIFY(contentOf(place.profile.databasePath()) == content);
        QCOMPARE(databaseFiles(place.profile), QStringList{u"workspace.db"_s});
    }

    void aNewerVersionInTheLogOfAKilledOneIsSeen()
    {
        MOORING_NEEDS(hasSqlite(), "the sqlite3 program");
        const TemporaryProfile place;
        write(place.profile.databasePath(), m_good);
        const QString copies = place.folder.path() + u"/copies"_s;
        QVERIFY(QDir().mkdir(copies));
        // Copied while it is open: as a kill -9 leaves it.
        sqlite(place.profile.databasePath(),
               u"PRAGMA user_version=7;\n.shell cp %1* %2/\n"_s.arg(place.profile.databasePath(), copies));
        QVERIFY(QFileInfo(copies + u"/workspace.db-wal"_s).size() > 0);
        const QByteArray database = contentOf(copies + u"/workspace.db"_s),
                         log = contentOf(copies + u"/workspace.db-wal"_s);
        QVERIFY(database == m_good);
        write(place.profile.databasePath(), database);
        write(place.profile.databasePath() + u"-wal"_s, log);
        const auto opened = Workspace::open(place.profile);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, u"workspace.newer"_s);
        QVERIFY(contentOf(place.profile.databasePath()) == database);
        QVERIFY(contentOf(place.profile.databasePath() + u"-wal"_s) == log);
    }

    void theNewestBackupIsNamed()
    {
        const TemporaryProfile place;
        for (const QString &name : {u"workspace-20250101-000000-v1.db"_s, u"workspace-20260101-000000-v1.db"_s})
            write(place.profile.backupsFolder() + u'/' + name, "x");
        write(place.profile.databasePath(), m_good.left(5000));
        const auto opened = Workspace::open(place.profile);
        QCOMPARE(opened.error().code, u"workspace.damaged"_s);
        QVERIFY(opened.error().fix.contains(place.profile.backupsFolder() + u"/workspace-20260101-000000-v1.db"_s));
    }

    void truncatedAnywhere()
    {
        const TemporaryProfile place;
        for (qsizetype size = 0; size < m_good.size(); size += 512) {
            const QByteArray content = m_good.left(size);
            write(place.profile.databasePath(), content);
            const auto opened = Workspace::open(place.profile);
            QVERIFY2(!opened, qPrintable(QString::number(size)));
            QCOMPARE(opened.error().code, u"workspace.damaged"_s);
            QVERIFY(contentOf(place.profile.databasePath()) == content);
            QCOMPARE(databaseFiles(place.profile), QStringList{u"workspace.db"_s});
        }
    }

    void flippedBits_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 40; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void flippedBits()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        QByteArray content = m_good;
        const int flips = 1 << random.bounded(8);
        // Some seeds hit the first page, where the schema and all that SQLite relies on is.
        const qsizetype reach = seed % 2 ? content.size() : 4096;
        for (int n = 0; n < flips; ++n)
            content[random.bounded(int(reach))] ^= char(1 << random.bounded(8));
        const TemporaryProfile place;
        write(place.profile.databasePath(), content);
        auto opened = Workspace::open(place.profile);
        if (!opened) {
            QVERIFY2(QStringList({u"workspace.damaged"_s, u"workspace.notOurs"_s, u"workspace.newer"_s})
                         .contains(opened.error().code),
                     qPrintable(opened.error().code + opened.error().text()));
            QVERIFY(contentOf(place.profile.databasePath()) == content);
            QCOMPARE(databaseFiles(place.profile), QStringList{u"workspace.db"_s});
            return;
        }
        // Only contents changed: everything can be listed, and what cannot be read says so.
        const auto runs = (*opened)->runs({});
        QVERIFY(runs.ok() || runs.error().code == u"workspace.damaged");
        (void)(*opened)->targets();
        (void)(*opened)->liveRuns();
        const auto saved = (*opened)->saveRun(sampleRun(99));
        QVERIFY(saved.ok() || saved.error().code.startsWith(u"workspace."));
    }

    void whatActsByItselfIsRefused_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("trigger") << u"CREATE TRIGGER evil AFTER INSERT ON settings BEGIN DELETE FROM runs; END"_s;
        QTest::newRow("endless view")
            << u"CREATE VIEW e AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT x FROM c"_s;
        QTest::newRow("view instead of a table")
            << u"DROP TABLE settings; CREATE VIEW settings AS SELECT 'a' AS key, 1 AS value"_s;
        QTest::newRow("a table is missing") << u"DROP TABLE run_names"_s;
        QTest::newRow("a column is missing") << u"ALTER TABLE targets DROP COLUMN kind"_s;
    }
    void whatActsByItselfIsRefused()
    {
        MOORING_NEEDS(hasSqlite(), "the sqlite3 program");
        QFETCH(QString, sql);
        const TemporaryProfile place;
        write(place.profile.databasePath(), m_good);
        QCOMPARE(sqlite(place.profile.databasePath(), sql), QString());
        const QByteArray before = contentOf(place.profile.databasePath());
        const auto opened = Workspace::open(place.profile);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, u"workspace.damaged"_s);
        QVERIFY(contentOf(place.profile.databasePath()) == before);
    }
};

QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"
