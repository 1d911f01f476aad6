#include "core/runs/runfolder.h"
#include "core/runs/runlog.h"
#include "core/targets/local/localhost.h"
#include "tests/support/folderrunbook.h"
#include "tests/support/oddlines.h"
#include "tests/support/pretendhost.h"
#include "tests/support/runbench.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTimer>

#include <csignal>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kKills = 50;
constexpr int kAtOnce = 4;
constexpr int kLatestMs = 1100;    // a whole run takes about this long
constexpr int kSubmissionMs = 250; // and its submission this: half of the kills fall there

constexpr int kRemoteLatestMs = 3000;

/// Output that is no text, a line each 20 ms: half a second of it, or more where the copy is to be interrupted.
int linesOf(bool remote) { return remote ? 70 : 25; }

struct Kill
{
    std::unique_ptr<QTemporaryDir> dir = std::make_unique<QTemporaryDir>();
    int atMs = 0;
    bool killed = false; ///< it had not ended by itself
};

/// What the next Mooring does: look until nothing is live. Gives all records.
std::vector<RunRecord> recover(FolderRunBook &book, RunService &service)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 20000) {
        auto live = service.refreshLive({});
        if (live && std::all_of(live->begin(), live->end(), [](const RunRecord &run) { return isEnded(run.state); }))
            break;
        CancelToken().waitFor(std::chrono::milliseconds(30));
    }
    return book.all();
}

} // namespace

/// kill -9 of a Mooring that submits and follows, at random moments: the state is the truth afterwards, the log is
/// whole.
class TestKillMooring : public QObject
{
    Q_OBJECT
private:
    int m_notStarted = 0, m_completed = 0, m_noRecord = 0, m_copiedBefore = 0;

