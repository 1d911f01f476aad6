// Which workspace the window shows: the head of the sidebar, the pages, the next start.
#include "core/azure/ml/mlworkspacebook.h"
#include "tests/support/testsupport.h"
#include "tests/ui/azure/azurebench.h"
#include "ui/context/openworkspace.h"
#include "ui/shell/sidebar.h"
#include "ui/workspace/workspacemodel.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QTreeView>

using namespace mooring;
using namespace Qt::StringLiterals;
using mooring::test::AzureBench;

namespace {

MlWorkspace teamWorkspace()
{
    return {u"team-ws"_s, u"public"_s, u"t1"_s,
            MlWorkspace::idOf(u"11111111-2222-3333-4444-555555555555"_s, u"rg-team"_s, u"team-ws"_s)};
}

QStringList targetsInTree(const AzureBench &bench)
{
    const auto *tree = bench.find<QTreeView>("workspaceTree");
    const QAbstractItemModel *model = tree->model();
    const QModelIndex group = model->index(WorkspaceModel::Targets, 0);
    QStringList names;
    for (int i = 0; i < model->rowCount(group); ++i)
        names << model->index(i, 0, group).data().toString();
    return names;
}

/// The menu holds what was known when it was opened: a workspace that came meanwhile stands in the next one.
void choose(const AzureBench &bench, const char *action)
{
    bool wasThere = false;
    for (int i = 0; i < 50 && !wasThere; ++i) {
        bench.press("workspaceHead");
        auto *menu = bench.find<QMenu>("workspaceMenu");
        QVERIFY(menu && menu->isVisible());
        auto *wanted = menu->findChild<QAction *>(QLatin1String(action));
        wasThere = wanted;
        if (wanted)
            wanted->trigger();
        menu->close();
        QTRY_VERIFY(!bench.find<QMenu>("workspaceMenu"));
        if (!wasThere)
            QTest::qWait(100);
    }
    QVERIFY2(wasThere, action);
}

} // namespace

class TestWorkspaceSwitcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void switchesThereAndBack()
    {
        AzureBench bench;
        QVERIFY(bench.open(u"welcome"_s));
        QTRY_VERIFY(!targetsInTree(bench).isEmpty());
        const QStringList atHome = targetsInTree(bench);
        bench.startLab();
        bench.signIn();
        bench.window->openWorkspace().noteChange();
        QTRY_VERIFY(bench.isShown("practiceBand"));
        choose(bench, "workspace-practice-ws");
        QCOMPARE(bench.openName(), u"practice-ws"_s);
        QVERIFY(bench.isShown("mlHomePage"));
        QTRY_COMPARE(bench.find<QAbstractButton>("workspaceHead")->accessibleDescription(), u"Azure ML, pretend"_s);
        QTRY_COMPARE(targetsInTree(bench), (QStringList{u"practice-cluster"_s, u"practice-instance"_s}));
        bench.window->router().go(u"models"_s); // not this computer's models
        QVERIFY(bench.isShown("mlAssetsPage"));
        choose(bench, "workspace-");
        QVERIFY(bench.openName().isEmpty());
        QVERIFY(bench.isShown("welcomePage"));
        QTRY_COMPARE(targetsInTree(bench), atHome);
        bench.window->router().go(u"runs"_s);
        QVERIFY(!bench.isShown("mlRunsPage"));
    }

    /// Nobody is signed in there: the page says so and leads to it; the window shows it again the next time.
    void showsTheSameAtTheNextStart()
    {
        QTemporaryDir folder;
        const QString profile = folder.path() + u"/profile"_s;
        {
            AzureBench bench(profile);
            QVERIFY(bench.open(u"welcome"_s));
            MOORING_OK(MlWorkspaceBook(*bench.services->workspace).add(teamWorkspace()));
            bench.window->openWorkspace().noteChange();
            bench.window->openWorkspace().open(u"team-ws"_s);
            QTRY_VERIFY(bench.isShown("signInHere"));
            QCOMPARE(bench.find<QAbstractButton>("workspaceHead")->text(), u"team-ws"_s);
        }
        AzureBench again(profile);
        QVERIFY(again.open());
        QCOMPARE(again.openName(), u"team-ws"_s);
        QTRY_COMPARE(again.find<QAbstractButton>("workspaceHead")->accessibleDescription(), u"Azure ML, rg-team"_s);
        QVERIFY(again.isShown("mlHomePage"));
        again.press("signInHere");
        QCOMPARE(again.window->router().route(), u"sign-in?cloud=public&tenant=t1"_s);
        QVERIFY(again.isShown("signInPage"));
        again.press("back");
        QVERIFY(again.isShown("mlHomePage"));
    }

    void oneThatHasLeftTheBookIsNotShown()
    {
        AzureBench bench;
        QVERIFY(bench.open(u"welcome"_s));
        MOORING_OK(MlWorkspaceBook(*bench.services->workspace).add(teamWorkspace()));
        bench.window->openWorkspace().noteChange();
        bench.window->openWorkspace().open(u"team-ws"_s);
        QTRY_VERIFY(bench.isShown("signInHere"));
        QTest::qWait(100);                                                            // the book was read with it in
        MOORING_OK(MlWorkspaceBook(*bench.services->workspace).remove(u"team-ws"_s)); // in a terminal
        QTRY_VERIFY(bench.openName().isEmpty());
        QVERIFY(bench.isShown("welcomePage"));
        QCOMPARE(bench.find<QAbstractButton>("workspaceHead")->text(), u"My workspace"_s);
    }
};

MOORING_AZURE_TEST_MAIN(TestWorkspaceSwitcher)
#include "tst_workspaceswitcher.moc"
