#pragma once

#include "core/credentials/memorystore.h"

#include <atomic>

namespace QKeychain {
class Job;
}

namespace mooring {

/// The session's keychain through QtKeychain; memory when there is none. Never a file of ours: QtKeychain's insecure
/// fallback stays off.
class KeychainStore : public CredentialStore
{
public:
    State probe(const CancelToken &cancel) override;
    State lastState() const override;
    Result<Kept> write(const QString &key, const QByteArray &secret, const CancelToken &cancel) override;
    Result<> hold(const QString &key, const QByteArray &secret) override;
    Result<QByteArray> read(const QString &key, const CancelToken &cancel) override;
    Result<> remove(const QString &key, const CancelToken &cancel) override;

private:
    struct Outcome;
    using Make = std::function<QKeychain::Job *()>;
    /// Ready to be used, or as Locked as it stays without the person; the limit for a use of it.
    Result<std::chrono::milliseconds> admit(const CancelToken &cancel);
    Result<Outcome> use(const Make &make, std::chrono::milliseconds limit, const CancelToken &cancel);
    /// Why a use went wrong: asks the keychain how it is, for QtKeychain's own word says too little.
    Error explain(const Outcome &outcome, const CancelToken &cancel);
    Error refusal(State state) const;

    MemoryStore m_memory;
    std::atomic<State> m_state = State::Unknown;
};

} // namespace mooring
