#pragma once

#include <QByteArray>
#include <QString>

namespace mooring {

/// What the head of a private key file tells, in one sentence for the form: type, format, whether it has a passphrase;
/// or why it is of no use here. Nothing is decrypted. Looks at the disk.
QString describeKeyFile(const QString &path);
/// The same of a file's bytes.
QString describeKey(const QByteArray &content);

/// "~/x" in the home folder of this computer's user; anything else as it is.
QString expandHome(const QString &path);

} // namespace mooring
