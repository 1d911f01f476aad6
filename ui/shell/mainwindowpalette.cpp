// What the palette offers: commands, other workspaces, what the tree shows, settings.
#include "ui/context/openworkspace.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/paletteitem.h"
#include "ui/shell/router.h"
#include "ui/shell/workspaceswitcher.h"
#include "ui/workspace/workspacemodel.h"

using namespace Qt::StringLiterals;

namespace mooring {

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
        item.text = command.text();
        item.also = QString::fromUtf8(command.english);
        item.icon = command.icon.isEmpty() ? u"terminal"_s : command.icon;
        item.shortcut = command.shortcut.toString(QKeySequence::NativeText);
        item.act = command.act;
        items.push_back(std::move(item));
    }
    const WorkspaceContent &content = m_model->content();
    const auto add = [&](const std::vector<WorkspaceItem> &rows, bool targets, bool runs) {
        for (const WorkspaceItem &row : rows) {
            PaletteItem item;
            item.group = PaletteItem::Group::GoTo;
            item.id = row.route;
            item.text = row.name;
            item.detail = row.state.isEmpty() ? row.detail : u"%1, %2"_s.arg(row.detail, row.state);
            item.glyph = row.glyph;
            item.isTarget = targets;
            item.isRun = runs;
            item.act = goTo(row.route);
            items.push_back(std::move(item));
        }
    };
    add(content.targets, true, false);
    add(content.runs, false, true);
    add(content.environments, false, false);
    add(content.endpoints, false, false);
    if (m_context) {
        addWorkspaces(items);
        addSettings(items);
    }
    return items;
}

/// The ones that are not open.
void MainWindow::addWorkspaces(std::vector<PaletteItem> &items)
{
    if (!m_switcher)
        return;
    const auto add = [&](const QString &name, const QString &title, const QString &english, const QString &place,
                         const QString &icon) {
        if (name == m_openWorkspace.name())
            return;
        PaletteItem item;
        item.group = PaletteItem::Group::GoTo;
        item.id = u"workspace/"_s + name;
        item.text = title;
        item.also = u"%1 workspace"_s.arg(english);
        item.detail = tr("Workspace: %1").arg(place);
        item.icon = icon;
        item.act = [this, name] { m_openWorkspace.open(name); };
        items.push_back(std::move(item));
    };
    add({}, m_switcher->localTitle(), u"My"_s, WorkspaceSwitcher::localPlace(), u"workspace"_s);
    for (const MlWorkspace &workspace : m_switcher->all())
        add(workspace.name, workspace.name, u"Azure ML"_s, WorkspaceSwitcher::placeOf(workspace),
            WorkspaceSwitcher::iconOf(workspace));
}

void MainWindow::addSettings(std::vector<PaletteItem> &items)
{
    const auto setting = [&](const char *section, const char *name, const char *detail) {
        PaletteItem item;
        item.group = PaletteItem::Group::Settings;
        item.id = u"settings?section="_s + QLatin1String(section);
        item.text = tr(name);
        item.detail = tr(detail);
        item.also = QString::fromUtf8(name);
        item.icon = u"preferences-system"_s;
        item.act = goTo(item.id);
        items.push_back(std::move(item));
    };
    setting("appearance", QT_TR_NOOP("Light or dark"), QT_TR_NOOP("appearance"));
    setting("appearance", QT_TR_NOOP("Language"), "English, 한국어");
    setting("keychain", QT_TR_NOOP("Keychain"), QT_TR_NOOP("where secrets are"));
    setting("python", QT_TR_NOOP("Python"), QT_TR_NOOP("what was found on this computer"));
    setting("docker", QT_TR_NOOP("Docker"), QT_TR_NOOP("which engine is used"));
    setting("kept", QT_TR_NOOP("Kept data"), QT_TR_NOOP("what is kept where"));
}

} // namespace mooring
