#include "core/transport/ssh/promptdesk.h"
#include "tests/support/testsupport.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/support/windowbench.h"
#include "ui/shell/promptcard.h"
#include "ui/widgets/secretfield.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>

#include <atomic>
#include <thread>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::WindowBench;

namespace {

using Answers = Result<std::vector<QByteArray>>;

SshPrompts asked()
{
    return {u"box.lan"_s,
            u"mlops"_s,
            u"Second factor"_s,
            u"Look at your telephone."_s,
            {{u"One-time code:"_s, false}, {u"Reason:"_s, true}}};
}

/// A worker that signs in and asks.
struct Asking
{
    explicit Asking(PromptDesk &desk)
        : worker([this, &desk] {
              answers = desk.ask(asked(), cancel);
              done = true;
          })
    {
    }
    ~Asking()
    {
        cancel.cancel();
        worker.join();
    }
    CancelToken cancel;
    std::atomic<bool> done{false};
    Answers answers = Error::canceled();
    std::thread worker;
};

} // namespace

class TestPromptCard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPersonAnswersInTheWindow()
    {
        PromptDesk desk;
        WindowBench bench;
        bench.prompts = &desk;
        QVERIFY(bench.open(u"welcome"_s));
        Answers answers = Error::canceled();
        {
            Asking asking(desk);
            QTRY_VERIFY(bench.find<PromptCard>("promptCard"));
            QVERIFY(bench.find<PromptCard>("promptCard")->accessibleName().contains(u"box.lan"_s));
            bench.window->router().go(u"targets"_s); // one can look elsewhere meanwhile, the card stays
            QTRY_VERIFY(bench.find<PromptCard>("promptCard")->isVisible());
            MOORING_WALK(bench.window.get());
            bench.find<SecretField>("prompt0")->edit()->setText(u"123456"_s);
            bench.find<QLineEdit>("prompt1")->setText(u"work"_s);
            bench.find<QAbstractButton>("answerPrompt")->click();
            QTRY_VERIFY(!bench.find<PromptCard>("promptCard"));
            QTRY_VERIFY(asking.done.load());
            answers = asking.answers;
        }
        QCOMPARE(*answers, (std::vector<QByteArray>{"123456", "work"}));
    }

    void escDoesNotAnswer()
    {
        PromptDesk desk;
        WindowBench bench;
        bench.prompts = &desk;
        QVERIFY(bench.open(u"welcome"_s));
        Asking asking(desk);
        QTRY_VERIFY(bench.find<PromptCard>("promptCard"));
        QTest::keyClick(bench.find<QLineEdit>("prompt1"), Qt::Key_Escape);
        QTRY_VERIFY(!bench.find<PromptCard>("promptCard"));
    }

    void closingTheWindowEndsTheWait()
    {
        PromptDesk desk;
        WindowBench bench;
        bench.prompts = &desk;
        QVERIFY(bench.open(u"welcome"_s));
        Asking asking(desk);
        QTRY_VERIFY(bench.find<PromptCard>("promptCard"));
        bench.close();
        QTRY_VERIFY(desk.open().empty());
    }
};

QTEST_MAIN(TestPromptCard)
#include "tst_promptcard.moc"
