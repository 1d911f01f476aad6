#pragma once

#include <QString>
#include <QStringList>

namespace mooring::test {

/// Runs this test program again on a bus of its own, with a home of its own and, unless `withKeyring` is false, a real
/// gnome-keyring that is unlocked. Gives its exit code. `mode` is what keyringMode() says inside.
int runInKeyringSession(const QString &mode, bool withKeyring, const QStringList &arguments);
QString keyringMode(); ///< empty: outside

bool hasKeyringPrograms();
/// Inside: starts a keyring that is unlocked, and waits until the bus knows it.
bool unlockKeyring();
void lockKeyring();
qint64 keyringPid(); ///< 0: none
void endKeyring();   ///< SIGKILL, and waits until the bus knows

} // namespace mooring::test
