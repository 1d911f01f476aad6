#include "core/workspace/profile.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

int modeOf(const QString &path)
{
    struct stat info
    {
    };
    return stat(QFile::encodeName(path).constData(), &info) == 0 ? int(info.st_mode & 07777) : -1;
}

} // namespace

class TestProfile : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

private Q_SLOTS:
    void init()
    {
        for (const char *name : {"MOORING_PROFILE", "XDG_DATA_HOME"})
            qunsetenv(name);
        qputenv("HOME", QFile::encodeName(m_folder.path()));
    }

    void theFolderIsChosen_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("data");
        QTest::addColumn<QString>("expected");
        const QString base = m_folder.path();
        QTest::newRow("option first") << base + u"/a"_s << base + u"/b"_s << base + u"/c"_s << base + u"/a"_s;
        QTest::newRow("then the variable") << QString() << base + u"/b"_s << base + u"/c"_s << base + u"/b"_s;
        QTest::newRow("then the data folder") << QString() << QString() << base + u"/c"_s << base + u"/c/mooring"_s;
        QTest::newRow("a relative data folder does not count")
            << QString() << QString() << u"c"_s << base + u"/.local/share/mooring"_s;
        QTest::newRow("home") << QString() << QString() << QString() << base + u"/.local/share/mooring"_s;
        QTest::newRow("odd name") << base + u"/a b\u00e4'\"$x/../p"_s << QString() << QString() << base + u"/p"_s;
    }
    void theFolderIsChosen()
    {
        QFETCH(QString, option);
        QFETCH(QString, variable);
        QFETCH(QString, data);
        QFETCH(QString, expected);
        qputenv("MOORING_PROFILE", variable.toUtf8());
        qputenv("XDG_DATA_HOME", data.toUtf8());
        const auto profile = Profile::open(option);
        MOORING_OK(profile);
        QCOMPARE(profile->folder(), expected);
        QVERIFY(profile->isWritable());
        for (const QString &path : {profile->folder(), profile->runsFolder(), profile->environmentsFolder(),
                                    profile->backupsFolder(), profile->cacheFolder(), profile->stateFolder()}) {
            QVERIFY(path.startsWith(expected));
            QCOMPARE(modeOf(path), 0700);
        }
    }

    void noHomeIsAnErrorAndNothingIsMade_data()
    {
        QTest::addColumn<QByteArray>("home");
        QTest::newRow("unset") << QByteArray();
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("relative") << QByteArray("home");
    }
    void noHomeIsAnErrorAndNothingIsMade()
    {
        QFETCH(QByteArray, home);
        if (home.isNull())
            qunsetenv("HOME");
        else
            qputenv("HOME", home);
        const QTemporaryDir here;
        const QString before = QDir::currentPath();
        QDir::setCurrent(here.path());
        const auto profile = Profile::open({});
        QDir::setCurrent(before);
        QVERIFY(!profile);
        QCOMPARE(profile.error().code, u"profile.noHome"_s);
        QVERIFY(QDir(here.path()).isEmpty());
    }

    void theUmaskDoesNotMatter_data()
    {
        QTest::addColumn<int>("mask");
        for (const int mask : {0, 022, 077, 0277})
            QTest::addRow("%03o", unsigned(mask)) << mask;
    }
    void theUmaskDoesNotMatter()
    {
        QFETCH(int, mask);
        const QString path = m_folder.path() + u"/umask-%1"_s.arg(mask);
        const mode_t before = umask(mode_t(mask));
        const auto profile = Profile::open(path);
        umask(before);
        MOORING_OK(profile);
        QCOMPARE(modeOf(path), 0700);
        QCOMPARE(modeOf(profile->runsFolder()), 0700);
        QVERIFY(profile->notices().isEmpty());
    }

    void anOpenFolderIsMadePrivateAndSaidSo()
    {
        const QString path = m_folder.path() + u"/open"_s;
        QVERIFY(QDir().mkdir(path));
        QCOMPARE(chmod(QFile::encodeName(path).constData(), 0755), 0);
        const auto profile = Profile::open(path);
        MOORING_OK(profile);
        QCOMPARE(modeOf(path), 0700);
        QCOMPARE(profile->notices().size(), 1);
        QVERIFY(profile->notices().at(0).contains(path));
        QVERIFY(Profile::open(path)->notices().isEmpty());
    }

    void whatIsNoFolderOfOursIsRefused()
    {
        const QString file = m_folder.path() + u"/file"_s;
        QFile made(file);
        QVERIFY(made.open(QIODevice::WriteOnly));
        QCOMPARE(Profile::open(file).error().code, u"profile.notAFolder"_s);
        QCOMPARE(Profile::open(file + u"/below"_s).error().code, u"profile.cannotCreate"_s);
        const QString dangling = m_folder.path() + u"/dangling"_s;
        QVERIFY(QFile::link(m_folder.path() + u"/nowhere"_s, dangling));
        QCOMPARE(Profile::open(dangling).error().code, u"profile.cannotCreate"_s);
        QVERIFY(!QFile::exists(m_folder.path() + u"/nowhere"_s));
    }

    void aFolderOfAnotherUserIsRefused()
    {
        MOORING_NEEDS(geteuid() == 0, "root, to make a folder of another user");
        const QString theirs = m_folder.path() + u"/theirs"_s, link = m_folder.path() + u"/link"_s;
        QVERIFY(QDir().mkdir(theirs));
        QCOMPARE(chown(QFile::encodeName(theirs).constData(), 12345, 12345), 0);
        const int before = modeOf(theirs);
        QVERIFY(QFile::link(theirs, link));
        for (const QString &path : {theirs, link})
            QCOMPARE(Profile::open(path).error().code, u"profile.foreign"_s);
        QCOMPARE(modeOf(theirs), before);
        QVERIFY(QDir(theirs).isEmpty());
    }

    void aLinkToAFolderOfOurOwnIsFine()
    {
        const QString own = m_folder.path() + u"/own"_s, link = m_folder.path() + u"/ownlink"_s;
        QVERIFY(QDir().mkdir(own));
        QVERIFY(QFile::link(own, link));
        MOORING_OK(Profile::open(link));
        QCOMPARE(modeOf(own), 0700);
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
