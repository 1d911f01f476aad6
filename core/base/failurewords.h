#pragma once

#include <QString>

namespace mooring {

/// What the program that ended a build said last of its failure ("ERROR: No matching distribution found for torhc"),
/// with what it lists below it: who started it only says that it ended. Reads pip, conda, mamba, apt, curl, git, npm
/// and Python's exceptions, in colours or not; without what an address holds to sign in. Empty when nothing looks like
/// it.
QString failureWords(const QString &log);

/// The line in which a program says that it does not trust a certificate; empty: none does. Behind a proxy that looks
/// into TLS, this computer's own authorities are the remedy.
QString certificateFailure(const QString &log);

} // namespace mooring
