#include "tests/support/azurite.h"

#include "core/azure/aci/sharedaccess.h"
#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/practice/blob/labblobs.h"
#include "tests/support/webserver.h"

#include <QCryptographicHash>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QTest>

namespace mooring::test {

using namespace Qt::StringLiterals;

namespace {

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString timeText(const QDateTime &time) { return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s); }

} // namespace

QString Azurite::account() { return QLatin1String(LabBlobs::kAccount); }
QByteArray Azurite::accountKey() { return LabBlobs::kAccountKey; }

Azurite::Azurite(const QString &folder)
{
    const TestCertificate tls;
    certificate = tls.certificate;
    const QString cert = m_room.filePath(u"cert.pem"_s), key = m_room.filePath(u"key.pem"_s),
                  output = m_room.filePath(u"output"_s);
    if (!write(cert, tls.certificate) || !write(key, tls.key))
        return;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_room.path());
    environment.insert(u"AZURITE_ACCOUNTS"_s, account() + u':' + QString::fromLatin1(accountKey()));
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(m_room.path());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(output); // a pipe that nobody reads would stop it
    m_process.start(u"node"_s, {folder + u"/node_modules/azurite/dist/src/blob/main.js"_s, u"--inMemoryPersistence"_s,
                                u"--blobHost"_s, u"127.0.0.1"_s, u"--blobPort"_s, u"0"_s, u"--disableTelemetry"_s,
                                u"--cert"_s, cert, u"--key"_s, key});
    static const QRegularExpression listens(u"successfully listen\\w* on (https://127\\.0\\.0\\.1:\\d+)"_s);
    QRegularExpressionMatch match;
    (void)QTest::qWaitFor(
        [&] {
            match = listens.match(QString::fromUtf8(read(output)));
            return match.hasMatch() || m_process.state() == QProcess::NotRunning;
        },
        60000);
    if (!match.hasMatch()) {
        qWarning("Azurite does not listen: %s", read(output).constData());
        return;
    }
    base = match.captured(1) + u'/' + account();
    client = std::make_unique<WebClient>(WebTransport::make(certificate).value());
}

Azurite::~Azurite()
{
    m_process.terminate();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

Cloud Azurite::cloud() const
{
    Cloud cloud;
    cloud.name = u"azurite"_s;
    cloud.resourceManager = QUrl(u"http://127.0.0.1:1"_s); // loopback: so may its files be
    return cloud;
}

/// Sources: learn.microsoft.com "Create an account SAS", version 2020-12-06 and later.
QByteArray Azurite::accountQuery() const
{
    const QString until = timeText(nowUtc().addSecs(3600));
    const QStringList fields{account(), u"rwdlacup"_s, u"b"_s,          u"sco"_s,  QString(), until,
                             QString(), u"https"_s,    u"2024-08-04"_s, QString(), QString()};
    const QByteArray signature =
        QMessageAuthenticationCode::hash(fields.join(u'\n').toUtf8(), QByteArray::fromBase64(accountKey()),
                                         QCryptographicHash::Sha256)
            .toBase64();
    return "sv=2024-08-04&ss=b&srt=sco&sp=rwdlacup&spr=https&se=" + until.toUtf8().toPercentEncoding() +
           "&sig=" + signature.toPercentEncoding();
}

bool Azurite::makeContainer(const QString &name) const
{
    const QByteArray url = (base + u'/' + name + u"?restype=container&"_s).toUtf8() + accountQuery();
    return ask("PUT", QUrl::fromEncoded(url, QUrl::StrictMode)).status == 201;
}

QUrl Azurite::signedUrl(const QString &container, const QString &blob, const QByteArray &permissions, int seconds) const
{
    QByteArray url = (base + u'/' + container).toUtf8();
    for (const QString &part : blob.split(u'/', Qt::SkipEmptyParts))
        url += '/' + pathSegment(part).toLatin1();
    const SharedAccess access{account(), container, blob, permissions, nowUtc().addSecs(seconds)};
    return QUrl::fromEncoded(url + '?' + signedQuery(access, accountKey()), QUrl::StrictMode);
}

WebReply Azurite::ask(const QByteArray &method, const QUrl &url, const QByteArray &body,
                      const WebHeaders &headers) const
{
    WebRequest request;
    request.method = method;
    request.url = url;
    request.headers = headers;
    request.headers.emplace_back("x-ms-version", "2024-08-04");
    request.body = body;
    request.patience = std::chrono::milliseconds(0);
    const auto reply = client->send(request, {});
    if (!reply)
        qWarning("%s: %s", method.constData(), qPrintable(reply.error().text()));
    return reply.valueOr({});
}

} // namespace mooring::test
