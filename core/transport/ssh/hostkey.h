#pragma once

#include "core/base/json.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace mooring {

/// The public key that a machine showed.
struct HostKey
{
    QString type;    ///< "ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256"
    QByteArray blob; ///< as on the wire

    QString fingerprint() const; ///< "SHA256:" and base64 without padding, as ssh-keygen prints it
    bool operator==(const HostKey &) const = default;
};

/// One line of a known_hosts file.
struct KnownHostRecord
{
    enum class Marker { None, Revoked, CertAuthority };
    enum class Problem { None, Unreadable };
    QString file;
    int line = 0;
    Marker marker = Marker::None;
    Problem problem = Problem::None;
    bool hashed = false;
    QString hosts; ///< as it stands there: "gpu-box,10.0.0.4", "[h]:2222", "|1|…"
    HostKey key;
    QString comment;

    /// Whether it speaks of this machine: wildcards, negation, hashes, "[host]:port".
    bool matches(const QString &host, int port) const;
};

/// What the records say of a key.
enum class HostKeyVerdict {
    Known,
    Unknown,     ///< nothing is known of this machine
    Changed,     ///< another key is on record: refused, never a question
    Revoked,     ///< refused
    CannotJudge, ///< only a certificate authority is on record, which Mooring does not judge: asked like Unknown, and
                 ///< said
};
QString toWord(HostKeyVerdict verdict); ///< stable: "known", "unknown", "changed", "revoked", "cannotJudge"

struct HostKeyFinding
{
    QString host; ///< as connected to (or HostKeyAlias)
    int port = 22;
    HostKey shown;
    HostKeyVerdict verdict = HostKeyVerdict::Unknown;
    std::vector<KnownHostRecord>
        records; ///< those that led to the verdict: the equal, the differing or the revoked ones

    /// {"host","port","type","fingerprint","blob","verdict","records":[{"file","line","type","fingerprint","firstSeen"}]}
    Json toJson() const;
};

} // namespace mooring
