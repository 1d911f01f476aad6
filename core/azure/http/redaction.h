#pragma once

#include "core/base/json.h"

#include <QUrl>

namespace mooring {

/// What answers of Azure hold as secrets, removed by the name of its key, before anything reaches a log, a file or a
/// recording: keys and passwords of listKeys, SAS addresses, kubeconfigs, tokens. The names are those of the official
/// schemas (machineLearningServices.json, workspaceRP.json, BatchManagement.json, containerregistry.json,
/// containerInstance.json) and of OAuth 2 (RFC 6749, RFC 8628). What the process-wide Redactor knows goes too.
Json withoutSecrets(const Json &value);
/// For text that should be JSON: as above when it is, else with "sig=…" and what the Redactor knows masked.
QByteArray withoutSecrets(const QByteArray &body);
/// The address with values of sig, code, client_secret … in its query masked. Never with user information.
QString printable(const QUrl &url);
bool isSecretKey(const std::string &key);

} // namespace mooring
