#pragma once

#include "core/base/result.h"

namespace mooring {

/// An engine's refusal of a pull or a build, told apart by its words. Codes: "docker.imageMissing", "docker.denied"
/// (sign-in to the registry is needed or was refused), "docker.rateLimit", "docker.noNetwork" (the engine does not get
/// to the registry), "docker.certificate" (the engine does not trust the registry), "docker.diskFull"; else `fallback`
/// as it is. The engine's words are the cause.
Error explainEngine(const Error &fallback, const QString &image);

/// The line in which a program inside a build says that it does not trust a certificate; empty: none does. Behind a
/// proxy that looks into TLS, this computer's own authorities are the remedy.
QString certificateFailure(const QString &log);

/// What the program that ended a build said last of its failure ("ERROR: No matching distribution found for torhc"):
/// the engine only repeats the whole command. Empty when it said nothing that looks like it.
QString failureWords(const QString &log);

} // namespace mooring
