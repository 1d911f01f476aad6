#pragma once

#include "core/azure/http/webtransport.h"

#include <QNetworkReply>
#include <QPointer>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>

class QNetworkAccessManager;

namespace mooring {

/// Where the asking thread waits for the network thread. Shared by both; whoever leaves first does no harm.
class WebWait
{
public:
    void give(Result<WebReply> answer);
    Result<WebReply> await(const WebRequest &request, const CancelToken &cancel);
    bool isAbandoned() const { return m_abandoned; }

private:
    std::mutex m_lock;
    std::condition_variable m_wake;
    std::optional<Result<WebReply>> m_answer; // guarded by m_lock
    std::atomic<bool> m_abandoned = false;
};

/// One running exchange, on the network thread. Deletes itself after its answer was given or nobody waits any more.
class WebExchange : public QObject
{
    Q_OBJECT
public:
    WebExchange(QNetworkAccessManager *manager, std::shared_ptr<WebWait> wait);
    ~WebExchange() override;
    void start(const WebRequest &request, const QNetworkRequest &wire);

private:
    void take();
    void finish();
    Result<WebReply> outcome();
    Error cutOff(const QString &cause) const;
    Error networkError() const;
    QString place() const { return placeOf(m_request.url); }

    QNetworkAccessManager *m_manager;
    std::shared_ptr<WebWait> m_wait;
    WebRequest m_request;
    QPointer<QNetworkReply> m_reply; // the manager, its parent, may be gone first
    QByteArray m_body;
    QStringList m_certificateProblems;
    bool m_tooLarge = false;
};

} // namespace mooring
