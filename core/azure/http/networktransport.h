#pragma once

#include "core/azure/http/webtransport.h"

#include <QSslConfiguration>

class QNetworkAccessManager;
class QNetworkRequest;

namespace mooring {

/// The only place that touches QNetworkAccessManager. Each transport has one of its own on the network thread, so that
/// connections made under one set of trusted certificates are never used under another.
class NetworkTransport : public WebTransport
{
public:
    explicit NetworkTransport(const QSslConfiguration &tls);
    ~NetworkTransport() override;
    Q_DISABLE_COPY_MOVE(NetworkTransport)

    Result<WebReply> exchange(const WebRequest &request, const CancelToken &cancel) override;

private:
    QNetworkRequest prepared(const WebRequest &request) const;

    QSslConfiguration m_tls;
    QNetworkAccessManager *m_manager;       // lives on the network thread
    QNetworkAccessManager *m_directManager; // the same without a proxy
};

} // namespace mooring
