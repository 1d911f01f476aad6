#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace mooring {

/// FIELD=VALUE of --set, split at the first "=".
Result<std::pair<QString, QString>> parseAssignment(const QString &option, const QString &text);

/// The value that a --secret means: "-" one line of stdin, "@FILE" (trailing newline removed), "env:VAR". Never the
/// value itself.
Result<QByteArray> readSecret(const QString &field, const QString &source);

/// --secret F=…, any number of times.
void addSecretOption(CLI::App &command, std::vector<std::string> &secrets);
/// The values of all, by field id.
Result<std::map<QString, QByteArray>> readSecrets(const std::vector<std::string> &secrets);

} // namespace mooring
