#include "core/base/files.h"
#include "core/targets/targetservice.h"
#include "tests/support/sshserver.h"
#include "tests/ui/trust/trustbench.h"
#include "ui/shell/sidebar.h"
#include "ui/trust/knownmachinespage.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"
#include "ui/workspace/workspacemodel.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QTest>
#include <QTreeView>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::SshServer;
using mooring::test::testKey;
using mooring::test::TrustBench;

class TestKnownMachines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingKnownIsSaid()
    {
        TrustBench bench;
        QVERIFY(bench.open(u"known-machines"_s));
        QTRY_VERIFY(bench.find<KnownMachinesPage>("knownMachinesPage"));
        QTRY_VERIFY(!bench.find<QWidget>("machineTable")->isVisible());
        QVERIFY(!bench.find<QWidget>("knownMachineSide")->isVisible());
    }

    void ownRecordsAreListedFoundAndForgotten()
    {
        TrustBench bench;
        bench.window->resize(1366, 768);
        QVERIFY(bench.open(u"welcome"_s));
        MOORING_OK(bench.trust().trust(u"gpu-box"_s, 22, testKey('a')));
        MOORING_OK(bench.trust().trust(u"10.30.0.5"_s, 2222, testKey('b')));
        bench.window->router().go(u"known-machines"_s);
        auto *table = bench.find<TableView>("machineTable");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QTRY_VERIFY(bench.find<QWidget>("knownMachineSide")->isVisible());
        bench.find<QLineEdit>("findMachine")->setText(testKey('b').fingerprint().mid(10, 8));
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"[10.30.0.5]:2222"_s);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), testKey('b').fingerprint());
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_VERIFY(bench.find<QDialog>("forgetKeyDialog"));
        bench.find<QDialog>("forgetKeyDialog")->findChild<QAbstractButton *>(u"danger"_s)->click();
        bench.find<QLineEdit>("findMachine")->clear();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(bench.trust().judge(u"10.30.0.5"_s, 2222, testKey('b')).verdict, HostKeyVerdict::Unknown);
        QCOMPARE(bench.trust().judge(u"gpu-box"_s, 22, testKey('a')).verdict, HostKeyVerdict::Known);
    }

    void aKeyThatChangedSinceIsMarkedWithItsRuns()
    {
        TrustBench bench;
        bench.window->resize(1366, 768);
        QVERIFY(bench.open(u"welcome"_s));
        MOORING_OK(bench.trust().trust(u"box.lan"_s, 22, testKey('a')));
        mooring::test::attachRemote(bench, u"box"_s);
        bench.show(testKey('b'));
        mooring::test::RecordingContext context;
        MOORING_OK(bench.services->targets->check(u"box"_s, {}, {}, context, {}));
        bench.window->router().go(u"known-machines"_s);
        auto *table = bench.find<TableView>("machineTable");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_VERIFY(
            table->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"another key was shown"_s));
    }

    void aMachineIsAddedByItsName()
    {
        MOORING_NEEDS(SshServer::available(), "OpenSSH's server");
        QTemporaryDir folder;
        const QString config = folder.filePath(u"config"_s);
        MOORING_OK(writeFileAtomically(config, "Host *\n  UserKnownHostsFile none\n  GlobalKnownHostsFile none\n"));
        qputenv("MOORING_SSH_CONFIG", config.toUtf8());
        SshServer server;
        QVERIFY2(server.start(), qPrintable(server.log()));
        const QString name = u"127.0.0.1:%1"_s.arg(server.port());
        TrustBench bench;
        bench.window->resize(1366, 768);
        QVERIFY(bench.open(u"known-machines"_s));
        const auto ask = [&](const QString &text) {
            bench.press("addMachineAct");
            bench.find<QLineEdit>("machineToAdd")->setText(text);
            QTest::keyClick(bench.find<QLineEdit>("machineToAdd"), Qt::Key_Return);
        };
        QTRY_VERIFY(bench.find<QWidget>("addMachineAct"));
        ask(u"two words"_s);
        QVERIFY(bench.find<QLabel>("addMachineSaid")->isVisible());
        ask(name);
        QVERIFY(bench.appears<QWidget>("newKeyCard"));
        QTest::keyClick(bench.find<QLineEdit>("expectedFingerprint"), Qt::Key_Escape);
        QTRY_VERIFY(!bench.find<QWidget>("newKeyCard"));
        QVERIFY(!bench.find<QWidget>("addMachine")->isVisible());
        ask(name);
        QVERIFY(bench.appears<QWidget>("newKeyCard"));
        bench.find<QLineEdit>("expectedFingerprint")->setText(server.fingerprint());
        bench.press("trustAlways");
        auto *table = bench.find<TableView>("machineTable");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->currentIndex().row(), 0);
        QCOMPARE(server.attempts(), 0); // nobody has signed in anywhere
        ask(name);
        QTRY_VERIFY(bench.find<QLabel>("addMachineSaid")->text().contains(u"on record already"_s));
        QVERIFY(server.restart(true));
        ask(name);
        QVERIFY(bench.appears<QWidget>("refusedKeyCard"));
        bench.press("doNotConnect");
        QTRY_VERIFY(!bench.find<QWidget>("refusedKeyCard"));
        server.stop();
        ask(name);
        QTRY_VERIFY(bench.find<QLabel>("addMachineSaid")->text().contains(QString::number(server.port())));
        qunsetenv("MOORING_SSH_CONFIG");
    }

    void linesThatAreNotUsedCanBeLookedAt()
    {
        TrustBench bench;
        bench.window->resize(1366, 768);
        QVERIFY(bench.open(u"welcome"_s));
        MOORING_OK(writeFileAtomically(bench.trust().ownFile(), "gpu-box ssh-ed25519 broken\n"));
        bench.window->router().go(u"known-machines"_s);
        QTRY_VERIFY(bench.find<QAbstractButton>("showLine"));
        bench.press("showLine");
        const auto *page = bench.find<KnownMachinesPage>("knownMachinesPage");
        QTRY_VERIFY(page->findChild<CodeBox *>());
        QCOMPARE(page->findChild<CodeBox *>()->text(), u"gpu-box ssh-ed25519 broken"_s);
    }

    void cancelForgetsNothing()
    {
        TrustBench bench;
        bench.window->resize(1366, 768);
        QVERIFY(bench.open(u"welcome"_s));
        MOORING_OK(bench.trust().trust(u"gpu-box"_s, 22, testKey('a')));
        bench.window->router().go(u"known-machines"_s);
        QTRY_VERIFY(bench.find<QWidget>("removeKey") && bench.find<QWidget>("removeKey")->isVisible());
        bench.press("removeKey");
        QTRY_VERIFY(bench.find<QDialog>("forgetKeyDialog"));
        QTest::keyClick(bench.find<QDialog>("forgetKeyDialog"), Qt::Key_Escape);
        QTest::qWait(20);
        QCOMPARE(bench.trust().judge(u"gpu-box"_s, 22, testKey('a')).verdict, HostKeyVerdict::Known);
    }

    void standsInTheTree()
    {
        TrustBench bench;
        bench.window->resize(1366, 768);
        QVERIFY(bench.open(u"welcome"_s));
        auto *tree = bench.window->sidebar()->tree();
        const QModelIndex group = tree->model()->index(WorkspaceModel::KnownMachines, 0);
        QCOMPARE(group.data(WorkspaceModel::RouteRole).toString(), u"known-machines"_s);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(group).center());
        QTRY_COMPARE(bench.window->router().route(), u"known-machines"_s);
    }
};

QTEST_MAIN(TestKnownMachines)
#include "tst_knownmachines.moc"
