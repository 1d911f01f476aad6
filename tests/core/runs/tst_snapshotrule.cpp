#include "core/runs/snapshotrule.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestSnapshotRule : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    void write(const QString &name, const QByteArray &content) const
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

private Q_SLOTS:
    void initTestCase()
    {
        write(u".gitignore"_s, "*.log\n/raw\n");
        write(u".amlignore"_s, "# big\n*.csv\n\ndata/\n!keep.csv\n");
        write(u"sub/.amlignore"_s, "*.bin\n");
    }
    void finds_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("rule"); // empty: none
        QTest::newRow("in a folder") << QByteArray("data/fold_3.parquet") << u".amlignore, line 4: data/"_s;
        QTest::newRow("deep in it") << QByteArray("data/a/b/c.txt") << u".amlignore, line 4: data/"_s;
        QTest::newRow("the file itself") << QByteArray("x.csv") << u".amlignore, line 2: *.csv"_s;
        QTest::newRow("brought back") << QByteArray("keep.csv") << QString();
        QTest::newRow("git's") << QByteArray("raw/1.txt") << u".gitignore, line 2: /raw"_s;
        QTest::newRow("of a deeper folder") << QByteArray("sub/w.bin") << u"sub/.amlignore, line 1: *.bin"_s;
        QTest::newRow("not in another") << QByteArray("w.bin") << QString();
        QTest::newRow("always") << QByteArray("outputs/model.bin") << u"always left out"_s;
        QTest::newRow("no rule") << QByteArray("train.py") << QString();
        QTest::newRow("a folder that is not there") << QByteArray("no/such/file") << QString();
    }
    void finds()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, rule);
        const auto found = ruleAgainst(m_folder.path(), path);
        QCOMPARE(found ? found->text() : QString(), rule);
    }
    void noSnapshot() { QVERIFY(!ruleAgainst(m_folder.filePath(u"gone"_s), "data/x")); }
};

QTEST_GUILESS_MAIN(TestSnapshotRule)
#include "tst_snapshotrule.moc"
