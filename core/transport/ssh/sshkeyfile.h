#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace mooring {

/// A private key file, looked at without its passphrase.
struct SshKeyFile
{
    QString path;
    QByteArray content;
    QString type;          ///< "ED25519", "RSA", "ECDSA"; empty: in an encrypted file that does not say
    QByteArray publicBlob; ///< as on the wire, when it stands in clear (OpenSSH format, or the .pub beside it)
    QString comment;
    bool encrypted = false;

    /// Reads and recognizes: OpenSSH, PEM and PKCS#8. Errors, all of kind SignIn: "ssh.keyFileOpen" (group or others
    /// may read it), "ssh.badKeyFile" (PuTTY, FIDO, certificate, public half, damaged, a cipher that cannot be read;
    /// the fix is the command that converts), "file.missing".
    static Result<SshKeyFile> read(const QString &path);

    /// Whether `passphrase` opens it. Formats that cannot be asked without a connection: true.
    bool opensWith(const QByteArray &passphrase) const;
    /// "~/.ssh/id_ed25519"
    QString shownPath() const;
};

} // namespace mooring
