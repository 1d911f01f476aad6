#include "tests/ui/azure/practicebrowser.h"

#include <QDesktopServices>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace mooring::test {

PracticeBrowser::PracticeBrowser(Does does, const QByteArray &authority) : m_does(does), m_authority(authority)
{
    QDesktopServices::setUrlHandler(u"https"_s, this, "open");
    connect(&m_network, &QNetworkAccessManager::finished, this, &PracticeBrowser::answered);
}

PracticeBrowser::~PracticeBrowser() { QDesktopServices::unsetUrlHandler(u"https"_s); }

void PracticeBrowser::open(const QUrl &url)
{
    opened << url;
    if (m_does != Does::Nothing)
        ask(url);
}

void PracticeBrowser::ask(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(10'000);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(QSslCertificate::fromData(m_authority));
    request.setSslConfiguration(tls);
    m_network.get(request);
}

void PracticeBrowser::answered(QNetworkReply *reply)
{
    reply->deleteLater();
    lastPage = reply->readAll();
    const QUrl to = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (!to.isEmpty()) {
        redirected << reply->url().resolved(to);
        return ask(redirected.last());
    }
    static const QRegularExpression link(u"<a href=\"([^\"]+)\">([^<]+)</a>"_s);
    auto links = link.globalMatch(QString::fromUtf8(lastPage));
    while (links.hasNext()) {
        const QRegularExpressionMatch each = links.next();
        const bool cancels = each.captured(2) == u"Cancel";
        if (cancels != (m_does == Does::Cancels))
            continue;
        const QString target = each.captured(1).replace(u"&amp;"_s, u"&"_s);
        return ask(reply->url().resolved(QUrl::fromEncoded(target.toLatin1())));
    }
}

} // namespace mooring::test
