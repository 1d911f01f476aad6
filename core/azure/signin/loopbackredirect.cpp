#include "core/azure/signin/loopbackredirect.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTcpSocket>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SignIn", text); }

constexpr int kRequestLimit = 16 * 1024;
constexpr int kRequestMs = 3000;

void answer(QTcpSocket &socket, const QByteArray &status, const QString &sentence)
{
    const QByteArray body =
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Mooring</title></head><body><p>" +
        sentence.toHtmlEscaped().toUtf8() + "</p></body></html>";
    socket.write("HTTP/1.1 " + status +
                 "\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\nCache-Control: no-store\r\n"
                 "Referrer-Policy: no-referrer\r\nContent-Security-Policy: default-src 'none'\r\nContent-Length: " +
                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket.waitForBytesWritten(1000);
    socket.disconnectFromHost();
    if (socket.state() != QAbstractSocket::UnconnectedState)
        socket.waitForDisconnected(500);
}

QByteArray requestLine(QTcpSocket &socket, const CancelToken &cancel)
{
    QByteArray head;
    QElapsedTimer timer;
    timer.start();
    while (!head.contains("\r\n\r\n") && head.size() < kRequestLimit && timer.elapsed() < kRequestMs) {
        if (cancel.isCanceled())
            return {};
        if (socket.waitForReadyRead(50))
            head += socket.readAll();
        else if (socket.state() != QAbstractSocket::ConnectedState)
            return {};
    }
    return head.contains("\r\n\r\n") ? head.left(head.indexOf("\r\n")) : QByteArray();
}

} // namespace

Result<> LoopbackRedirect::listen()
{
    if (!m_four.listen(QHostAddress::LocalHost, 0))
        return Error::failed(u"signin.noPort"_s, tr("Mooring cannot wait on this computer for the browser's way back."))
            .withCause(m_four.errorString())
            .withFix(tr("Sign in with a device code instead: mooring signin --device-code."));
    m_six.listen(QHostAddress::LocalHostIPv6, m_four.serverPort()); // where the machine has it
    return {};
}

QUrl LoopbackRedirect::url() const { return QUrl(u"http://localhost:%1"_s.arg(m_four.serverPort())); }

Result<QUrlQuery> LoopbackRedirect::wait(const QByteArray &state, std::chrono::milliseconds limit,
                                         const CancelToken &cancel)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < limit.count()) {
        if (cancel.isCanceled())
            return Error::canceled();
        m_four.waitForNewConnection(50);
        if (m_six.isListening())
            m_six.waitForNewConnection(10);
        for (QTcpServer *server : {&m_four, &m_six}) {
            while (const std::unique_ptr<QTcpSocket> socket{server->nextPendingConnection()}) {
                if (const auto found = serve(*socket, state, cancel))
                    return *found;
            }
        }
    }
    return Error::timeLimit(u"signin.timeLimit"_s, tr("Nobody finished the sign-in in the browser."));
}

std::optional<QUrlQuery> LoopbackRedirect::serve(QTcpSocket &socket, const QByteArray &state, const CancelToken &cancel)
{
    const QList<QByteArray> words = requestLine(socket, cancel).split(' ');
    const QUrl target = QUrl::fromEncoded("http://localhost" + words.value(1));
    if (words.value(0) != "GET" || target.path() != u"/") {
        answer(socket, "404 Not Found", tr("There is nothing here."));
        return {};
    }
    QUrlQuery query(QString(target.query(QUrl::FullyEncoded)).replace(u'+', u"%20"_s));
    if (query.queryItemValue(u"state"_s, QUrl::FullyDecoded).toUtf8() != state) {
        answer(socket, "400 Bad Request", tr("This is not the sign-in that Mooring waits for."));
        return {};
    }
    answer(socket, "200 OK", tr("You can close this window and go back to Mooring."));
    return query;
}

} // namespace mooring
