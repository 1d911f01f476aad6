#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

struct Window
{
    explicit Window(const QStringList &arguments, const QString &profile)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"MOORING_PROFILE"_s, profile);
        environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(MOORING_BINARY), arguments);
    }
    ~Window()
    {
        process.kill();
        process.waitForFinished();
    }
    QProcess process;
};

} // namespace

/// The program itself, as it is started from a desktop.
class TestWindowProcess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSecondStartLeavesAndTheFirstStays();
    void keepsTheLayoutAlsoWhenKilled();
    void aNewerDatabaseIsNotTouched();
};

void TestWindowProcess::aSecondStartLeavesAndTheFirstStays()
{
    QTemporaryDir folder;
    const QString profile = folder.path() + u"/p"_s;
    Window first({u"--page"_s, u"models"_s}, profile);
    QVERIFY(first.process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(profile + u"/state/ui.json"_s), 20000);
    Window second({u"--page"_s, u"endpoints"_s}, profile);
    QVERIFY(second.process.waitForFinished(15000));
    QCOMPARE(second.process.exitCode(), 0);
    QCOMPARE(first.process.state(), QProcess::Running);
    // It was asked for another page, and went there.
    const auto route = [&] {
        QFile file(profile + u"/state/ui.json"_s);
        return file.open(QIODevice::ReadOnly) && file.readAll().contains("\"endpoints\"");
    };
    QTRY_VERIFY_WITH_TIMEOUT(route(), 10000);
}

void TestWindowProcess::keepsTheLayoutAlsoWhenKilled()
{
    QTemporaryDir folder;
    const QString profile = folder.path() + u"/p"_s;
    Window window({u"--page"_s, u"models"_s}, profile);
    QVERIFY(window.process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(profile + u"/state/ui.json"_s), 20000);
    window.process.kill(); // SIGKILL; does nothing to others when the process has ended
    QVERIFY(window.process.waitForFinished());
    QFile file(profile + u"/state/ui.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("\"models\""));
    // The lock went with the process.
    Window again({}, profile);
    QVERIFY(again.process.waitForStarted());
    QTest::qWait(1500);
    QCOMPARE(again.process.state(), QProcess::Running);
}

void TestWindowProcess::aNewerDatabaseIsNotTouched()
{
    QTemporaryDir folder;
    const QString profile = folder.path() + u"/p"_s;
    {
        QProcess init;
        init.start(QStringLiteral(MOORING_BINARY), {u"--profile"_s, profile, u"init"_s});
        QVERIFY(init.waitForFinished(20000));
        QCOMPARE(init.exitCode(), 0);
    }
    QFile database(profile + u"/workspace.db"_s);
    QVERIFY(database.open(QIODevice::ReadWrite));
    QVERIFY(database.seek(60)); // user_version, big-endian
    database.write(QByteArray("\x00\x00\x03\xe7", 4));
    database.seek(0);
    const QByteArray before = database.readAll();
    database.close();
    Window window({}, profile);
    QVERIFY(window.process.waitForStarted());
    QTest::qWait(2000);
    QCOMPARE(window.process.state(), QProcess::Running); // it shows a page that says so
    QVERIFY(database.open(QIODevice::ReadOnly));
    QCOMPARE(database.readAll(), before);
}

QTEST_MAIN(TestWindowProcess)
#include "tst_windowprocess.moc"
