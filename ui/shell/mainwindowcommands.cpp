// Everything the window can do, once: for menus, shortcuts and the palette. Texts are translated where they are shown.
#include "core/workspace/profile.h"
#include "ui/context/pageregistry.h"
#include "ui/context/uisettings.h"
#include "ui/shell/activitydrawer.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/router.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/page.h"
#include "ui/workspace/samplerun.h"

#include <QDesktopServices>
#include <QMenuBar>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr Qt::KeyboardModifiers kCtrlShift = Qt::ControlModifier | Qt::ShiftModifier;

QKeySequence keys(Qt::KeyboardModifiers modifiers, Qt::Key key)
{
    return QKeySequence(QKeyCombination(modifiers, key));
}

} // namespace

std::vector<WindowCommand> MainWindow::commands()
{
    std::vector<WindowCommand> all = fileAndEditCommands();
    for (auto more : {viewCommands(), workspaceCommands(), runAndHelpCommands()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::function<void()> MainWindow::goTo(const QString &route)
{
    return [this, route] { m_router->go(route); };
}

std::function<bool()> MainWindow::isOpen()
{
    return [this] { return m_context != nullptr; };
}

std::vector<WindowCommand> MainWindow::fileAndEditCommands()
{
    const auto openFolder = [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_context->profile.folder())); };
    const auto key = [this](Qt::Key k) { return [this, k] { sendKey(k, Qt::ControlModifier); }; };
    return {
        WindowCommand{MenuPlace::File, u"openData"_s, QT_TR_NOOP("Open the data folder"), openFolder}
            .withIcon(u"folder"_s)
            .when(isOpen()),
        WindowCommand{MenuPlace::File, u"settings"_s, QT_TR_NOOP("Settings"), goTo(u"settings"_s)}
            .withIcon(u"preferences-system"_s)
            .withKeys(keys(Qt::ControlModifier, Qt::Key_Comma))
            .when(isOpen()),
        WindowCommand{MenuPlace::File, u"quit"_s, QT_TR_NOOP("Quit (runs go on)"), [this] { close(); }}
            .withKeys(keys(Qt::ControlModifier, Qt::Key_Q))
            .afterSeparator(),
        WindowCommand{MenuPlace::Edit, u"undoSetting"_s, QT_TR_NOOP("Undo the last change of a setting"),
                      [this] { m_settings.undo(); }}
            .when([this] { return m_settings.canUndo(); }),
        WindowCommand{MenuPlace::Edit, u"copy"_s, QT_TR_NOOP("Copy"), key(Qt::Key_C)}
            .withIcon(u"edit-copy"_s)
            .withKeys(keys(Qt::ControlModifier, Qt::Key_C))
            .leavingKeysToFocus()
            .afterSeparator(),
        WindowCommand{MenuPlace::Edit, u"selectAll"_s, QT_TR_NOOP("Select all"), key(Qt::Key_A)}
            .withKeys(keys(Qt::ControlModifier, Qt::Key_A))
            .leavingKeysToFocus(),
    };
}

std::vector<WindowCommand> MainWindow::viewCommands()
{
    const auto refresh = [this] {
        if (Page *page = m_router->page())
            page->refresh();
    };
    return {
        WindowCommand{MenuPlace::View, u"back"_s, QT_TR_NOOP("Back"), [this] { m_router->back(); }}
            .withIcon(u"go-previous"_s)
            .withKeys(keys(Qt::AltModifier, Qt::Key_Left))
            .when([this] { return m_router->canGoBack(); }),
        WindowCommand{MenuPlace::View, u"refresh"_s, QT_TR_NOOP("Look again"), refresh}
            .withIcon(u"view-refresh"_s)
            .withKeys(QKeySequence(Qt::Key_F5))
            .when(isOpen()),
        WindowCommand{MenuPlace::View, u"sidebar"_s, QT_TR_NOOP("Sidebar"),
                      [this] { showSidebar(m_sidebar->isHidden()); }}
            .withIcon(u"sidebar"_s)
            .withKeys(keys(Qt::ControlModifier, Qt::Key_B))
            .switching([this] { return m_sidebar->isVisible(); })
            .afterSeparator(),
        WindowCommand{MenuPlace::View, u"activity"_s, QT_TR_NOOP("Activity"),
                      [this] { showDrawer(m_drawer->isHidden()); }}
            .withIcon(u"history"_s)
            .withKeys(keys(Qt::ControlModifier, Qt::Key_J))
            .switching([this] { return m_drawer->isVisible(); }),
        WindowCommand{MenuPlace::View, u"palette"_s, QT_TR_NOOP("Search or run a command"),
                      [this] { m_palette->open(); }}
            .withIcon(u"edit-find"_s)
            .withKeys(keys(kCtrlShift, Qt::Key_P)),
        WindowCommand{MenuPlace::View, u"nextPart"_s, QT_TR_NOOP("Next part of the window"),
                      [this] { focusNextPart(true); }}
            .withKeys(QKeySequence(Qt::Key_F6))
            .afterSeparator(),
        WindowCommand{MenuPlace::View, u"previousPart"_s, QT_TR_NOOP("Previous part of the window"),
                      [this] { focusNextPart(false); }}
            .withKeys(keys(Qt::ShiftModifier, Qt::Key_F6)),
    };
}

std::vector<WindowCommand> MainWindow::workspaceCommands()
{
    std::vector<WindowCommand> all;
    const auto place = [&](const QString &id, const char *text, const QString &icon, const QString &route) {
        if (m_pages.page(route))
            all.push_back(WindowCommand{MenuPlace::Workspace, id, text, goTo(route)}.withIcon(icon).when(isOpen()));
    };
    place(u"goWelcome"_s, QT_TR_NOOP("Start page"), u"workspace"_s, u"welcome"_s);
    place(u"goTargets"_s, QT_TR_NOOP("Compute targets"), u"server"_s, u"targets"_s);
    place(u"goEnvironments"_s, QT_TR_NOOP("Environments"), u"environment"_s, u"environments"_s);
    place(u"goRuns"_s, QT_TR_NOOP("Runs"), u"run"_s, u"runs"_s);
    place(u"goModels"_s, QT_TR_NOOP("Models"), u"model"_s, u"models"_s);
    place(u"goEndpoints"_s, QT_TR_NOOP("Endpoints"), u"endpoint"_s, u"endpoints"_s);
    place(u"goKnownMachines"_s, QT_TR_NOOP("Known machines"), u"known-hosts"_s, u"known-machines"_s);
    place(u"openAzureWorkspace"_s, QT_TR_NOOP("Open an Azure ML workspace…"), u"cloud"_s, u"open-workspace"_s);
    place(u"goPractice"_s, QT_TR_NOOP("Practice lab"), u"beaker"_s, u"practice"_s);
    if (m_pages.page(u"attach"_s)) {
        all.push_back(WindowCommand{MenuPlace::Workspace, u"attach"_s, QT_TR_NOOP("Attach compute…"), goTo(u"attach"_s)}
                          .withIcon(u"list-add"_s)
                          .withKeys(keys(kCtrlShift, Qt::Key_A))
                          .when(isOpen())
                          .afterSeparator());
    }
    all.push_back(WindowCommand{MenuPlace::Workspace, u"checkAll"_s, QT_TR_NOOP("Check all targets"),
                                [this] { checkAllTargets(); }}
                      .withIcon(u"view-refresh"_s)
                      .withKeys(keys(kCtrlShift, Qt::Key_K))
                      .when(isOpen()));
    return all;
}

std::vector<WindowCommand> MainWindow::runAndHelpCommands()
{
    const auto runTheSample = [this] {
        runSample(*m_context, this, [this](const std::optional<Error> &error) {
            if (error)
                showDrawer(true);
        });
    };
    std::vector<WindowCommand> all;
    if (m_pages.page(u"new-run"_s)) {
        all.push_back(WindowCommand{MenuPlace::Run, u"newRun"_s, QT_TR_NOOP("Run a script…"), goTo(u"new-run"_s)}
                          .withIcon(u"run"_s)
                          .withKeys(keys(Qt::ControlModifier, Qt::Key_N))
                          .when(isOpen()));
    }
    if (m_pages.page(u"deploy"_s)) {
        all.push_back(WindowCommand{MenuPlace::Run, u"deploy"_s, QT_TR_NOOP("Deploy a model…"), goTo(u"deploy"_s)}
                          .withIcon(u"endpoint"_s)
                          .withKeys(keys(kCtrlShift, Qt::Key_D))
                          .when(isOpen()));
    }
    all.push_back(WindowCommand{MenuPlace::Run, u"runSample"_s, QT_TR_NOOP("Run the sample"), runTheSample}
                      .withIcon(u"run"_s)
                      .when([this] { return m_context && m_openWorkspace.isLocal(); }));
    all.push_back(WindowCommand{MenuPlace::Help, u"keptWhere"_s, QT_TR_NOOP("What is kept where"),
                                goTo(u"settings?section=kept"_s)}
                      .withIcon(u"info"_s)
                      .when(isOpen()));
    all.push_back(
        WindowCommand{MenuPlace::Help, u"about"_s, QT_TR_NOOP("About Mooring"), goTo(u"settings?section=about"_s)}
            .withIcon(u"help-contents"_s)
            .when(isOpen()));
    return all;
}

} // namespace mooring
