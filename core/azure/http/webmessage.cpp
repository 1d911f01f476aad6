#include "core/azure/http/webmessage.h"

#include <QHostAddress>
#include <QLocale>

namespace mooring {

using namespace Qt::StringLiterals;

QByteArray WebReply::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QString WebReply::requestId() const
{
    const QByteArray id = header("x-ms-request-id");
    return QString::fromLatin1(id.isEmpty() ? header("request-id") : id).left(200);
}

QString WebReply::correlationId() const { return QString::fromLatin1(header("x-ms-correlation-request-id")).left(200); }

std::optional<QDateTime> WebReply::serverTime() const { return httpDate(header("Date")); }

std::optional<QDateTime> httpDate(const QByteArray &text)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

QString placeOf(const QUrl &url)
{
    const int usual = url.scheme() == u"https" ? 443 : 80;
    const bool isIpv6 = url.host().contains(u':');
    if (url.port(usual) == usual)
        return url.host();
    return (isIpv6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(url.host()).arg(url.port());
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == u"https" ? 443 : 80); };
    return one.isValid() && other.isValid() && !one.host().isEmpty() && one.scheme() == other.scheme() &&
           one.host().compare(other.host(), Qt::CaseInsensitive) == 0 && port(one) == port(other) &&
           one.userInfo().isEmpty() && other.userInfo().isEmpty();
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    if (host.compare(u"localhost"_s, Qt::CaseInsensitive) == 0)
        return true;
    QHostAddress address;
    return address.setAddress(host) && address.isLoopback();
}

} // namespace mooring
