#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace mooring {

/// The one door to the operating system's keychain. Only this folder includes QtKeychain.
///
/// Calls block, at most about 5 s each (25 s where the keychain can ask the person for its password); a late answer is
/// ignored. Worker threads and the command line only. Thread-safe. Every secret that passes is made known to the
/// Redactor. A cancel ends the wait, not what the keychain is doing: a canceled write may still be kept.
class CredentialStore
{
public:
    enum class State {
        Ready,
        Locked, ///< there, but closed: nothing can be told about entries. Never read as "deleted".
        Denied,
        Absent, ///< no keychain service: secrets are kept in memory for this session
        Hung,   ///< did not answer within the limit
        Unknown ///< not asked yet
    };

    virtual ~CredentialStore() = default;

    /// Asks the keychain now.
    virtual State probe(const CancelToken &cancel) = 0;
    virtual State lastState() const = 0;

    /// Keeps it in the keychain, or in memory when there is none; says which. Any bytes, also NUL; byte-exact. An empty
    /// secret and one over 64 KiB are refused before anything is asked: "credentials.empty", "credentials.tooLarge".
    enum class Kept { Keychain, Memory };
    virtual Result<Kept> write(const QString &key, const QByteArray &secret, const CancelToken &cancel) = 0;
    /// For this session only, never in the keychain; read() finds it. Refuses what write() refuses. Does not block.
    virtual Result<> hold(const QString &key, const QByteArray &secret) = 0;
    /// Codes: "credentials.missing" (surely not there), "credentials.locked", "credentials.denied", "credentials.hung",
    /// "credentials.absent" (there is no keychain and it was not given in this session), "credentials.failed",
    /// "canceled". Only the first says that the secret is gone: keep what refers to it in all other cases.
    virtual Result<QByteArray> read(const QString &key, const CancelToken &cancel) = 0;
    /// Gone from memory and keychain; one that was not there is a success. "credentials.absent" when it was not in
    /// memory and there is no keychain now: it may still be in one that another session has.
    virtual Result<> remove(const QString &key, const CancelToken &cancel) = 0;

    /// The keychain, falling back to memory when absent.
    static std::unique_ptr<CredentialStore> system();
    /// Memory only: tests, and sessions without a keychain.
    static std::unique_ptr<CredentialStore> memory();
};

/// For people: "Ready", "Locked" …, translated.
QString toText(CredentialStore::State state);

} // namespace mooring
