#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <yaml-cpp/yaml.h>

namespace mooring {

/// Reading of small YAML files that people and Mooring write: run settings, targets. All errors are ErrorKind::Usage
/// with codes "settings.…", and name the line.
namespace yaml {

/// Hands over the only document of the file. Refused: over 1 MB, bytes that are not UTF-8, nothing in it, aliases,
/// tags, a second document. Nothing is thrown.
Result<> readDocument(const QByteArray &content, const std::function<Result<>(const YAML::Node &)> &read);

/// Calls `read` for each entry of a map; a key that stands twice or is no plain text is an error. `key`: of the map
/// itself, for the sentence.
Result<> forEachEntry(const YAML::Node &node, const QString &key,
                      const std::function<Result<>(const QString &, const YAML::Node &, const YAML::Mark &)> &read);
Result<QString> textOf(const YAML::Node &node, const QString &key);
Result<QStringList> textsOf(const YAML::Node &node, const QString &key);

Error atLine(const QString &code, const YAML::Mark &mark, const QString &message);
Error wrongType(const YAML::Node &node, const QString &key, const QString &wanted);
/// "settings.unknownKey", with the nearest known one.
Error notAKey(const QString &sentence, const QString &name, const YAML::Mark &mark, const QStringList &known);

} // namespace yaml
} // namespace mooring
