#include "core/azure/http/webclient.h"

#include "core/azure/http/errorchain.h"
#include "core/azure/http/jsonreply.h"
#include "core/azure/http/redaction.h"
#include "core/base/clock.h"

#include <QCoreApplication>
#include <QUuid>

namespace mooring {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::AzureHttp", text); }

constexpr int kMostRedirects = 5;
constexpr int kMostRepeats = 5;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isWorthRepeating(const WebRequest &request, int status)
{
    if (status == 429)
        return true;
    const bool harmless = request.method != "POST" && request.method != "PATCH";
    return harmless && (status == 502 || status == 503 || status == 504);
}

bool hasHeader(const WebRequest &request, const QByteArray &name)
{
    for (const auto &[key, value] : request.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

} // namespace

std::optional<milliseconds> retryAfter(const WebReply &reply)
{
    const QByteArray value = reply.header("Retry-After").trimmed();
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    if (isNumber)
        return seconds >= 0 && seconds < 86'400 ? std::optional(milliseconds(seconds * 1000)) : std::nullopt;
    const auto date = httpDate(value);
    if (!date)
        return {};
    // Their own clock counts, where it is shown.
    return milliseconds(std::max<qint64>(0, reply.serverTime().value_or(nowUtc()).msecsTo(*date)));
}

Result<WebReply> WebClient::sendOnce(WebRequest request, const CancelToken &cancel) const
{
    for (int hop = 0;; ++hop) {
        auto reply = m_transport->exchange(request, cancel);
        if (!reply)
            return reply;
        for (const auto &[name, value] : request.headers) {
            if (name == "x-ms-client-request-id")
                reply->clientRequestId = QString::fromLatin1(value);
        }
        if (m_observer)
            m_observer(request, *reply);
        if (!isRedirect(reply->status))
            return reply;
        const QUrl target = request.url.resolved(QUrl::fromEncoded(reply->header("Location"), QUrl::StrictMode));
        const bool keepsMethod =
            reply->status == 307 || reply->status == 308 || request.method == "GET" || request.isHeadOnly();
        if (hop >= kMostRedirects || !isSameOrigin(request.url, target) || !keepsMethod ||
            reply->header("Location").isEmpty())
            return Error::failed(u"azure.redirect"_s,
                                 tr("%1 points to another place, which Mooring does not follow: a token must not reach "
                                    "a second host.")
                                     .arg(placeOf(request.url)))
                .withDetail({{"status", reply->status},
                             {"from", toStd(printable(request.url))},
                             {"to", toStd(printable(target))},
                             {"requestId", textOrNull(reply->requestId())}});
        request.url = target;
    }
}

Result<WebReply> WebClient::send(const WebRequest &request, const CancelToken &cancel, const OnPause &onPause) const
{
    WebRequest wanted = request;
    if (!hasHeader(wanted, "x-ms-client-request-id")) {
        wanted.headers.emplace_back("x-ms-client-request-id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
        wanted.headers.emplace_back("x-ms-return-client-request-id", "true");
    }
    milliseconds waited{0};
    for (int attempt = 0;; ++attempt) {
        auto reply = sendOnce(wanted, cancel);
        if (!reply || !isWorthRepeating(wanted, reply->status) || attempt >= kMostRepeats)
            return reply;
        const milliseconds pause =
            std::max(milliseconds(100), retryAfter(*reply).value_or(milliseconds(1000 << attempt)));
        if (waited + pause > request.patience)
            return reply;
        if (onPause)
            onPause(tr("%1 asks for a pause (%2): next try in %3 s.")
                        .arg(placeOf(request.url))
                        .arg(reply->status)
                        .arg((pause.count() + 999) / 1000));
        if (cancel.waitFor(pause))
            return Error::canceled();
        waited += pause;
    }
}

Result<Json> WebClient::json(const WebRequest &request, const QString &what, const CancelToken &cancel,
                             const OnPause &onPause) const
{
    const auto reply = send(request, cancel, onPause);
    if (!reply)
        return reply.error();
    if (!reply->isSuccess())
        return errorOf(*reply, what);
    return jsonOf(*reply);
}

} // namespace mooring
