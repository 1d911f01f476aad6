#include "core/credentials/keeporhold.h"

namespace mooring {

Result<KeptSecret> keepOrHold(CredentialStore &store, const QString &key, const QByteArray &secret,
                              const CancelToken &cancel)
{
    const auto kept = store.write(key, secret, cancel);
    if (kept)
        return KeptSecret{*kept, {}};
    if (kept.error().kind == ErrorKind::Canceled)
        return kept.error();
    if (const auto held = store.hold(key, secret); !held)
        return held.error(); // empty or too large: no store takes it
    return KeptSecret{CredentialStore::Kept::Memory, kept.error()};
}

} // namespace mooring
