#include "core/practice/server/labmessage.h"
#include "core/base/jsontext.h"

#include <QLocale>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QByteArray valueOf(const HttpHeaders &headers, const QByteArray &name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

const char *phrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 302:
        return "Found";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 409:
        return "Conflict";
    case 416:
        return "Range Not Satisfiable";
    case 429:
        return "Too Many Requests";
    default:
        return "Answer";
    }
}

} // namespace

LabRequest LabRequest::of(const HttpRequest &request, const QString &base)
{
    LabRequest made;
    made.method = request.method;
    made.target = request.target;
    made.headers = request.headers;
    made.body = request.body;
    made.base = base;
    const auto mark = request.target.indexOf('?');
    const QByteArray path = mark < 0 ? request.target : request.target.left(mark);
    made.path = QUrl::fromPercentEncoding(path);
    for (const QByteArray &part : path.split('/')) {
        if (!part.isEmpty())
            made.segments << QUrl::fromPercentEncoding(part);
    }
    QByteArray query = mark < 0 ? QByteArray() : request.target.mid(mark + 1);
    made.query = QUrlQuery(QString::fromUtf8(query.replace('+', "%20")));
    return made;
}

QByteArray LabRequest::header(const QByteArray &name) const { return valueOf(headers, name); }

QString LabRequest::argument(const char *name) const
{
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (key.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool LabRequest::hasArgument(const char *name) const
{
    const auto items = query.queryItems(QUrl::FullyDecoded);
    return std::any_of(items.begin(), items.end(), [&](const auto &item) {
        return item.first.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0;
    });
}

QUrlQuery LabRequest::form() const
{
    QByteArray text = body;
    return QUrlQuery(QString::fromUtf8(text.replace('+', "%20")));
}

Json LabRequest::json() const
{
    Json value = readJson(body);
    return value.is_discarded() ? Json::object() : value;
}

QString LabRequest::bearer() const
{
    const QByteArray value = header("Authorization");
    return value.startsWith("Bearer ") ? QString::fromLatin1(value.mid(7)) : QString();
}

LabReply LabReply::json(const Json &value, int status)
{
    return {status, toBytes(value), {{"Content-Type", "application/json; charset=utf-8"}}};
}

LabReply LabReply::text(const QByteArray &text, const QByteArray &type, int status)
{
    return {status, text, {{"Content-Type", type}}};
}

LabReply &LabReply::with(const QByteArray &name, const QByteArray &value)
{
    headers.emplace_back(name, value);
    return *this;
}

QByteArray LabReply::header(const QByteArray &name) const { return valueOf(headers, name); }

QByteArray httpTime(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

QByteArray rendered(const LabReply &reply, bool keepAlive)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + phrase(reply.status) + "\r\n";
    bytes += "Date: " + httpTime(QDateTime::currentDateTimeUtc()) + "\r\nServer: mooring-practice\r\n";
    for (const auto &[name, value] : reply.headers)
        bytes += name + ": " + value + "\r\n";
    if (!reply.isHeadAnswer && reply.status != 204)
        bytes += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    bytes += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return reply.isHeadAnswer || reply.status == 204 ? bytes : bytes + reply.body;
}

} // namespace mooring
