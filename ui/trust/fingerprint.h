#pragma once

#include <QString>
#include <QStringList>

namespace mooring {

/// "SHA256:9nQ4tYx0c2…" in the groups of 8 that people read: "9nQ4tYx0", "c2LhV6mE", …; without the name of the hash.
QStringList fingerprintGroups(const QString &fingerprint);
/// "SHA256:9nQ4…b7Wk"
QString shortFingerprint(const QString &fingerprint);
/// "ED25519", "ECDSA 256", "RSA": as people call it.
QString keyTypeText(const QString &type);

/// How what a person typed agrees with a key's fingerprint.
struct FingerprintMatch
{
    enum class State { Empty, Partly, Same, Different };
    State state = State::Empty;
    int agreeing = 0; ///< characters from the start
    int total = 0;
};

/// Takes what ssh-keygen -l prints as well: a line with the fingerprint in it. Spaces and padding do not count.
FingerprintMatch matchFingerprint(const QString &fingerprint, const QString &typed);

} // namespace mooring
