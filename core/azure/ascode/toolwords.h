#pragma once

#include "core/base/result.h"
#include "core/targets/pythontext.h"

#include <QString>
#include <QStringList>

#include <map>

namespace mooring {

/// ["a", "b"]
QString pythonList(const QStringList &texts);
/// {"A": "1"}
QString pythonMap(const std::map<QString, QString> &values);
/// "name(\n    first,\n    second)"
QString pythonCall(const QString &name, const QStringList &arguments);
/// "key: value\n", the value quoted where it has to be.
QByteArray yamlLine(const QByteArray &key, const QString &value);
/// "key:\n  name: value\n"; nothing for an empty map.
QByteArray yamlMap(const QByteArray &key, const std::map<QString, QString> &values);

/// "export.noWay": `tool` cannot say it, for that reason (a whole sentence).
Error noWayInTool(const QString &tool, const QString &reason);
/// Nothing but "sdk" and "cli" is written here: an error that names them.
Error unknownForm(const QString &form);

} // namespace mooring
