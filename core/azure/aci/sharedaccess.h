#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace mooring {

/// What a shared access signature of blob storage lets be done. Sources: learn.microsoft.com "Create a service SAS",
/// version 2020-12-06 and later; checked against azure-storage-blob 12.
struct SharedAccess
{
    QString account, container;
    QString blob; ///< path in the container; empty: all of the container
    QByteArray permissions = "r";
    QDateTime until; ///< UTC
};

/// The query of an address with that signature, percent-encoded: a secret. `accountKey`: base64, as Azure gives it.
QByteArray signedQuery(const SharedAccess &access, const QByteArray &accountKey);

} // namespace mooring
