#include "core/runs/runstate.h"

#include <QTest>

#include <csignal>

using namespace mooring;
using namespace Qt::StringLiterals;

class TestRunState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsTextsAndEnds_data()
    {
        QTest::addColumn<RunState>("state");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("ended");
        QTest::newRow("not started") << RunState::NotStarted << u"NotStarted"_s << u"Not started"_s << false;
        QTest::newRow("preparing") << RunState::Preparing << u"Preparing"_s << u"Preparing"_s << false;
        QTest::newRow("queued") << RunState::Queued << u"Queued"_s << u"Queued"_s << false;
        QTest::newRow("running") << RunState::Running << u"Running"_s << u"Running"_s << false;
        QTest::newRow("finalizing") << RunState::Finalizing << u"Finalizing"_s << u"Finalizing"_s << false;
        QTest::newRow("cancel requested")
            << RunState::CancelRequested << u"CancelRequested"_s << u"Canceling"_s << false;
        QTest::newRow("completed") << RunState::Completed << u"Completed"_s << u"Completed"_s << true;
        QTest::newRow("failed") << RunState::Failed << u"Failed"_s << u"Failed"_s << true;
        QTest::newRow("canceled") << RunState::Canceled << u"Canceled"_s << u"Canceled"_s << true;
        QTest::newRow("unknown") << RunState::Unknown << u"Unknown"_s << u"Unknown"_s << false;
    }
    void wordsTextsAndEnds()
    {
        QFETCH(RunState, state);
        QFETCH(QString, word);
        QFETCH(QString, text);
        QFETCH(bool, ended);
        QCOMPARE(toWord(state), word);
        QCOMPARE(toText(state), text);
        QCOMPARE(isEnded(state), ended);
        QCOMPARE(runStateFromWord(word), std::optional(state));
    }

    void otherWordsAreNotStates_data()
    {
        QTest::addColumn<QString>("word");
        QTest::newRow("empty") << QString();
        QTest::newRow("lower case") << u"running"_s;
        QTest::newRow("longer") << u"Running "_s;
        QTest::newRow("translated") << u"Canceling"_s;
        QTest::newRow("another letter that looks the same") << u"Runnіng"_s;
    }
    void otherWordsAreNotStates()
    {
        QFETCH(QString, word);
        QVERIFY(!runStateFromWord(word));
    }

    void signalsHaveTheirName_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("name");
        QTest::newRow("kill") << SIGKILL << u"SIGKILL"_s;
        QTest::newRow("term") << SIGTERM << u"SIGTERM"_s;
        QTest::newRow("segv") << SIGSEGV << u"SIGSEGV"_s;
        QTest::newRow("bus") << SIGBUS << u"SIGBUS"_s;
        QTest::newRow("zero") << 0 << u"signal 0"_s;
        QTest::newRow("without a name") << 77 << u"signal 77"_s;
        QTest::newRow("negative") << -9 << u"signal -9"_s;
    }
    void signalsHaveTheirName()
    {
        QFETCH(int, number);
        QFETCH(QString, name);
        QCOMPARE(signalName(number), name);
    }
};

QTEST_GUILESS_MAIN(TestRunState)
#include "tst_runstate.moc"
