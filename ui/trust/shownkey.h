#pragma once

#include "core/transport/ssh/hostkey.h"

#include <QDateTime>

namespace mooring {

/// A key on record that stands against the one that was shown.
struct RecordedKey
{
    QString file;
    int line = 0;
    QString type, fingerprint;
    std::optional<QDateTime> firstSeen;
};

/// HostKeyFinding::toJson() read back: what a machine showed and what was on record.
struct ShownKey
{
    QString host;
    int port = 22;
    HostKey key;
    QString fingerprint;
    QString verdict; ///< word of HostKeyVerdict
    std::vector<RecordedKey> records;

    static ShownKey fromJson(const Json &facts);
    /// A key that cannot be trusted from here, whatever is answered.
    bool isRefused() const { return verdict == QLatin1String("changed") || verdict == QLatin1String("revoked"); }
    bool isRevoked() const { return verdict == QLatin1String("revoked"); }
    QString reachedAs() const; ///< "gpu-box-3, port 22"
};

} // namespace mooring
