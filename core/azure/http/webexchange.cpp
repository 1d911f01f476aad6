#include "core/azure/http/webexchange.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QSslError>
#include <QTimer>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::AzureHttp", text); }

constexpr qint64 kReadAhead = 1024 * 1024;

/// Qt (6.4, QHttpProtocolHandler) takes a chunked answer whose connection ends before the last chunk for a complete
/// one, depending on which it notices first. JSON shows by itself that its end is missing; for other bodies nothing
/// tells. The parser's words, or nothing when all is there.
QString missingEnd(const WebReply &reply)
{
    const QByteArray type = reply.header("Content-Type").toLower();
    if (!reply.header("Transfer-Encoding").toLower().contains("chunked") || (!type.isEmpty() && !type.contains("json")))
        return {}; // a log that begins with "[" is no JSON
    const QByteArray begin = reply.body.left(64).trimmed();
    if (!begin.startsWith('{') && !begin.startsWith('['))
        return {};
    QJsonParseError error;
    (void)QJsonDocument::fromJson(reply.body, &error);
    const bool isWhole = error.error == QJsonParseError::NoError || error.error == QJsonParseError::DeepNesting ||
                         error.error == QJsonParseError::DocumentTooLarge; // those are told by who reads it
    return isWhole ? QString() : error.errorString();
}

} // namespace

void WebWait::give(Result<WebReply> answer)
{
    {
        const std::lock_guard lock(m_lock);
        m_answer = std::move(answer);
    }
    m_wake.notify_all();
}

Result<WebReply> WebWait::await(const WebRequest &request, const CancelToken &cancel)
{
    const auto end = std::chrono::steady_clock::now() + request.limit;
    std::unique_lock lock(m_lock);
    while (!m_answer) {
        if (cancel.isCanceled() || std::chrono::steady_clock::now() >= end) {
            m_abandoned = true; // the network thread looks and ends the exchange
            if (cancel.isCanceled())
                return Error::canceled();
            return Error::of(
                ErrorKind::NotReachable, u"azure.timeLimit"_s,
                tr("%1 did not answer within %2 s.").arg(placeOf(request.url)).arg(request.limit.count() / 1000));
        }
        m_wake.wait_for(lock, std::chrono::milliseconds(20)); // looks at the cancel that often
    }
    return std::move(*m_answer);
}

WebExchange::WebExchange(QNetworkAccessManager *manager, std::shared_ptr<WebWait> wait)
    : QObject(manager), m_manager(manager), m_wait(std::move(wait))
{
}

WebExchange::~WebExchange() { delete m_reply; }

void WebExchange::start(const WebRequest &request, const QNetworkRequest &wire)
{
    m_request = request;
    if (request.body.isEmpty() && (request.method == "GET" || request.method == "HEAD"))
        m_reply = request.method == "GET" ? m_manager->get(wire) : m_manager->head(wire);
    else if (request.method == "POST")
        m_reply = m_manager->post(wire, request.body);
    else if (request.method == "PUT")
        m_reply = m_manager->put(wire, request.body);
    else
        m_reply = m_manager->sendCustomRequest(wire, request.method, request.body);
    m_reply->setReadBufferSize(kReadAhead);
    connect(m_reply, &QIODevice::readyRead, this, &WebExchange::take);
    connect(m_reply, &QNetworkReply::finished, this, &WebExchange::finish);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_certificateProblems << error.errorString();
    });
    auto *watch = new QTimer(this);
    connect(watch, &QTimer::timeout, this, [this] {
        if (m_wait->isAbandoned())
            m_reply->abort();
    });
    watch->start(100);
}

void WebExchange::take()
{
    if (m_tooLarge)
        return;
    m_body += m_reply->readAll();
    if (m_body.size() > m_request.bodyLimit) {
        m_tooLarge = true;
        m_body.clear();
        m_reply->abort();
    }
}

void WebExchange::finish()
{
    if (!m_tooLarge)
        m_body += m_reply->readAll();
    m_wait->give(outcome());
    deleteLater();
}

Result<WebReply> WebExchange::outcome()
{
    if (m_tooLarge || m_body.size() > m_request.bodyLimit)
        return Error::failed(
            u"azure.tooLarge"_s,
            tr("The answer of %1 is larger than anything it should send, and was not read.").arg(place()));
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = m_reply->error();
    // Codes from 201 on (without proxies, 101 to 199) only repeat what the status says.
    if (status == 0 || (error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied))
        return networkError();
    WebReply reply;
    reply.status = status;
    reply.url = m_request.url;
    reply.method = m_request.method;
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        reply.headers.emplace_back(name, value);
    const QByteArray encoding = reply.header("Content-Encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity")
        return Error::failed(u"azure.encoded"_s, tr("%1 sent a packed answer (%2) although none was asked for.")
                                                     .arg(place(), QString::fromLatin1(encoding.left(40))));
    bool hasLength = false;
    const qint64 length = reply.header("Content-Length").toLongLong(&hasLength);
    if (hasLength && !m_request.isHeadOnly() && status != 204 && status != 304 && length != m_body.size())
        return cutOff({});
    reply.body = m_body;
    if (const QString cause = missingEnd(reply); !cause.isEmpty())
        return cutOff(cause);
    return reply;
}

Error WebExchange::cutOff(const QString &cause) const
{
    return Error::of(ErrorKind::NotReachable, u"azure.cutOff"_s,
                     tr("The answer of %1 broke off before its end.").arg(place()))
        .withCause(cause);
}

Error WebExchange::networkError() const
{
    const QString cause =
        m_certificateProblems.isEmpty() ? m_reply->errorString() : m_certificateProblems.join(u"; "_s);
    switch (m_reply->error()) {
    case QNetworkReply::HostNotFoundError:
        return Error::of(ErrorKind::NotReachable, u"azure.hostNotFound"_s,
                         tr("The name %1 is not known.").arg(m_request.url.host()))
            .withCause(cause)
            .withFix(tr("Look at the network connection, and at the addresses of the cloud."));
    case QNetworkReply::SslHandshakeFailedError:
        return Error::of(ErrorKind::NotReachable, u"azure.certificate"_s,
                         tr("%1 could not prove with its certificate that it is what it says.").arg(place()))
            .withCause(cause)
            .withFix(tr("Where the cloud has certificates of its own, name their file with “cloud add … --ca FILE”."));
    case QNetworkReply::RemoteHostClosedError:
        return cutOff(cause);
    default:
        return Error::of(ErrorKind::NotReachable, u"azure.unreachable"_s, tr("%1 cannot be reached.").arg(place()))
            .withCause(cause)
            .withFix(tr("Look at the network connection and at the proxy of this session."));
    }
}

} // namespace mooring
