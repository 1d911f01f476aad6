#include "core/practice/blob/labblobstore.h"

#include "core/base/clock.h"
#include "core/base/text.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QUuid>

namespace mooring {

using namespace Qt::StringLiterals;

LabBlobStore::Blob &LabBlobStore::at(const QString &container, const QString &name)
{
    auto &blobs = m_containers[container];
    const bool isNew = !blobs.contains(name);
    Blob &blob = blobs[name];
    if (isNew)
        touch(blob);
    return blob;
}

LabBlobStore::Blob *LabBlobStore::find(const QString &container, const QString &name)
{
    const auto blobs = m_containers.find(container);
    if (blobs == m_containers.end())
        return nullptr;
    const auto blob = blobs->second.find(name);
    return blob == blobs->second.end() ? nullptr : &blob->second;
}

void LabBlobStore::touch(Blob &blob) const
{
    blob.modifiedAt = nowUtc();
    blob.etag = "\"0x" + QUuid::createUuid().toByteArray(QUuid::Id128).left(15).toUpper() + '"';
}

bool LabBlobStore::remove(const QString &container, const QString &name)
{
    const auto blobs = m_containers.find(container);
    return blobs != m_containers.end() && blobs->second.erase(name) > 0;
}

std::vector<std::pair<QString, const LabBlobStore::Blob *>> LabBlobStore::list(const QString &container,
                                                                               const QString &prefix) const
{
    std::vector<std::pair<QString, const Blob *>> found;
    const auto blobs = m_containers.find(container);
    if (blobs == m_containers.end())
        return found;
    for (const auto &[name, blob] : blobs->second) {
        if (name.startsWith(prefix))
            found.emplace_back(name, &blob);
    }
    return found;
}

QString LabBlobStore::url(const QString &container, const QString &name) const
{
    QString url = m_world.blob + u'/' + QLatin1StringView(kAccount) + u'/' + container;
    for (const QString &part : name.split(u'/', Qt::SkipEmptyParts))
        url += u'/' + pathSegment(part);
    return url;
}

QString LabBlobStore::signatureText(const QString &container, const QString &until, const QString &permissions) const
{
    return u"blob/%1/%2/%3"_s.arg(container, until, permissions);
}

QString LabBlobStore::signedUrl(const QString &container, const QString &name, const QString &permissions) const
{
    const QString until = nowUtc().addSecs(3600).toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
    const QString signature = m_world.tokens.signature(signatureText(container, until, permissions));
    return u"%1?sv=2024-08-04&sr=c&sp=%2&se=%3&sig=%4"_s.arg(url(container, name), permissions,
                                                             QString::fromLatin1(QUrl::toPercentEncoding(until)),
                                                             QString::fromLatin1(QUrl::toPercentEncoding(signature)));
}

/// A service SAS of version 2020-12-06 or later, as its documentation says how it is signed.
QString LabBlobStore::accountSignature(const QString &container, const QString &name, const QUrlQuery &query)
{
    const auto value = [&query](const char *key) {
        return query.queryItemValue(QString::fromLatin1(key), QUrl::FullyDecoded);
    };
    QString place = u"/blob/%1/%2"_s.arg(QLatin1StringView(kAccount), container);
    if (value("sr") == u"b")
        place += u'/' + name;
    const QStringList fields{value("sp"),   value("st"),   value("se"),   place,        value("si"),  value("sip"),
                             value("spr"),  value("sv"),   value("sr"),   QString(),    value("ses"), value("rscc"),
                             value("rscd"), value("rsce"), value("rscl"), value("rsct")};
    return QString::fromLatin1(QMessageAuthenticationCode::hash(fields.join(u'\n').toUtf8(),
                                                                QByteArray::fromBase64(kAccountKey),
                                                                QCryptographicHash::Sha256)
                                   .toBase64());
}

bool LabBlobStore::isSigned(const QString &container, const QString &name, const QByteArray &method,
                            const QUrlQuery &query) const
{
    const QString until = query.queryItemValue(u"se"_s, QUrl::FullyDecoded);
    const QString may = query.queryItemValue(u"sp"_s, QUrl::FullyDecoded);
    const QString signature = query.queryItemValue(u"sig"_s, QUrl::FullyDecoded);
    const bool isOurs = signature == m_world.tokens.signature(signatureText(container, until, may)) ||
                        signature == accountSignature(container, name, query);
    const bool isRead = method == "GET" || method == "HEAD";
    return isOurs && (isRead ? may.contains(u'r') : may.contains(u'w')) &&
           QDateTime::fromString(until, Qt::ISODate) > nowUtc();
}

} // namespace mooring
