#include "core/transport/ssh/promptdesk.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>

#include <atomic>
#include <thread>

using namespace mooring;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

SshPrompts asked() { return {u"box.lan"_s, u"mlops"_s, {}, {}, {{u"One-time code:"_s, false}, {u"Reason:"_s, true}}}; }

} // namespace

class TestPromptDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyListens()
    {
        PromptDesk desk;
        const auto answers = desk.ask(asked(), {});
        QCOMPARE(answers.error().code, u"ssh.needsAnswer"_s);
        QCOMPARE(answers.error().kind, ErrorKind::SignIn);
    }

    void answeredOnAnotherThread()
    {
        PromptDesk desk;
        std::atomic<int> told = 0;
        desk.setListener([&] { ++told; });
        Result<std::vector<QByteArray>> answers = Error::canceled();
        std::thread worker([&] { answers = desk.ask(asked(), {}); });
        QTRY_COMPARE(desk.open().size(), size_t(1));
        QCOMPARE(desk.open()[0].prompts.host, u"box.lan"_s);
        desk.answer(desk.open()[0].id + 7, {"late"}); // of a question that is gone
        desk.answer(desk.open()[0].id, {"123456", "work"});
        worker.join();
        MOORING_OK(answers);
        QCOMPARE(*answers, (std::vector<QByteArray>{"123456", "work"}));
        QVERIFY(desk.open().empty());
        QVERIFY(told >= 2);
    }

    void twoAtOnceAreAnsweredApart()
    {
        PromptDesk desk;
        desk.setListener([] {});
        Result<std::vector<QByteArray>> first = Error::canceled(), second = Error::canceled();
        std::thread one([&] { first = desk.ask(asked(), {}); });
        QTRY_COMPARE(desk.open().size(), size_t(1));
        std::thread two([&] { second = desk.ask(asked(), {}); });
        QTRY_COMPARE(desk.open().size(), size_t(2));
        const auto open = desk.open();
        desk.answer(open[1].id, {"b"});
        desk.refuse(open[0].id);
        one.join();
        two.join();
        QCOMPARE(first.error().code, u"ssh.notAnswered"_s);
        QCOMPARE(second->front(), QByteArray("b"));
    }

    void limitCancelAndClosedWindowEndIt_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<QString>("code");
        QTest::newRow("limit") << 0 << u"ssh.notAnswered"_s;
        QTest::newRow("cancel") << 1 << Error::canceled().code;
        QTest::newRow("window closed") << 2 << u"ssh.notAnswered"_s;
    }
    void limitCancelAndClosedWindowEndIt()
    {
        QFETCH(int, how);
        QFETCH(QString, code);
        PromptDesk desk(how == 0 ? 100ms : 60000ms);
        desk.setListener([] {});
        const CancelToken cancel;
        QElapsedTimer timer;
        timer.start();
        Result<std::vector<QByteArray>> answers = std::vector<QByteArray>();
        std::thread worker([&] { answers = desk.ask(asked(), cancel); });
        QTRY_VERIFY(how == 0 || desk.open().size() == 1);
        if (how == 1)
            cancel.cancel();
        if (how == 2)
            desk.setListener({});
        worker.join();
        QVERIFY(timer.elapsed() < 5000);
        QCOMPARE(answers.error().code, code);
        QVERIFY(desk.open().empty());
    }
};

QTEST_GUILESS_MAIN(TestPromptDesk)
#include "tst_promptdesk.moc"
