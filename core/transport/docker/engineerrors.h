#pragma once

#include "core/base/result.h"

namespace mooring {

/// An engine's refusal of a pull or a build, told apart by its words. Codes: "docker.imageMissing", "docker.denied"
/// (sign-in to the registry is needed or was refused), "docker.rateLimit", "docker.noNetwork" (the engine does not get
/// to the registry), "docker.certificate" (the engine does not trust the registry), "docker.diskFull"; else `fallback`
/// as it is. The engine's words are the cause.
Error explainEngine(const Error &fallback, const QString &image);

} // namespace mooring
