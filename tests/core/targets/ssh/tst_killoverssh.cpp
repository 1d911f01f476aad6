#include "core/runs/runfolder.h"
#include "tests/core/targets/ssh/overssh.h"
#include "tests/support/folderrunbook.h"
#include "tests/support/oddlines.h"
#include "tests/support/remotemachine.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTimer>

using namespace mooring;
using namespace mooring::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kKills = 50;
constexpr int kAtOnce = 5;
constexpr int kLines = 50;
constexpr int kSubmissionMs = 900; // about what a submission takes

QByteArray contentOf(const QString &path) { return readWholeFile(path).valueOr({}); }

/// One program that submits and looks, and when it is to be killed.
struct Kill
{
    enum class When { AfterStart, AfterSubmission, AfterBytes };
    QTemporaryDir dir;
    OverSsh over;
    When when = When::AfterStart;
    int at = 0; ///< ms, or bytes that are copied
    bool killed = false;
    QProcess process;
    QTimer timer;

    QString logOfCopy() const
    {
        const QStringList runs = QDir(over.spool()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        return runs.isEmpty() ? QString() : RunFolder(over.spool(), runs[0]).log(u"std"_s);
    }
    void end()
    {
        killed = process.state() == QProcess::Running;
        process.kill();
        timer.stop();
    }
    void start(const QString &program)
    {
        timer.setTimerType(Qt::PreciseTimer);
        if (when == When::AfterBytes) {
            QObject::connect(&timer, &QTimer::timeout, &process, [this] {
                if (const QString log = logOfCopy(); !log.isEmpty() && QFileInfo(log).size() >= at)
                    end();
            });
            timer.start(5);
        } else {
            timer.setSingleShot(true);
            QObject::connect(&timer, &QTimer::timeout, &process, [this] { end(); });
        }
        if (when == When::AfterSubmission)
            QObject::connect(&process, &QProcess::readyReadStandardOutput, &timer, [this] { timer.start(at); });
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(program, {over.folder, QString::number(over.port), over.user, over.keyFile, over.workFolder});
        if (when == When::AfterStart)
            timer.start(at);
    }
};

} // namespace

/// kill -9 of a Mooring whose run prints on a machine behind a real sshd, at random moments: afterwards the state is
/// the truth and the kept log is whole, byte for byte.
class TestKillOverSsh : public QObject
{
    Q_OBJECT
    RemoteMachine m_machine;
    int m_noRecord = 0, m_notStarted = 0, m_completed = 0, m_inTheCopy = 0;

    std::unique_ptr<Kill> makeKill(int number, QRandomGenerator &random)
    {
        auto kill = std::make_unique<Kill>();
        kill->over = {m_machine.server.port(), m_machine.user(), m_machine.key.file,
                      m_machine.path(u"kill%1"_s.arg(number)), kill->dir.path()};
        kill->when = Kill::When(number % 3);
        const int most = kill->when == Kill::When::AfterStart        ? kSubmissionMs
                         : kill->when == Kill::When::AfterSubmission ? kLines * 20
                                                                     : int(oddLines(kLines).size()) - 1;
        kill->at = 1 + int(random.bounded(most));
        QDir(kill->dir.path()).mkpath(u"source"_s);
        QFile file(kill->dir.filePath(u"source/s.sh"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(printOddLines(kLines));
        return kill;
    }

    /// What the next Mooring finds and does.
    void check(const Kill &kill)
    {
        FolderRunBook book(kill.over.folder + u"/book"_s);
        const std::shared_ptr<RunHost> host = kill.over.makeHost();
        RunService service(
            book, [host](const QString &) { return Result<std::shared_ptr<RunHost>>(host); }, {}, kill.over.spool());
        if (const QString log = kill.logOfCopy(); !log.isEmpty()) { // what the killed one left is a beginning
            const QByteArray copied = contentOf(log);
            QVERIFY(oddLines(kLines).startsWith(copied));
            m_inTheCopy += copied.isEmpty() || copied == oddLines(kLines) ? 0 : 1;
        }
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 30000 && !service.busyTargets().valueOr({u"box"_s}).isEmpty()) {
            (void)service.lookAt(u"box"_s, {});
            CancelToken().waitFor(std::chrono::milliseconds(50));
        }
        const std::vector<RunRecord> runs = book.all();
        const QStringList there = QDir(kill.over.runs()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(runs.size() <= 1 && there.size() <= 1);
        if (runs.empty()) {
            QCOMPARE(there, QStringList());
            ++m_noRecord;
            return;
        }
        const RunRecord &run = runs.front();
        QVERIFY2(isEnded(run.state), qPrintable(toWord(run.state) + run.reason));
        const RunFolder far(kill.over.runs(), run.id), near(kill.over.spool(), run.id);
        if (run.state == RunState::Failed) {
            QVERIFY2(run.reason.contains(u"Nothing was run."), qPrintable(run.reason));
            QVERIFY(!QFile::exists(far.file(u"sup.pid")));
            QCOMPARE(contentOf(far.log(u"std"_s)), QByteArray());
            ++m_notStarted;
            return;
        }
        QCOMPARE(toWord(run.state), u"Completed"_s);
        const auto files = service.files(run);
        MOORING_OK(files);
        QVERIFY(files->isComplete);
        QCOMPARE(files->notices, QStringList());
        QVERIFY(contentOf(far.log(u"std"_s)) == oddLines(kLines));
        QVERIFY(contentOf(near.log(u"std"_s)) == oddLines(kLines));
        QVERIFY(contentOf(near.log(u"provisioning"_s)) == contentOf(far.log(u"provisioning"_s)));
        ++m_completed;
    }

private Q_SLOTS:
    void initTestCase()
    {
        MOORING_NEEDS(SshServer::available(), "no sshd");
        m_machine.server.configure(u"MaxStartups 100"_s);
        QVERIFY2(m_machine.start(), qPrintable(m_machine.server.log()));
    }
    void cleanupTestCase() { m_machine.server.killEverything(); }

    void atRandomMoments()
    {
        bool given = false;
        quint32 seed = qEnvironmentVariable("MOORING_SEED").toUInt(&given);
        if (!given)
            seed = QRandomGenerator::global()->generate() % 1'000'000;
        QRandomGenerator random(seed);
        qInfo("MOORING_SEED=%u repeats the moments", seed);
        int killed = 0;
        for (int done = 0; done < kKills; done += kAtOnce) {
            std::vector<std::unique_ptr<Kill>> kills;
            for (int i = done; i < std::min(done + kAtOnce, kKills); ++i) {
                kills.push_back(makeKill(i, random));
                kills.back()->start(QStringLiteral(MOORING_SUBMITOVERSSH));
            }
            for (auto &kill : kills) {
                QTRY_COMPARE_WITH_TIMEOUT(kill->process.state(), QProcess::NotRunning, 60000);
                kill->timer.stop();
                killed += kill->killed ? 1 : 0;
            }
            for (const auto &kill : kills) {
                check(*kill);
                if (QTest::currentTestFailed()) {
                    qWarning("killed at %d of kind %d", kill->at, int(kill->when));
                    return;
                }
            }
        }
        qInfo("%d kills of %d: %d before the record, %d not started, %d completed; %d in the middle of the copy",
              killed, kKills, m_noRecord, m_notStarted, m_completed, m_inTheCopy);
        QVERIFY(killed > kKills / 2);
        QVERIFY(m_completed > 0);
        QVERIFY(m_inTheCopy > 0);
    }
};

QTEST_GUILESS_MAIN(TestKillOverSsh)
#include "tst_killoverssh.moc"
