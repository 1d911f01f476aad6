#include "core/azure/signin/accounttokens.h"

namespace mooring {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::seconds kAhead = 5min;

/// Waits for the lock as long as nobody cancels.
bool lock(std::unique_lock<std::timed_mutex> &guard, const CancelToken &cancel)
{
    while (!guard.try_lock_for(50ms)) {
        if (cancel.isCanceled())
            return false;
    }
    return true;
}

} // namespace

void AccountTokens::put(const QString &scope, const AccessToken &token)
{
    const std::lock_guard guard(m_mutex);
    m_tokens[scope] = token;
}

Result<AccessToken> AccountTokens::token(const QString &scope, const CancelToken &cancel)
{
    std::unique_lock guard(m_mutex, std::defer_lock);
    if (!lock(guard, cancel))
        return Error::canceled();
    const AccessToken &known = m_tokens[scope];
    if (known.isGoodFor(kAhead))
        return known;
    auto fresh = obtain(scope, {}, cancel);
    // One that still lasts is better than none, when only the network is away.
    if (!fresh && fresh.error().kind == ErrorKind::NotReachable && m_tokens[scope].isGoodFor(10s))
        return m_tokens[scope];
    return fresh;
}

Result<AccessToken> AccountTokens::renewed(const QString &scope, const QByteArray &refused, const QByteArray &claims,
                                           const CancelToken &cancel)
{
    std::unique_lock guard(m_mutex, std::defer_lock);
    if (!lock(guard, cancel))
        return Error::canceled();
    const AccessToken &known = m_tokens[scope];
    if (known.value != refused && known.isGoodFor(kAhead) && claims.isEmpty())
        return known; // somebody else was refused before us and has a new one
    return obtain(scope, claims, cancel);
}

Result<AccessToken> AccountTokens::obtain(const QString &scope, const QByteArray &claims, const CancelToken &cancel)
{
    const auto reply = m_service.obtain(m_account, m_tenant, scope, claims, cancel);
    if (!reply)
        return reply.error();
    m_tokens[scope] = reply->access;
    return reply->access;
}

} // namespace mooring
