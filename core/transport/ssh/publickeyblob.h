#pragma once

#include "core/transport/ssh/hostkey.h"

#include <optional>

namespace mooring {

/// A public key as a line of text has it: "ssh-ed25519 AAAA…". Nothing when ssh would not take it either: an unknown
/// type, a blob of another type, missing or left-over bytes, an RSA key under 1024 bits, a certificate.
std::optional<HostKey> parsePublicKey(QByteArrayView type, QByteArrayView base64);

/// Strict: the right padding, nothing that is not base64.
std::optional<QByteArray> decodeBase64(QByteArrayView text);

} // namespace mooring
