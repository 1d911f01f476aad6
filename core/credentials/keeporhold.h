#pragma once

#include "core/credentials/credentialstore.h"

#include <optional>

namespace mooring {

struct KeptSecret
{
    CredentialStore::Kept where = CredentialStore::Kept::Keychain;
    std::optional<Error> reason; ///< why the keychain does not have it, where there is one
};

/// As CredentialStore::write(), but a keychain that is locked, refuses, does not answer or fails is not the end: the
/// secret is held for this session then, and what earlier stood under the key is not read any more. Errors: what
/// write() refuses before it asks, and "canceled". Blocks as write() does. Thread-safe.
Result<KeptSecret> keepOrHold(CredentialStore &store, const QString &key, const QByteArray &secret,
                              const CancelToken &cancel);

} // namespace mooring
