#pragma once

#include <QStringList>

namespace mooring {

/// True when the words ask for the window: no command at all, or `view`.
bool isWindowCommand(const QStringList &arguments);

/// The window; gives the exit code. Makes the QApplication itself.
int windowMain(int argc, char **argv, const QStringList &arguments);

} // namespace mooring