    void writeScript(const Kill &kill, bool remote)
    {
        QVERIFY(kill.dir->isValid() && QDir(kill.dir->path()).mkpath(u"source"_s));
        QFile script(kill.dir->filePath(u"source/s.sh"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(printOddLines(linesOf(remote)));
    }

    /// Runs on another computer: the next Mooring finds the state and completes the copy, byte for byte.
    void checkCopy(const Kill &kill)
    {
        FolderRunBook book(kill.dir->filePath(u"book"_s));
        const QString spool = kill.dir->filePath(u"spool"_s);
        auto host =
            std::make_shared<PretendHost>(kill.dir->filePath(u"runs"_s), kill.dir->filePath(u"environments"_s), spool);
        RunService service(
            book,
            [host](const QString &) -> Result<std::shared_ptr<RunHost>> { return std::shared_ptr<RunHost>(host); }, {},
            spool);
        const QStringList before = QDir(spool).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        if (!before.isEmpty()) { // what the killed one left is a beginning of the log
            const QByteArray copied = readWholeFile(RunFolder(spool, before[0]).log(u"std"_s)).valueOr({});
            QVERIFY(oddLines(linesOf(true)).startsWith(copied));
            m_copiedBefore += copied.isEmpty() || copied == oddLines(linesOf(true)) ? 0 : 1;
        }
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 20000 && !service.busyTargets().valueOr({u"box"_s}).isEmpty()) {
            (void)service.lookAt(u"box"_s, {});
            CancelToken().waitFor(std::chrono::milliseconds(20));
        }
        const std::vector<RunRecord> runs = book.all();
        QVERIFY(runs.size() <= 1);
        if (runs.empty()) {
            ++m_noRecord;
            return;
        }
        const RunRecord &run = runs.front();
        QVERIFY2(isEnded(run.state), qPrintable(toWord(run.state) + run.reason));
        if (run.state == RunState::Failed) {
            QVERIFY2(run.reason.contains(u"Nothing was run."), qPrintable(run.reason));
            ++m_notStarted;
            return;
        }
        QCOMPARE(toWord(run.state), u"Completed"_s);
        const auto files = service.files(run);
        MOORING_OK(files);
        QVERIFY(files->isComplete);
        QCOMPARE(files->notices, QStringList());
        for (const QString &name : {u"std"_s, u"provisioning"_s})
            QVERIFY(readWholeFile(RunFolder(spool, run.id).log(name)).valueOr("none") ==
                    readWholeFile(RunFolder(host->runsFolder(), run.id).log(name)).valueOr({}));
        QVERIFY(readWholeFile(RunFolder(spool, run.id).log(u"std"_s)).valueOr({}) == oddLines(linesOf(true)));
        ++m_completed;
    }

    void check(const Kill &kill)
    {
        FolderRunBook book(kill.dir->filePath(u"book"_s));
        auto host = std::make_shared<LocalHost>(kill.dir->filePath(u"runs"_s), kill.dir->filePath(u"environments"_s));
        RunService service(book, [host](const QString &) -> Result<std::shared_ptr<RunHost>> {
            return std::shared_ptr<RunHost>(host);
        });
        const std::vector<RunRecord> runs = recover(book, service);
        const QStringList folders = QDir(host->runsFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        if (runs.empty()) {
            QCOMPARE(folders, QStringList());
            ++m_noRecord;
            return;
        }
        QCOMPARE(runs.size(), size_t(1));
        const RunRecord &run = runs.front();
        QVERIFY2(isEnded(run.state), qPrintable(toWord(run.state) + run.reason));
        const RunFolder folder(host->runsFolder(), run.id);
        const QByteArray log = readWholeFile(folder.log(u"std"_s)).valueOr({});
        if (run.state == RunState::Failed) {
            QVERIFY2(run.reason.contains(u"Nothing was run."), qPrintable(run.reason));
            QCOMPARE(log, QByteArray());
            QVERIFY(!QFile::exists(folder.file(u"sup.pid")));
            QCOMPARE(RunBench::processesOf(run.id), QStringList());
            ++m_notStarted;
            return;
        }
        QCOMPARE(toWord(run.state), u"Completed"_s);
        QVERIFY(log == oddLines(linesOf(false)));
        // The spool goes on at the exact byte.
        QByteArray spool = readWholeFile(kill.dir->filePath(u"spool"_s)).valueOr({});
        QVERIFY(log.startsWith(spool));
        MOORING_OK(
            followLog(service, run, u"std"_s, spool.size(), {}, [&spool](const QByteArray &bytes) { spool += bytes; }));
        QVERIFY(spool == log);
        ++m_completed;
    }

private Q_SLOTS:
    void atRandomMoments_data()
    {
        QTest::addColumn<bool>("remote");
        QTest::newRow("this computer") << false;
        QTest::newRow("another computer") << true;
    }
    void atRandomMoments()
    {
        QFETCH(bool, remote);
        m_notStarted = m_completed = m_noRecord = 0;
        bool given = false;
        quint32 seed = qEnvironmentVariable("MOORING_SEED").toUInt(&given);
        if (!given)
            seed = QRandomGenerator::global()->generate() % 1'000'000;
        QRandomGenerator random(seed);
        qInfo("MOORING_SEED=%u repeats the moments", seed);
        int killed = 0;
        int latest = remote ? kRemoteLatestMs : kLatestMs;
        for (int done = 0; done < kKills; done += kAtOnce) {
            std::vector<Kill> kills(size_t(std::min(kAtOnce, kKills - done)));
            std::vector<std::unique_ptr<QProcess>> processes;
            for (Kill &kill : kills) {
                writeScript(kill, remote);
                kill.atMs = int(random.bounded(processes.size() % 2 ? latest : kSubmissionMs));
                processes.push_back(std::make_unique<QProcess>());
                QProcess *process = processes.back().get();
                process->start(QStringLiteral(MOORING_SUBMITANDFOLLOW),
                               remote ? QStringList{kill.dir->path(), u"remote"_s} : QStringList{kill.dir->path()});
                QVERIFY(process->waitForStarted());
                QTimer::singleShot(kill.atMs, Qt::PreciseTimer, process, [process, &kill] {
                    kill.killed = process->state() == QProcess::Running;
                    process->kill();
                });
            }
            const int copiedBefore = m_copiedBefore;
            for (size_t i = 0; i < kills.size(); ++i) {
                QTRY_COMPARE(processes[i]->state(), QProcess::NotRunning);
                killed += kills[i].killed ? 1 : 0;
            }
            for (const Kill &kill : kills) {
                remote ? checkCopy(kill) : check(kill);
                if (QTest::currentTestFailed()) {
                    qWarning("killed after %d ms", kill.atMs);
                    return;
                }
            }
            if (remote && m_copiedBefore == copiedBefore) // a busy machine copies later
                latest = std::min(latest * 3 / 2, kRemoteLatestMs * 5);
        }
        qInfo("%d kills of %d, the last within %d ms: %d before the record, %d not started, %d completed", killed,
              kKills, latest, m_noRecord, m_notStarted, m_completed);
        QVERIFY(killed > kKills / 2);
        QVERIFY(m_completed > 0);
        if (remote)
            qInfo("%d of them in the middle of the copy", m_copiedBefore);
        QVERIFY(!remote || m_copiedBefore > 0);
    }
};

QTEST_GUILESS_MAIN(TestKillMooring)
#include "tst_killmooring.moc"
