#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QTcpServer>
#include <QUrlQuery>

namespace mooring {

/// Waits on this computer for the browser's way back (RFC 8252 7.3). "localhost" with any port and no path, as Entra
/// matches it (reply-url: the port is ignored, 127.0.0.1 would have to be registered). Both loopback families where the
/// machine has them. One thread, blocking; no event loop is needed.
class LoopbackRedirect
{
public:
    /// "signin.noPort" when nothing can be listened on.
    Result<> listen();
    QUrl url() const; ///< "http://localhost:PORT"
    /// What came with the right state. Anything else is answered with 400 or 404 and waited on: another program of this
    /// computer cannot end a sign-in. "signin.timeLimit" after `limit`; canceled.
    Result<QUrlQuery> wait(const QByteArray &state, std::chrono::milliseconds limit, const CancelToken &cancel);

private:
    std::optional<QUrlQuery> serve(QTcpSocket &socket, const QByteArray &state, const CancelToken &cancel);

    QTcpServer m_four, m_six;
};

} // namespace mooring
