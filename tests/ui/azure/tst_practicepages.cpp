// The practice lab in the window: its page, the band, faults, the way out.
#include "core/azure/ml/mlworkspacebook.h"
#include "tests/support/testsupport.h"
#include "tests/support/uiwalker.h"
#include "tests/ui/azure/azurebench.h"
#include "ui/context/openworkspace.h"
#include "ui/shell/sidebar.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::AzureBench;

class TestPracticePages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsAndLeaves()
    {
        AzureBench bench;
        QVERIFY(bench.open(u"practice"_s));
        QTRY_VERIFY(bench.isShown("startPractice"));
        QVERIFY(!bench.isShown("practiceBand"));
        bench.press("startPractice");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isShown("practiceBand"), 20000);
        QVERIFY(bench.lab().isRunning());
        QTRY_VERIFY(bench.isShown("faultList"));
        QVERIFY(!bench.isShown("practiceOff"));
        QVERIFY(MlWorkspaceBook(*bench.services->workspace).find(u"practice-ws"_s).ok());
        QVERIFY(bench.services->signIn->clouds().find(u"practice"_s).ok());
        // What is shown is still this computer's: the band does not call it pretend.
        QVERIFY(!bench.find<QWidget>("practiceBand")->accessibleName().contains(u"Nothing here is real"_s));
        MOORING_WALK(bench.window.get());
        bench.press("leavePractice");
        QTRY_VERIFY_WITH_TIMEOUT(!bench.isShown("practiceBand"), 20000);
        QVERIFY(!bench.lab().isRunning());
        QVERIFY(!MlWorkspaceBook(*bench.services->workspace).find(u"practice-ws"_s).ok());
        QTRY_VERIFY(bench.isShown("practiceOff"));
    }

    void aFaultIsSwitchedOnAndCounted()
    {
        AzureBench bench;
        QVERIFY(bench.open(u"practice"_s));
        bench.startLab();
        bench.window->openWorkspace().noteChange();
        QTRY_VERIFY(bench.isShown("faultList") && bench.find<QCheckBox>("fault-wrong-password")->isEnabled());
        auto *box = bench.find<QCheckBox>("fault-wrong-password");
        auto *when = bench.find<QComboBox>("when-wrong-password");
        QVERIFY(!when->isVisible());
        box->click();
        QVERIFY(when->isVisible());
        const auto texts = [&] {
            QStringList all;
            for (const Json &fault : bench.lab().status().value("faults", Json::array()))
                all << stringAt(fault, "fault");
            return all;
        };
        QTRY_COMPARE(texts(), QStringList{u"wrong-password:once"_s});
        when->setCurrentIndex(1);
        QTRY_COMPARE(texts(), QStringList{u"wrong-password:always"_s});
        QTRY_VERIFY(bench.find<QAbstractButton>("practiceFaults")->text().startsWith(u"1 fault"_s));
        SignInRequest request;
        request.cloud = u"practice"_s;
        request.tenant = u"t"_s;
        request.method = SignInMethod::ServicePrincipal;
        request.clientId = u"a"_s;
        request.secret = "b";
        QVERIFY(!bench.services->signIn->signIn(request, CancelToken()));
        QTRY_VERIFY_WITH_TIMEOUT(bench.textOf("seen-wrong-password").startsWith(u"struck 1 time"_s), 5000);
        bench.press("copyPractice");
        QCOMPARE(QGuiApplication::clipboard()->text(), u"mooring practice start --fault wrong-password:always"_s);
        box->click();
        QTRY_COMPARE(texts(), QStringList());
    }

    void findsAFault()
    {
        AzureBench bench;
        QVERIFY(bench.open(u"practice"_s));
        bench.startLab();
        bench.window->openWorkspace().noteChange();
        QTRY_VERIFY(bench.isShown("faultList"));
        bench.find<QLineEdit>("findFault")->setText(u"quota"_s);
        QVERIFY(bench.isShown("fault-quota-zero"));
        QVERIFY(!bench.isShown("fault-policy"));
        bench.find<QLineEdit>("findFault")->setText(u"no such thing"_s);
        QVERIFY(bench.isShown("noFault"));
    }

    /// Leaving while the lab's workspace is shown brings this computer's back.
    void leavingShowsThisComputerAgain()
    {
        AzureBench bench;
        QVERIFY(bench.open(u"welcome"_s));
        bench.openPractice();
        QTRY_VERIFY(bench.isShown("practiceBand"));
        QTRY_VERIFY(bench.find<QWidget>("practiceBand")->accessibleName().contains(u"Nothing here is real"_s));
        QCOMPARE(bench.find<QAbstractButton>("workspaceHead")->text(), u"practice-ws"_s);
        bench.press("leavePractice");
        QTRY_VERIFY_WITH_TIMEOUT(bench.openName().isEmpty(), 20000);
        QCOMPARE(bench.window->router().route(), u"welcome"_s);
        QVERIFY(bench.isShown("welcomePage"));
        QVERIFY(bench.services->signIn->accounts().valueOr({}).empty());
    }

    void theBandComesFirstByF6()
    {
        AzureBench bench;
        QVERIFY(bench.open(u"practice"_s));
        bench.startLab();
        bench.window->openWorkspace().noteChange();
        QTRY_VERIFY(bench.isShown("practiceBand"));
        bench.window->activateWindow();
        bench.find<QWidget>("workspaceTree")->setFocus();
        QTRY_VERIFY(bench.find<QWidget>("workspaceTree")->hasFocus());
        bench.window->findChild<QAction *>(u"previousPart"_s)->trigger(); // backwards from the sidebar
        QVERIFY(bench.find<QWidget>("practiceBand")->isAncestorOf(QApplication::focusWidget()));
    }
};

MOORING_AZURE_TEST_MAIN(TestPracticePages)
#include "tst_practicepages.moc"
