#pragma once

#include "core/credentials/credentialstore.h"

#include <map>
#include <mutex>
#include <optional>

namespace mooring {

/// Secrets of this session, gone with it.
class MemoryStore : public CredentialStore
{
public:
    ~MemoryStore() override;

    State probe(const CancelToken &cancel) override;
    State lastState() const override;
    Result<Kept> write(const QString &key, const QByteArray &secret, const CancelToken &cancel) override;
    Result<> hold(const QString &key, const QByteArray &secret) override;
    Result<QByteArray> read(const QString &key, const CancelToken &cancel) override;
    Result<> remove(const QString &key, const CancelToken &cancel) override;

    std::optional<QByteArray> find(const QString &key) const;
    void keep(const QString &key, const QByteArray &secret);
    void forget(const QString &key);

private:
    mutable std::mutex m_lock;
    std::map<QString, QByteArray> m_secrets;
};

/// What any store refuses before use.
Result<> checkSecret(const QByteArray &secret);

} // namespace mooring
