#pragma once

#include "core/base/json.h"

#include <optional>

namespace mooring {

/// The lab's tokens: JSON Web Tokens that it signs with a key of its own, which ends with it. No other service takes
/// them.
class LabTokens
{
public:
    LabTokens();

    /// With "iat", "nbf" and "exp" added.
    QString make(Json claims, int lifeSeconds) const;
    /// The claims of a token of ours that has not expired.
    std::optional<Json> verified(const QString &token) const;
    /// For the "sig" of an address: of this text and no other.
    QString signature(const QString &text) const;

private:
    QByteArray m_key;
};

} // namespace mooring
