#pragma once

#include "core/base/json.h"
#include "core/transport/http/httpmessage.h"

#include <QUrlQuery>

namespace mooring {

/// What came in, taken apart once. A value.
struct LabRequest
{
    QByteArray method;
    QByteArray target;    ///< path and query, as they came
    QString path;         ///< decoded
    QStringList segments; ///< of the path, each decoded: "a%2Fb" is one
    QUrlQuery query;
    HttpHeaders headers;
    QByteArray body;
    QString base; ///< of the service that was asked: "https://localhost:41872"

    static LabRequest of(const HttpRequest &request, const QString &base);

    /// Of the first header of that name, without regard to case; empty when there is none.
    QByteArray header(const QByteArray &name) const;
    QString argument(const char *name) const; ///< of the query, decoded; its name in any case
    bool hasArgument(const char *name) const;
    QUrlQuery form() const; ///< of the body
    Json json() const;      ///< of the body; an empty object when it is none
    QString bearer() const; ///< of "Authorization: Bearer …"
};

struct LabReply
{
    int status = 200;
    QByteArray body = {};
    HttpHeaders headers = {};
    QString note = {};         ///< for the list of requests: "insufficient_claims (fault)"
    bool isHeadAnswer = false; ///< Content-Length is that of headers, and nothing follows

    static LabReply json(const Json &value, int status = 200);
    static LabReply text(const QByteArray &text, const QByteArray &type, int status = 200);
    LabReply &with(const QByteArray &name, const QByteArray &value);
    QByteArray header(const QByteArray &name) const;
};

/// "Mon, 23 Nov 2026 01:00:00 GMT"
QByteArray httpTime(const QDateTime &time);

/// The bytes of the answer.
QByteArray rendered(const LabReply &reply, bool keepAlive);

} // namespace mooring
