#include "tests/support/webserver.h"

#include "core/base/process.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QUrlQuery>

namespace mooring::test {

using namespace Qt::StringLiterals;

namespace {

/// Gives sockets with TLS, begun on the thread that accepts.
class Listener : public QTcpServer
{
public:
    QByteArray certificate, key;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        if (certificate.isEmpty()) {
            QTcpServer::incomingConnection(descriptor);
            return;
        }
        auto *socket = new QSslSocket;
        socket->setLocalCertificate(QSslCertificate(certificate));
        socket->setPrivateKey(QSslKey(key, QSsl::Rsa));
        socket->setSocketDescriptor(descriptor);
        socket->startServerEncryption();
        addPendingConnection(socket);
    }
};

bool isComplete(const QByteArray &bytes, WebAsk &ask)
{
    const auto end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    ask.method = words.value(0);
    ask.target = words.value(1);
    ask.headers.clear();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto colon = lines[i].indexOf(':');
        ask.headers.emplace_back(lines[i].left(colon), lines[i].mid(colon + 1).trimmed());
    }
    ask.body = bytes.mid(end + 4);
    return ask.body.size() >= ask.header("Content-Length").toLongLong();
}

QByteArray rendered(const WebAnswer &answer)
{
    if (!answer.raw.isEmpty())
        return answer.raw;
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + " Answer\r\nConnection: close\r\n";
    for (const auto &[name, value] : answer.headers)
        bytes += name + ": " + value + "\r\n";
    if (!answer.endless && answer.status != 204)
        bytes += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    return bytes + "\r\n" + (answer.status == 204 ? QByteArray() : answer.body);
}

} // namespace

QByteArray WebAsk::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray WebAsk::query(const QByteArray &name) const
{
    const QUrlQuery query(QString::fromUtf8(target.mid(target.indexOf('?') + 1)));
    return query.queryItemValue(QString::fromUtf8(name), QUrl::FullyDecoded).toUtf8();
}

QByteArray WebAsk::all() const
{
    QByteArray bytes = method + ' ' + target + '\n';
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + '\n';
    return bytes + '\n' + body;
}

TestCertificate::TestCertificate(int days, const QString &name)
{
    // openssl's own command refuses to make one that is expired already.
    static const QByteArray script = R"(
import datetime, ipaddress, sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
days, name = int(sys.argv[1]), sys.argv[2]
key = rsa.generate_private_key(65537, 2048)
subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
names = [x509.DNSName(name)]
if name == 'localhost':
    names.append(x509.IPAddress(ipaddress.ip_address('127.0.0.1')))
now = datetime.datetime.utcnow()
cert = (x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=10))
        .not_valid_after(now + datetime.timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName(names), False)
        .add_extension(x509.BasicConstraints(True, None), True).sign(key, hashes.SHA256()))
sys.stdout.buffer.write(cert.public_bytes(serialization.Encoding.PEM))
sys.stdout.buffer.write(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL,
                                          serialization.NoEncryption()))
)";
    Command command;
    // Debian's own Python has Debian's cryptography; another may stand before it on PATH.
    command.program = u"/usr/bin/python3"_s;
    command.arguments = {u"-W"_s, u"ignore"_s, u"-c"_s, QString::fromUtf8(script), QString::number(days), name};
    command.limit = std::chrono::seconds(60);
    const auto made = runCommand(command, {});
    const QByteArray both = made ? made->output : QByteArray();
    const auto split = both.indexOf("-----BEGIN RSA PRIVATE KEY");
    if (split < 0) {
        qWarning("no certificate: %s", made ? made->errors.constData() : "");
        return;
    }
    certificate = both.left(split);
    key = both.mid(split);
}

WebServer::WebServer(Handler handler, const TestCertificate *tls)
    : m_handler(std::move(handler)),
      m_certificate(tls ? tls->certificate : QByteArray()),
      m_key(tls ? tls->key : QByteArray()),
      m_thread([this] { serve(); })
{
    while (m_port == 0)
        std::this_thread::yield();
}

WebServer::~WebServer()
{
    m_stop = true;
    m_thread.join();
}

QUrl WebServer::url(const QString &path) const
{
    return QUrl(u"%1://localhost:%2%3"_s.arg(m_key.isEmpty() ? u"http"_s : u"https"_s).arg(quint16(m_port)).arg(path));
}

std::vector<WebAsk> WebServer::asked() const
{
    const std::lock_guard lock(m_lock);
    return m_asked;
}

void WebServer::serve()
{
    Listener listener;
    listener.certificate = m_certificate;
    listener.key = m_key;
    listener.listen(QHostAddress::LocalHost, 0);
    m_port = listener.serverPort();
    while (!m_stop) {
        if (!listener.waitForNewConnection(20))
            continue;
        while (const std::unique_ptr<QTcpSocket> socket{listener.nextPendingConnection()})
            answer(*socket);
    }
}

void WebServer::answer(QTcpSocket &socket)
{
    WebAsk ask;
    QByteArray bytes;
    while (!isComplete(bytes, ask)) {
        if (m_stop || !socket.waitForReadyRead(2000))
            return;
        bytes += socket.readAll();
    }
    {
        const std::lock_guard lock(m_lock);
        m_asked.push_back(ask);
    }
    const WebAnswer answer = m_handler(ask);
    for (int waited = 0; waited < answer.delayMs && !m_stop; waited += 10)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    socket.write(rendered(answer));
    while (answer.endless && !m_stop && socket.state() == QAbstractSocket::ConnectedState) {
        socket.write(answer.body);
        if (!socket.waitForBytesWritten(2000))
            return;
    }
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(2000)) {
    }
    socket.disconnectFromHost();
    if (socket.state() != QAbstractSocket::UnconnectedState)
        socket.waitForDisconnected(2000);
}

} // namespace mooring::test
