#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace mooring {

/// A throw-away authority and one certificate of it for this computer's loopback addresses: localhost, 127.0.0.1, ::1.
/// The authority's key is dropped as soon as it has signed; the server's key stays in memory. Valid for 30 days.
struct LabCertificate
{
    QByteArray authorityPem; ///< whom clients are told to trust
    QByteArray serverPem;
    QByteArray keyPem;

    /// "practice.noCertificate" where OpenSSL cannot make one.
    static Result<LabCertificate> make();
};

} // namespace mooring
