#pragma once

#include "core/credentials/credentialstore.h"

namespace mooring::secretservice {

/// Asks the session's Secret Service over D-Bus how it is, with a limit of about 4 s for each answer. QtKeychain cannot
/// tell a locked keychain from a missing entry. May start the service. Blocks; on the keychain's thread only.
CredentialStore::State askState();

/// A program that could ask the person for the keychain's password can be reached.
bool canPrompt();

} // namespace mooring::secretservice
