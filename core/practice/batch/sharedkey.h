#pragma once

#include "core/practice/server/labmessage.h"

namespace mooring {

/// Whether the request is signed with the account's key as Batch wants it (Microsoft Learn, "Authenticate requests to
/// the Azure Batch service"; azure-batch 15.1). `key`: base64.
bool isSignedWithSharedKey(const LabRequest &request, const QString &account, const QByteArray &key);

} // namespace mooring
