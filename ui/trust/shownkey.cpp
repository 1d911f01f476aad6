#include "ui/trust/shownkey.h"

#include <QCoreApplication>

namespace mooring {

ShownKey ShownKey::fromJson(const Json &facts)
{
    ShownKey shown;
    shown.host = stringAt(facts, "host");
    shown.port = int(intAt(facts, "port", 22));
    shown.key.type = stringAt(facts, "type");
    shown.key.blob = QByteArray::fromBase64(stringAt(facts, "blob").toLatin1());
    shown.fingerprint = stringAt(facts, "fingerprint");
    shown.verdict = stringAt(facts, "verdict");
    if (!facts.is_object() || !facts.contains("records") || !facts["records"].is_array())
        return shown;
    for (const Json &entry : facts["records"]) {
        const QDateTime seen = QDateTime::fromString(stringAt(entry, "firstSeen"), Qt::ISODateWithMs);
        shown.records.push_back({stringAt(entry, "file"), int(intAt(entry, "line")), stringAt(entry, "type"),
                                 stringAt(entry, "fingerprint"), seen.isValid() ? std::optional(seen) : std::nullopt});
    }
    return shown;
}

QString ShownKey::reachedAs() const
{
    return QCoreApplication::translate("mooring::ShownKey", "%1, port %2").arg(host).arg(port);
}

} // namespace mooring
