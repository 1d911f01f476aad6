#pragma once

#include "core/workspace/profile.h"
#include "ui/shell/window.h"

namespace mooring::test {

/// The real services on a profile folder, as the program composes them, but with a keychain in memory. Call it on the thread
/// where they are to live; nothing is checked or run yet.
Result<OpenedServices> openServices(const QString &profileFolder);

} // namespace mooring::test
