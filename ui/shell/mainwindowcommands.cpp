// Everything the window can do, once: for menus, shortcuts and the palette.
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
#include "ui/workspace/workspacemodel.h"

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
    const auto go = [this](const char *route) { return [this, route] { m_router->go(QString::fromLatin1(route)); }; };
    const auto open = [this] { return m_context != nullptr; };
    const auto has = [this](const char *route) { return m_pages.page(QString::fromLatin1(route)) != nullptr; };
    const auto key = [this](Qt::KeyboardModifiers modifiers, Qt::Key k) {
        return [=, this] { sendKey(k, modifiers); };
    };
    const auto refresh = [this] {
        if (Page *page = m_router->page())
            page->refresh();
    };
    const auto runTheSample = [this] {
        runSample(*m_context, this, [this](const std::optional<Error> &error) {
            if (error)
                showDrawer(true);
        });
    };
    const auto openFolder = [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_context->profile.folder())); };
    constexpr auto ctrl = Qt::ControlModifier;
    std::vector<WindowCommand> all{
        {MenuPlace::File, u"openData"_s, tr("Open the data folder"), u"folder"_s, {}, openFolder, open, {}},
        {MenuPlace::File,
         u"settings"_s,
         tr("Settings"),
         u"preferences-system"_s,
         keys(ctrl, Qt::Key_Comma),
         go("settings"),
         open,
         {}},
        {MenuPlace::File,
         u"quit"_s,
         tr("Quit (runs go on)"),
         {},
         keys(ctrl, Qt::Key_Q),
         [this] { close(); },
         {},
         {},
         false,
         true},
        {MenuPlace::Edit,
         u"undoSetting"_s,
         tr("Undo the last change of a setting"),
         {},
         {},
         [this] { m_settings.undo(); },
         [this] { return m_settings.canUndo(); },
         {}},
        {MenuPlace::Edit,
         u"copy"_s,
         tr("Copy"),
         u"edit-copy"_s,
         keys(ctrl, Qt::Key_C),
         key(ctrl, Qt::Key_C),
         {},
         {},
         true,
         true},
        {MenuPlace::Edit,
         u"selectAll"_s,
         tr("Select all"),
         {},
         keys(ctrl, Qt::Key_A),
         key(ctrl, Qt::Key_A),
         {},
         {},
         true},
        {MenuPlace::View,
         u"back"_s,
         tr("Back"),
         u"go-previous"_s,
         keys(Qt::AltModifier, Qt::Key_Left),
         [this] { m_router->back(); },
         [this] { return m_router->canGoBack(); },
         {}},
        {MenuPlace::View,
         u"refresh"_s,
         tr("Look again"),
         u"view-refresh"_s,
         QKeySequence(Qt::Key_F5),
         refresh,
         open,
         {}},
        {MenuPlace::View,
         u"sidebar"_s,
         tr("Sidebar"),
         u"sidebar"_s,
         keys(ctrl, Qt::Key_B),
         [this] { showSidebar(m_sidebar->isHidden()); },
         {},
         [this] { return m_sidebar->isVisible(); },
         false,
         true},
        {MenuPlace::View,
         u"activity"_s,
         tr("Activity"),
         u"history"_s,
         keys(ctrl, Qt::Key_J),
         [this] { showDrawer(m_drawer->isHidden()); },
         {},
         [this] { return m_drawer->isVisible(); }},
        {MenuPlace::View,
         u"palette"_s,
         tr("Search or run a command"),
         u"edit-find"_s,
         keys(kCtrlShift, Qt::Key_P),
         [this] { m_palette->open(); },
         {},
         {}},
        {MenuPlace::View,
         u"nextPart"_s,
         tr("Next part of the window"),
         {},
         QKeySequence(Qt::Key_F6),
         [this] { focusNextPart(true); },
         {},
         {},
         false,
         true},
        {MenuPlace::View,
         u"previousPart"_s,
         tr("Previous part of the window"),
         {},
         keys(Qt::ShiftModifier, Qt::Key_F6),
         [this] { focusNextPart(false); },
         {},
         {}},
        {MenuPlace::Workspace, u"goWelcome"_s, tr("Start page"), u"workspace"_s, {}, go("welcome"), open, {}},
        {MenuPlace::Workspace, u"goTargets"_s, tr("Compute targets"), u"server"_s, {}, go("targets"), open, {}},
        {MenuPlace::Workspace,
         u"goEnvironments"_s,
         tr("Environments"),
         u"environment"_s,
         {},
         go("environments"),
         open,
         {}},
        {MenuPlace::Workspace, u"goRuns"_s, tr("Runs"), u"run"_s, {}, go("runs"), open, {}},
        {MenuPlace::Workspace, u"goModels"_s, tr("Models"), u"model"_s, {}, go("models"), open, {}},
        {MenuPlace::Workspace, u"goEndpoints"_s, tr("Endpoints"), u"endpoint"_s, {}, go("endpoints"), open, {}},
        {MenuPlace::Workspace,
         u"checkAll"_s,
         tr("Check all targets"),
         u"view-refresh"_s,
         keys(kCtrlShift, Qt::Key_K),
         [this] { checkAllTargets(); },
         open,
         {},
         false,
         true},
        {MenuPlace::Run, u"newRun"_s, tr("Run a script…"), u"run"_s, keys(ctrl, Qt::Key_N), go("new-run"), open, {}},
        {MenuPlace::Run, u"runSample"_s, tr("Run the sample"), u"run"_s, {}, runTheSample, open, {}},
        {MenuPlace::Help,
         u"keptWhere"_s,
         tr("What is kept where"),
         u"info"_s,
         {},
         go("settings?section=kept"),
         open,
         {}},
        {MenuPlace::Help,
         u"about"_s,
         tr("About Mooring"),
         u"help-contents"_s,
         {},
         go("settings?section=about"),
         open,
         {}},
    };
    const auto isMissing = [&](const WindowCommand &command) {
        return (command.id == u"newRun"_s && !has("new-run")) || (command.id == u"goRuns"_s && !has("runs"));
    };
    std::erase_if(all, isMissing);
    return all;
}

