#include "ui/shell/windowcommand.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

#include <map>

namespace mooring {

namespace {

QString menuTitle(MenuPlace place)
{
    switch (place) {
    case MenuPlace::File:
        return QCoreApplication::translate("mooring::MainMenu", "&File");
    case MenuPlace::Edit:
        return QCoreApplication::translate("mooring::MainMenu", "&Edit");
    case MenuPlace::View:
        return QCoreApplication::translate("mooring::MainMenu", "&View");
    case MenuPlace::Workspace:
        return QCoreApplication::translate("mooring::MainMenu", "&Workspace");
    case MenuPlace::Run:
        return QCoreApplication::translate("mooring::MainMenu", "&Run");
    case MenuPlace::Help:
        return QCoreApplication::translate("mooring::MainMenu", "&Help");
    case MenuPlace::Hidden:
        break;
    }
    return {};
}

QAction *makeAction(const WindowCommand &command, QWidget *owner)
{
    auto *action = new QAction(command.text(), owner);
    action->setObjectName(command.id);
    action->setCheckable(bool(command.checked));
    if (command.keysBelongToFocus)
        action->setText(command.text() + u'\t' + command.shortcut.toString(QKeySequence::NativeText));
    else if (!command.shortcut.isEmpty())
        action->setShortcut(command.shortcut);
    action->setShortcutContext(Qt::WindowShortcut);
    if (!command.icon.isEmpty() && !command.checked)
        action->setIcon(icon(command.icon));
    QObject::connect(action, &QAction::triggered, owner, [command] {
        if (!command.enabled || command.enabled())
            command.act();
    });
    return action;
}

} // namespace

void buildMenus(QMenuBar *bar, QWidget *owner, const std::vector<WindowCommand> &commands)
{
    std::map<MenuPlace, QMenu *> menus;
    for (const WindowCommand &command : commands) {
        QAction *action = makeAction(command, owner);
        owner->addAction(action);
        if (command.menu == MenuPlace::Hidden)
            continue;
        QMenu *&menu = menus[command.menu];
        if (!menu)
            menu = bar->addMenu(menuTitle(command.menu));
        if (command.separatorBefore)
            menu->addSeparator();
        menu->addAction(action);
        QObject::connect(menu, &QMenu::aboutToShow, action, [action, command] {
            action->setEnabled(!command.enabled || command.enabled());
            if (command.checked)
                action->setChecked(command.checked());
        });
        QObject::connect(menu, &QMenu::aboutToHide, action, [action] { action->setEnabled(true); });
    }
}

} // namespace mooring
