#include "core/credentials/credentialstore.h"

#include "core/credentials/keychainstore.h"
#include "core/credentials/memorystore.h"

#include <QCoreApplication>

namespace mooring {

std::unique_ptr<CredentialStore> CredentialStore::system() { return std::make_unique<KeychainStore>(); }
std::unique_ptr<CredentialStore> CredentialStore::memory() { return std::make_unique<MemoryStore>(); }

QString toText(CredentialStore::State state)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("mooring::CredentialStore", text); };
    switch (state) {
    case CredentialStore::State::Ready:
        return tr("Ready");
    case CredentialStore::State::Locked:
        return tr("Locked");
    case CredentialStore::State::Denied:
        return tr("Denied");
    case CredentialStore::State::Absent:
        return tr("Not available");
    case CredentialStore::State::Hung:
        return tr("Does not answer");
    case CredentialStore::State::Unknown:
        break;
    }
    return tr("Not asked yet");
}

} // namespace mooring
