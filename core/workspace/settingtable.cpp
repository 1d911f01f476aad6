#include "core/workspace/settingtable.h"

#include "core/base/jsontext.h"
#include "core/workspace/sqlconnection.h"

namespace mooring {

using namespace Qt::StringLiterals;

Result<Json> SettingTable::value(const QString &key)
{
    auto stored = m_connection.value(u"SELECT value FROM settings WHERE key=?"_s, {key});
    if (!stored)
        return stored.error();
    const QByteArray text = stored->toString().toUtf8();
    Json value = readJson(text);
    return Result<Json>(value.is_discarded() ? Json() : std::move(value));
}

Result<> SettingTable::save(const QString &key, const Json &value)
{
    return m_connection.run(
        u"INSERT INTO settings (key, value) VALUES (?,?) ON CONFLICT (key) DO UPDATE SET value=excluded.value"_s,
        {key, QString::fromUtf8(toBytes(value))});
}

} // namespace mooring
