#include "core/transport/http/httpmessage.h"

namespace mooring {

QByteArray HttpHead::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray renderRequest(const HttpRequest &request, bool keepAlive)
{
    QByteArray text = request.method + ' ' + request.target + " HTTP/1.1\r\nHost: " + request.host + "\r\n";
    text += keepAlive ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
    for (const auto &[name, value] : request.headers)
        text += name + ": " + value + "\r\n";
    if (request.source)
        text += "Transfer-Encoding: chunked\r\n";
    else if (!request.body.isEmpty() || request.method == "POST" || request.method == "PUT")
        text += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    text += "\r\n";
    return request.source ? text : text + request.body;
}

} // namespace mooring
