#include "core/workspace/databasefile.h"
#include "core/workspace/schema.h"
#include "core/workspace/sqlconnection.h"
#include "core/workspace/windowlock.h"
#include "tests/support/sqlfixture.h"
#include "tests/support/testsupport.h"
#include "tests/support/workspacesupport.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>

#include <csignal>
#include <cstdio>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRows = 200;

/// This program again, as another Mooring on the same profile. What it does is in childMain().
class Child : public QProcess
{
public:
    Child(const QString &what, const Profile &profile, const QString &argument = u"0"_s)
    {
        setProcessChannelMode(QProcess::ForwardedErrorChannel);
        start(QCoreApplication::applicationFilePath(), {u"--child"_s, what, profile.folder(), argument});
    }
    QStringList words()
    {
        return QString::fromUtf8(m_output += readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    }
    /// After a line that is not empty was printed.
    bool waitForWord(int limitMs = 10000)
    {
        return QTest::qWaitFor([this] { return !words().isEmpty(); }, limitMs);
    }
    /// SIGKILL; true when it is gone, also when it had ended before.
    bool end()
    {
        kill();
        return state() == QProcess::NotRunning || waitForFinished();
    }

private:
    QByteArray m_output;
};

void say(const QString &word)
{
    std::puts(qPrintable(word));
    std::fflush(stdout);
}

/// `write`: rows numbered from `argument`, each name said when it is durable. `open`: opens and closes. `window`: takes
/// the window's lock and keeps it for a while; says what came of it.
int childMain(const QStringList &arguments)
{
    const auto profile = Profile::open(arguments.at(3));
    if (!profile)
        return 3;
    if (arguments.at(2) == u"window") {
        auto lock = WindowLock::acquire(*profile, arguments.at(4));
        say(lock ? u"owner"_s : lock.error().code);
        if (!lock)
            return 0;
        QObject::connect(lock->get(), &WindowLock::raiseRequested, lock->get(),
                         [](const QString &route) { say(u"raised "_s + route); });
        QCoreApplication::exec();
        return 0;
    }
    auto workspace = Workspace::open(*profile);
    if (!workspace) {
        say(workspace.error().code + u' ' + workspace.error().text());
        return 2;
    }
    const int from = arguments.at(4).toInt();
    for (int n = from; arguments.at(2) == u"write" && n < from + kRows; ++n) {
        RunRecord run = sampleRun(n);
        const auto name = (*workspace)->nextRunName(u"both"_s);
        run.name = name.valueOr(u"none"_s);
        if (!name || !(*workspace)->saveRun(run))
            return 1;
        say(run.id + u' ' + run.name);
    }
    return 0;
}

} // namespace

