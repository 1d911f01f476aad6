#pragma once

#include "core/credentials/memorystore.h"

namespace mooring::test {

/// A keychain that is there and answers everything with one error; what is held for the session is found. Thread-safe.
class RefusingKeychain : public MemoryStore
{
public:
    explicit RefusingKeychain(Error error) : m_error(std::move(error)) {}

    State lastState() const override { return State::Ready; }
    Result<Kept> write(const QString &, const QByteArray &, const CancelToken &) override { return m_error; }
    Result<> hold(const QString &key, const QByteArray &secret) override
    {
        if (auto good = checkSecret(secret); !good)
            return good;
        keep(key, secret);
        return {};
    }
    Result<QByteArray> read(const QString &key, const CancelToken &) override
    {
        const auto held = find(key);
        return held ? Result<QByteArray>(*held) : Result<QByteArray>(m_error);
    }

private:
    Error m_error;
};

} // namespace mooring::test
