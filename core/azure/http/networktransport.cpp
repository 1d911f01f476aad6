#include "core/azure/http/networktransport.h"

#include "core/azure/http/networkthread.h"
#include "core/azure/http/webexchange.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>
#include <QSslCertificate>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::AzureHttp", text); }

/// The proxy of the session, but never for this computer itself.
class SessionProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.url()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

/// Only loopback and the instance metadata service (link-local, spec of IMDS) may be asked without TLS.
bool mayBeAsked(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    return url.scheme() == u"https" ||
           (url.scheme() == u"http" && (isLoopback(url) || url.host() == u"169.254.169.254"));
}

} // namespace

Result<std::shared_ptr<WebTransport>> WebTransport::make(const QByteArray &caPem)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!caPem.isEmpty()) {
        const QList<QSslCertificate> own = QSslCertificate::fromData(caPem, QSsl::Pem);
        if (own.isEmpty())
            return Error::usage(u"azure.caUnreadable"_s, tr("The file of trusted certificates has none in it."))
                .withFix(tr("It is a text that begins with -----BEGIN CERTIFICATE-----."));
        tls.setCaCertificates(tls.caCertificates() + own);
    }
    return std::shared_ptr<WebTransport>(std::make_shared<NetworkTransport>(tls));
}

NetworkTransport::NetworkTransport(const QSslConfiguration &tls)
    : m_tls(tls), m_manager(new QNetworkAccessManager), m_directManager(new QNetworkAccessManager)
{
    m_manager->setProxyFactory(new SessionProxies);
    m_directManager->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    for (QNetworkAccessManager *manager : {m_manager, m_directManager}) {
        manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        manager->setAutoDeleteReplies(false);
        manager->moveToThread(NetworkThread::instance().thread());
    }
}

NetworkTransport::~NetworkTransport()
{
    m_manager->deleteLater();
    m_directManager->deleteLater();
}

QNetworkRequest NetworkTransport::prepared(const WebRequest &request) const
{
    QNetworkRequest wire(request.url);
    wire.setSslConfiguration(m_tls);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    for (const auto &[name, value] : request.headers)
        wire.setRawHeader(name, value);
    // Nothing is unpacked here: a small packed body cannot become an endless one.
    wire.setRawHeader("Accept-Encoding", "identity");
    wire.setRawHeader("User-Agent", "mooring/" MOORING_VERSION);
    if (!request.contentType.isEmpty())
        wire.setRawHeader("Content-Type", request.contentType);
    if (!request.bearer.isEmpty())
        wire.setRawHeader("Authorization", "Bearer " + request.bearer);
    return wire;
}

Result<WebReply> NetworkTransport::exchange(const WebRequest &request, const CancelToken &cancel)
{
    if (cancel.isCanceled())
        return Error::canceled();
    if (!mayBeAsked(request.url))
        return Error::failed(u"azure.notHttps"_s,
                             tr("Mooring does not ask %1: only addresses with https are asked.")
                                 .arg(request.url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)));
    const auto wait = std::make_shared<WebWait>();
    QNetworkAccessManager *manager = request.isDirect ? m_directManager : m_manager;
    QMetaObject::invokeMethod(
        manager,
        [manager, wait, request, wire = prepared(request)] { (new WebExchange(manager, wait))->start(request, wire); },
        Qt::QueuedConnection);
    return wait->await(request, cancel);
}

} // namespace mooring
