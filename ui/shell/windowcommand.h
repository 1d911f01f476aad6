#pragma once

#include <QCoreApplication>
#include <QKeySequence>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class QMenuBar;
class QWidget;

namespace mooring {

enum class MenuPlace { File, Edit, View, Workspace, Run, Help, Hidden };

/// One thing the window can do: in its menu, by its shortcut, in the palette.
struct WindowCommand
{
    MenuPlace menu = MenuPlace::Hidden;
    QString id;          ///< object name of its action; stays the same
    const char *english; ///< marked with QT_TR_NOOP
    std::function<void()> act;
    QString icon = {};
    QKeySequence shortcut = {};
    std::function<bool()> enabled = {}; ///< empty: always
    std::function<bool()> checked = {}; ///< empty: not a switch
    bool keysBelongToFocus = false;     ///< the shortcut is only shown: the widget with the focus handles it
    bool separatorBefore = false;

    QString text() const { return QCoreApplication::translate("mooring::MainWindow", english); }

    // Read one after the other where a command is made, so that a list of commands can be read.
    WindowCommand &&withIcon(const QString &name) &&
    {
        icon = name;
        return std::move(*this);
    }
    WindowCommand &&withKeys(const QKeySequence &keys) &&
    {
        shortcut = keys;
        return std::move(*this);
    }
    WindowCommand &&when(std::function<bool()> isEnabled) &&
    {
        enabled = std::move(isEnabled);
        return std::move(*this);
    }
    WindowCommand &&switching(std::function<bool()> isChecked) &&
    {
        checked = std::move(isChecked);
        return std::move(*this);
    }
    WindowCommand &&leavingKeysToFocus() &&
    {
        keysBelongToFocus = true;
        return std::move(*this);
    }
    WindowCommand &&afterSeparator() &&
    {
        separatorBefore = true;
        return std::move(*this);
    }
};

/// Fills the bar with menus and gives the window the actions. The commands live as long as `window`'s chrome.
void buildMenus(QMenuBar *bar, QWidget *owner, const std::vector<WindowCommand> &commands);

} // namespace mooring
