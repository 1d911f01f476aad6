#include "tests/support/sqlfixture.h"
#include "tests/support/testsupport.h"
#include "tests/support/workspacesupport.h"

#include <QDir>
#include <QSignalSpy>

#include <fcntl.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

/// A mount that goes with its test.
class Mount
{
public:
    bool smallDisk(const QString &path)
    {
        m_path = QFile::encodeName(path);
        m_mounted = mount("mooring-test", m_path.constData(), "tmpfs", 0, "size=1M,mode=700") == 0;
        return m_mounted;
    }
    bool bindReadOnly(const QString &path)
    {
        m_path = QFile::encodeName(path);
        m_mounted = mount(m_path.constData(), m_path.constData(), nullptr, MS_BIND, nullptr) == 0;
        return m_mounted && makeWritable(false);
    }
    bool makeWritable(bool writable)
    {
        return mount(nullptr, m_path.constData(), nullptr, MS_BIND | MS_REMOUNT | (writable ? 0 : MS_RDONLY),
                     nullptr) == 0;
    }
    ~Mount()
    {
        if (m_mounted)
            umount2(m_path.constData(), MNT_DETACH);
    }

private:
    QByteArray m_path;
    bool m_mounted = false;
};

bool canMount()
{
    const QTemporaryDir folder;
    return geteuid() == 0 && Mount().smallDisk(folder.path());
}

/// Takes all the room that is left on the disk.
bool fill(const QString &folder)
{
    const int fd = open(QFile::encodeName(folder + u"/ballast"_s).constData(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    const QByteArray block(4096, 'x');
    while (write(fd, block.constData(), 4096) == 4096) {
    }
    close(fd);
    return true;
}

} // namespace

/// A disk that is full or cannot be written: said, nothing lost, over by itself.
class TestReadOnly : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { MOORING_NEEDS(canMount(), "root and a tmpfs"); }

    void aFullDiskIsReadOnlyUntilThereIsSpace()
    {
        const QTemporaryDir disk;
        Mount mounted;
        QVERIFY(mounted.smallDisk(disk.path()));
        const auto profile = Profile::open(disk.path() + u"/p"_s);
        MOORING_OK(profile);
        auto opened = Workspace::open(*profile);
        MOORING_OK(opened);
        Workspace &workspace = **opened;
        QSignalSpy changed(&workspace, &Workspace::readOnlyChanged);
        int saved = 0;
        while (saved < 3)
            saved += workspace.saveRun(sampleRun(saved)).ok();
        fill(disk.path());
        Error error;
        for (int n = saved; n < 200; ++n) {
            if (auto done = workspace.saveRun(sampleRun(n)); !done) {
                error = done.error();
                break;
            }
            ++saved;
        }
        QCOMPARE(error.code, u"workspace.diskFull"_s);
        QVERIFY(workspace.isReadOnly());
        QVERIFY(!workspace.readOnlyReason().isEmpty());
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(workspace.runCount().value(), saved); // what was acknowledged is there, and reading goes on
        QVERIFY(QFile::remove(disk.path() + u"/ballast"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.isReadOnly(), 5000);
        QTRY_COMPARE(changed.count(), 2);
        MOORING_OK(workspace.saveRun(sampleRun(500)));
        QCOMPARE(workspace.runCount().value(), saved + 1);
        opened = Error::canceled(); // closes it
        if (hasSqlite())
            QCOMPARE(sqlite(profile->databasePath(), u"PRAGMA integrity_check"_s), u"ok"_s);
    }

    void openedOnAFullDisk()
    {
        const QTemporaryDir disk;
        Mount mounted;
        QVERIFY(mounted.smallDisk(disk.path()));
        const auto profile = Profile::open(disk.path() + u"/p"_s);
        MOORING_OK(profile);
        {
            const auto workspace = Workspace::open(*profile);
            MOORING_OK(workspace);
            MOORING_OK((*workspace)->saveRun(sampleRun(1)));
        }
        fill(disk.path());
        const auto opened = Workspace::open(*profile);
        MOORING_OK(opened);
        Workspace &workspace = **opened;
        QCOMPARE(workspace.runCount().value(), 1);
        QCOMPARE(workspace.saveRun(sampleRun(2)).error().code, u"workspace.diskFull"_s);
        QVERIFY(workspace.isReadOnly());
        QVERIFY(QFile::remove(disk.path() + u"/ballast"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.isReadOnly(), 5000);
        MOORING_OK(workspace.saveRun(sampleRun(2)));
        QCOMPARE(workspace.runCount().value(), 2);
    }

    void madeOnAFullDiskIsRefusedWithTheReason()
    {
        const QTemporaryDir disk;
        Mount mounted;
        QVERIFY(mounted.smallDisk(disk.path()));
        const auto profile = Profile::open(disk.path() + u"/p"_s);
        MOORING_OK(profile);
        fill(disk.path());
        const auto opened = Workspace::open(*profile);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, u"workspace.cannotCreate"_s);
        QVERIFY(!opened.error().fix.isEmpty());
        QCOMPARE(QDir(profile->folder()).entryList({u"workspace.db*"_s}), QStringList());
    }

    void aReadOnlyProfileIsReadAndSaysSo()
    {
        const TemporaryProfile place;
        MOORING_OK(place.open()->saveRun(sampleRun(1)));
        Mount mounted;
        MOORING_NEEDS(mounted.bindReadOnly(place.profile.folder()), "a bind mount");
        const auto profile = Profile::open(place.profile.folder());
        MOORING_OK(profile);
        QVERIFY(!profile->isWritable());
        const auto opened = Workspace::open(*profile);
        MOORING_OK(opened);
        Workspace &workspace = **opened;
        QVERIFY(workspace.isReadOnly());
        QVERIFY(workspace.readOnlyReason().contains(profile->folder()));
        QCOMPARE(workspace.runCount().value(), 1);
        QCOMPARE(workspace.saveRun(sampleRun(2)).error().code, u"workspace.readOnly"_s);
        QCOMPARE(workspace.nextRunName(u"train"_s).error().code, u"workspace.readOnly"_s);
        QSignalSpy changed(&workspace, &Workspace::readOnlyChanged);
        QVERIFY(mounted.makeWritable(true));
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.isReadOnly(), 5000);
        QTRY_COMPARE(changed.count(), 1);
        MOORING_OK(workspace.saveRun(sampleRun(2)));
        QCOMPARE(workspace.runCount().value(), 2);
    }

    void anEmptyReadOnlyProfileIsRefusedWithTheReason()
    {
        const TemporaryProfile place;
        Mount mounted;
        MOORING_NEEDS(mounted.bindReadOnly(place.profile.folder()), "a bind mount");
        const auto opened = Workspace::open(Profile::open(place.profile.folder()).value());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, u"workspace.cannotCreate"_s);
        QVERIFY(opened.error().cause.contains(u"Read-only"_s));
    }
};

QTEST_GUILESS_MAIN(TestReadOnly)
#include "tst_readonly.moc"
