#pragma once

#include <QString>

namespace mooring {

/// What a private key file is, in one sentence for the form: type, whether it has a passphrase; or why it is of no use
/// here, and what to do about it. Nothing is decrypted. Looks at the disk.
QString describeKeyFile(const QString &path);

/// "~/x" in the home folder of this computer's user; anything else as it is.
QString expandHome(const QString &path);

} // namespace mooring
