#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>

namespace mooring {

/// A token for one service, in memory only. Its value is known to the Redactor.
struct AccessToken
{
    QByteArray value;
    QDateTime expiresAt;

    bool isGoodFor(std::chrono::seconds ahead) const;
};

/// Gives access tokens of one account. Blocks; worker threads and the command line only. Thread-safe.
/// Codes: "signin.again" (a person must sign in), "signin.claims" (the organization wants more than was proven), those
/// of WebClient.
class TokenSource
{
public:
    virtual ~TokenSource() = default;
    /// For a scope ("https://management.azure.com/.default"). Renewed when less than 5 minutes are left.
    virtual Result<AccessToken> token(const QString &scope, const CancelToken &cancel) = 0;
    /// After a 401 on `refused`: a new one, unless somebody has renewed it meanwhile. `claims`: decoded JSON of a
    /// claims challenge, or empty. Whoever gets a second 401 gives up.
    virtual Result<AccessToken> renewed(const QString &scope, const QByteArray &refused, const QByteArray &claims,
                                        const CancelToken &cancel) = 0;
};

} // namespace mooring
