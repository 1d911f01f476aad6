#pragma once

#include "core/workspace/profile.h"
#include "ui/shell/window.h"

namespace mooring::test {

/// Fills the registry; the profile's folders are given for kinds that need them.
using AddKinds = std::function<void(KindRegistry &, const Profile &)>;

/// The real services on a profile folder, as the program composes them, but with a keychain in memory. Call it on the
/// thread where they are to live; nothing is checked or run yet. Without `addKinds`: the program's own kinds.
Result<OpenedServices> openServices(const QString &profileFolder, const AddKinds &addKinds = {});

} // namespace mooring::test
