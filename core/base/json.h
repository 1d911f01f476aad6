#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <nlohmann/json.hpp>

#include <optional>

namespace mooring {

/// Keys keep the order in which they were written: what people read should not be shuffled.
using Json = nlohmann::ordered_json;

} // namespace mooring

// Compiled once, in json.cpp: without this every file would compile the library anew, a sixth of its time.
extern template class nlohmann::basic_json<nlohmann::ordered_map>;
extern template class nlohmann::basic_json<>;

namespace mooring {

inline std::string toStd(const QString &text) { return text.toStdString(); }
/// Keeps a leading U+FEFF, which QString::fromUtf8 drops as a byte order mark.
inline QString fromStd(const std::string &text)
{
    return text.starts_with("\xEF\xBB\xBF") ? QChar(0xFEFF) + fromStd(text.substr(3)) : QString::fromStdString(text);
}

/// Compact UTF-8. Bytes that are not UTF-8 become replacement characters instead of an exception.
QByteArray toBytes(const Json &value);
/// Two-space indented, with a final newline: for files that people open.
QByteArray toPrettyBytes(const Json &value);

/// The value at `key`, or the fallback when it is absent, null or of another type. Never throws.
QString stringAt(const Json &object, const char *key, const QString &fallback = {});
qint64 intAt(const Json &object, const char *key, qint64 fallback = 0);
double numberAt(const Json &object, const char *key, double fallback = 0);
bool boolAt(const Json &object, const char *key, bool fallback = false);
std::optional<qint64> optionalIntAt(const Json &object, const char *key);
QStringList stringsAt(const Json &object, const char *key);
/// An ISO 8601 time; nothing when absent or unreadable.
std::optional<QDateTime> timeAt(const Json &object, const char *key);

/// null for an empty string: in our JSON what is unknown is null, never "".
Json textOrNull(const QString &text);
Json intOrNull(const std::optional<qint64> &value);
/// ISO 8601 UTC with milliseconds, or null.
Json timeOrNull(const std::optional<QDateTime> &time);
Json stringList(const QStringList &list);

} // namespace mooring
