#include "core/base/files.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

#include <sys/stat.h>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesWithModeWhateverTheUmask()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a"_s);
        const mode_t before = umask(0);
        MOORING_OK(writeFileAtomically(path, "one"));
        umask(0777);
        const auto second = writeFileAtomically(path, "two");
        umask(before);
        MOORING_OK(second);
        QCOMPARE(readWholeFile(path).valueOr({}), QByteArray("two"));
        struct stat info
        {
        };
        QCOMPARE(stat(QFile::encodeName(path).constData(), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), 0600);
    }

    void fullDiskLeavesTheOldFile()
    {
        QTemporaryDir folder;
        const QString mount = folder.filePath(u"small"_s);
        QDir().mkpath(mount);
        const QByteArray target = QFile::encodeName(mount);
        const bool mounted =
            std::system(("mount -t tmpfs -o size=64k none " + target + " 2>/dev/null").constData()) == 0;
        MOORING_NEEDS(mounted, "the right to mount a small tmpfs");
        const QString path = mount + u"/settings"_s;
        const auto first = writeFileAtomically(path, "old");
        const auto second = writeFileAtomically(path, QByteArray(200'000, 'x'));
        const auto content = readWholeFile(path);
        const auto names = QDir(mount).entryList(QDir::Files);
        std::system(("umount " + target).constData());
        MOORING_OK(first);
        QVERIFY(!second);
        QCOMPARE(second.error().code, u"file.diskFull"_s);
        QVERIFY(!second.error().fix.isEmpty());
        QCOMPARE(content.valueOr({}), QByteArray("old"));
        QCOMPARE(names, QStringList{u"settings"_s}); // no temporary file stays
    }

    void ranges_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<qint64>("max");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("all") << qint64(0) << qint64(100) << QByteArray("0123456789");
        QTest::newRow("middle") << qint64(3) << qint64(4) << QByteArray("3456");
        QTest::newRow("at the end") << qint64(10) << qint64(4) << QByteArray();
        QTest::newRow("behind the end") << qint64(99) << qint64(4) << QByteArray();
    }
    void ranges()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"f"_s);
        MOORING_OK(writeFileAtomically(path, "0123456789"));
        QFETCH(qint64, offset);
        QFETCH(qint64, max);
        QTEST(readFileRange(path, offset, max).valueOr("error"), "bytes");
    }

    void missing()
    {
        QCOMPARE(readFileRange(u"/nonexistent/x"_s, 0, 1).error().code, u"file.missing"_s);
        QCOMPARE(readWholeFile(u"/nonexistent/x"_s).error().code, u"file.missing"_s);
    }

    void tooLarge()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"f"_s);
        MOORING_OK(writeFileAtomically(path, QByteArray(1001, 'x')));
        QCOMPARE(readWholeFile(path, 1000).error().code, u"file.tooLarge"_s);
        MOORING_OK(readWholeFile(path, 1001));
    }

    void foldersArePrivate()
    {
        QTemporaryDir folder;
        const mode_t before = umask(0);
        const auto made = makeFolder(folder.filePath(u"a/b"_s));
        umask(before);
        MOORING_OK(made);
        struct stat info
        {
        };
        QCOMPARE(stat(QFile::encodeName(folder.filePath(u"a"_s)).constData(), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), 0700);
        MOORING_OK(writeFileAtomically(folder.filePath(u"file"_s), "x"));
        QCOMPARE(makeFolder(folder.filePath(u"file/sub"_s)).error().code, u"file.notAFolder"_s);
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