std::vector<PaletteItem> MainWindow::paletteItems()
{
    std::vector<PaletteItem> items;
    for (const WindowCommand &command : m_commands) {
        const bool reads = command.menu == MenuPlace::Workspace && command.id.startsWith(u"go"_s);
        if (command.menu == MenuPlace::Hidden || command.keysBelongToFocus || command.id == u"palette"_s ||
            (command.enabled && !command.enabled()))
            continue;
        PaletteItem item;
        item.group = reads ? PaletteItem::Group::GoTo : PaletteItem::Group::Commands;
        item.id = command.id;
        item.text = command.text;
        item.icon = command.icon.isEmpty() ? u"terminal"_s : command.icon;
        item.shortcut = command.shortcut.toString(QKeySequence::NativeText);
        item.act = command.act;
        items.push_back(std::move(item));
    }
    const WorkspaceContent &content = m_model->content();
    const auto add = [&](const std::vector<WorkspaceItem> &rows, bool targets, bool runs) {
        for (const WorkspaceItem &row : rows) {
            const QString detail = row.state.isEmpty() ? row.detail : u"%1, %2"_s.arg(row.detail, row.state);
            items.push_back({PaletteItem::Group::GoTo,
                             row.route,
                             row.name,
                             detail,
                             {},
                             row.glyph,
                             {},
                             targets,
                             runs,
                             [this, route = row.route] { m_router->go(route); }});
        }
    };
    add(content.targets, true, false);
    add(content.runs, false, true);
    add(content.environments, false, false);
    const auto setting = [&](const char *section, const QString &text, const QString &detail) {
        const QString route = u"settings?section="_s + QLatin1String(section);
        items.push_back({PaletteItem::Group::Settings,
                         route,
                         text,
                         detail,
                         u"preferences-system"_s,
                         {},
                         {},
                         false,
                         false,
                         [this, route] { m_router->go(route); }});
    };
    if (m_context) {
        setting("appearance", tr("Light or dark"), tr("appearance"));
        setting("appearance", tr("Language"), u"English, 한국어"_s);
        setting("keychain", tr("Keychain"), tr("where secrets are"));
        setting("python", tr("Python"), tr("what was found on this computer"));
        setting("kept", tr("Kept data"), tr("what is kept where"));
    }
    return items;
}

} // namespace mooring
