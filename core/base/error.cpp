#include "core/base/error.h"

#include <QCoreApplication>
#include <QMetaEnum>

namespace mooring {

Error Error::canceled()
{
    return of(ErrorKind::Canceled, QStringLiteral("canceled"),
              QCoreApplication::translate("mooring::Error", "Stopped before it was done, as asked."));
}

QString Error::text() const
{
    QStringList parts{message};
    if (!cause.isEmpty() && !message.contains(cause))
        parts << cause;
    if (!fix.isEmpty())
        parts << fix;
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) { // words of a system ("Connection refused") are no sentences
        const QChar end = parts[i].isEmpty() ? QChar(u'.') : parts[i].back();
        if (end.isLetterOrNumber() || QStringView(u"'\")]}").contains(end))
            parts[i] += u'.';
    }
    return parts.join(u' ');
}

Json Error::toJson() const
{
    return {{"code", toStd(code)},
            {"message", toStd(message)},
            {"cause", textOrNull(cause)},
            {"fix", textOrNull(fix)},
            {"detail", detail}};
}

Error Error::fromJson(const Json &value)
{
    Error error;
    error.code = stringAt(value, "code");
    error.message = stringAt(value, "message");
    error.cause = stringAt(value, "cause");
    error.fix = stringAt(value, "fix");
    if (value.is_object() && value.contains("detail"))
        error.detail = value["detail"];
    return error;
}

} // namespace mooring