/// Several processes on one profile, and processes that are killed.
class TestProcesses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoWritersLoseNothing()
    {
        const TemporaryProfile place;
        const auto here = place.open();
        QSignalSpy changed(here.get(), &Workspace::changed);
        Child first(u"write"_s, place.profile, u"1000"_s), second(u"write"_s, place.profile, u"5000"_s);
        QTRY_VERIFY_WITH_TIMEOUT(first.state() == QProcess::NotRunning && second.state() == QProcess::NotRunning,
                                 60000);
        QCOMPARE(first.exitCode(), 0);
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(here->runCount().value(), 2 * kRows);
        QSet<QString> names;
        for (const QString &line : first.words() + second.words()) {
            names << line.section(u' ', 1);
            QVERIFY(here->findRun(line.section(u' ', 0, 0)).ok());
        }
        QCOMPARE(names.size(), 2 * kRows); // no name twice
        QTRY_VERIFY(changed.count() > 0);
    }

    void whatAnotherProcessWroteIsSeenWithinASecond()
    {
        const TemporaryProfile place;
        const auto here = place.open();
        QCOMPARE(here->runCount().value(), 0);
        QSignalSpy changed(here.get(), &Workspace::changed);
        Child other(u"write"_s, place.profile);
        QVERIFY(other.waitForWord());
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY_WITH_TIMEOUT(changed.count() > 0, 1000);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(here->runCount().value() > 0);
        QVERIFY(other.end());
    }

    void startedTogetherOnANewProfile()
    {
        for (int round = 0; round < 3; ++round) {
            const TemporaryProfile place;
            std::vector<std::unique_ptr<Child>> children;
            for (int n = 0; n < 4; ++n)
                children.push_back(std::make_unique<Child>(u"open"_s, place.profile));
            for (const auto &child : children) {
                QVERIFY(child->state() == QProcess::NotRunning || child->waitForFinished(20000));
                QVERIFY2(child->exitCode() == 0, qPrintable(child->words().join(u' ')));
            }
            QCOMPARE(QDir(place.profile.folder()).entryList({u"workspace.db*"_s}, QDir::Files),
                     QStringList{u"workspace.db"_s});
            MOORING_OK(Workspace::open(place.profile));
        }
    }

    void killedWhileWriting()
    {
        const TemporaryProfile place;
        MOORING_OK(Workspace::open(place.profile));
        QStringList acknowledged;
        for (int round = 0; round < 12; ++round) {
            Child child(u"write"_s, place.profile, QString::number(round * 1000));
            QVERIFY(child.waitForWord());
            QTest::qWait(QRandomGenerator::global()->bounded(150));
            QVERIFY(child.end());
            acknowledged << child.words();
            const auto workspace = Workspace::open(place.profile);
            MOORING_OK(workspace);
            for (const QString &line : child.words())
                QVERIFY2((*workspace)->findRun(line.section(u' ', 0, 0)).ok(), qPrintable(line));
        }
        QVERIFY(acknowledged.size() >= 12);
        if (hasSqlite())
            QCOMPARE(sqlite(place.profile.databasePath(), u"PRAGMA integrity_check"_s), u"ok"_s);
    }

    void killedWhileMigrating()
    {
        MOORING_NEEDS(hasSqlite(), "the sqlite3 program");
        const QTemporaryDir folder;
        const QString old = folder.path() + u"/old.db"_s;
        QVERIFY(makeDatabase(old, u"v1.sql"_s));
        // Enough rows that the migration lasts a while.
        QCOMPARE(sqlite(old, u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<300) INSERT INTO "
                             u"runs SELECT 'more-'||i, 'm-'||i, "
                             "target, state, experiment, created_at, document FROM n, (SELECT * FROM runs LIMIT 1)"_s),
                 QString());
        int stillOld = 0, alreadyNew = 0;
        qint64 whole = 0; // how long it takes when nobody kills it
        for (int round = 0; round < 12; ++round) {
            const TemporaryProfile place;
            QVERIFY(QFile::copy(old, place.profile.databasePath()));
            QElapsedTimer timer;
            timer.start();
            Child child(u"open"_s, place.profile);
            QVERIFY(child.waitForStarted());
            if (round == 0) {
                QVERIFY(child.state() == QProcess::NotRunning || child.waitForFinished());
                whole = timer.elapsed();
            }
            QTest::qWait(int(whole * round / 11));
            QVERIFY(child.end());
            const int version = DatabaseFile::inspect(place.profile.databasePath()).version;
            QVERIFY2(version == 1 || version == schema::kVersion, qPrintable(QString::number(version)));
            (version == 1 ? stillOld : alreadyNew)++;
            const auto workspace = Workspace::open(place.profile);
            MOORING_OK(workspace);
            QCOMPARE((*workspace)->runCount().value(), 308);
            QVERIFY(!QDir(place.profile.backupsFolder()).entryList({u"workspace-*-v1.db"_s}).isEmpty());
            QCOMPARE(sqlite(place.profile.databasePath(), u"PRAGMA integrity_check"_s), u"ok"_s);
        }
        qInfo() << "killed before the end:" << stillOld << "after:" << alreadyNew;
    }

    void lockedByAnotherProgram()
    {
        MOORING_NEEDS(hasSqlite(), "the sqlite3 program");
        const TemporaryProfile place;
        const auto workspace = place.open();
        QProcess other;
        other.start(u"sqlite3"_s, {place.profile.databasePath()});
        other.write("BEGIN IMMEDIATE; SELECT 'locked';\n");
        QVERIFY(other.waitForReadyRead(5000));
        QElapsedTimer timer;
        timer.start();
        MOORING_OK(workspace->runs({})); // reading goes on
        QVERIFY(timer.elapsed() < 1000);
        const auto refused = workspace->saveRun(sampleRun(1));
        QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"workspace.busy"_s);
        QVERIFY2(refused.error().message.contains(u"sqlite3"_s), qPrintable(refused.error().message));
        QVERIFY(!workspace->isReadOnly());
        other.write("ROLLBACK;\n");
        other.closeWriteChannel();
        QVERIFY(other.waitForFinished(5000));
        MOORING_OK(workspace->saveRun(sampleRun(1)));
    }

    void aNewerMooringThatMigratesMeanwhileStopsUs()
    {
        MOORING_NEEDS(hasSqlite(), "the sqlite3 program");
        const TemporaryProfile place;
        const auto workspace = place.open();
        MOORING_OK(workspace->saveRun(sampleRun(1)));
        QCOMPARE(sqlite(place.profile.databasePath(), u"PRAGMA user_version=%1"_s.arg(schema::kVersion + 1)),
                 QString());
        QCOMPARE(workspace->saveRun(sampleRun(2)).error().code, u"workspace.newer"_s);
    }

    void twoWindowsAtTheSameMomentHaveOneOwner()
    {
        for (int round = 0; round < 10; ++round) {
            const TemporaryProfile place;
            Child first(u"window"_s, place.profile, u"run/a"_s), second(u"window"_s, place.profile, u"run/b"_s);
            QVERIFY(first.waitForWord());
            QVERIFY(second.waitForWord());
            Child &owner = first.words().at(0) == u"owner" ? first : second;
            Child &other = &owner == &first ? second : first;
            QCOMPARE(owner.words().at(0), u"owner"_s);
            QCOMPARE(other.words(), QStringList{u"window.alreadyOpen"_s});
            QTRY_COMPARE(owner.words().value(1), &owner == &first ? u"raised run/b"_s : u"raised run/a"_s);
            QVERIFY(owner.end()); // leaves its socket behind
            Child next(u"window"_s, place.profile);
            QVERIFY(next.waitForWord());
            QCOMPARE(next.words(), QStringList{u"owner"_s});
            QVERIFY(next.end());
        }
    }

    void aWindowThatDoesNotAnswerIsSaidSo()
    {
        const TemporaryProfile place;
        Child owner(u"window"_s, place.profile);
        QVERIFY(owner.waitForWord());
        const auto pid = pid_t(owner.processId()); // 0 once it has ended: that would stop everything around the test
        QVERIFY(pid > 1);
        kill(pid, SIGSTOP);
        QElapsedTimer timer;
        timer.start();
        const auto refused = WindowLock::acquire(place.profile);
        kill(pid, SIGCONT);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"window.noAnswer"_s);
        QVERIFY(refused.error().cause.contains(QString::number(owner.processId())));
        QVERIFY(timer.elapsed() < 6000);
        QVERIFY(owner.end());
    }

    void theSocketIsOursAlone()
    {
        const TemporaryProfile place;
        const auto lock = WindowLock::acquire(place.profile);
        MOORING_OK(lock);
        const QFileInfo socket(WindowLock::socketPath(place.profile));
        QVERIFY(socket.exists());
        QVERIFY(QFile::encodeName(socket.filePath()).size() < 100);
        QVERIFY(
            !(socket.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == u"--child")
        return childMain(app.arguments());
    TestProcesses test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_processes.moc"
