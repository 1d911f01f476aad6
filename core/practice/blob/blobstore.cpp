#include "core/practice/blob/blobstore.h"

#include "core/base/clock.h"
#include "core/base/text.h"

#include <QUuid>

namespace mooring {

using namespace Qt::StringLiterals;

BlobStore::Blob &BlobStore::at(const QString &container, const QString &name)
{
    auto &blobs = m_containers[container];
    const bool isNew = !blobs.contains(name);
    Blob &blob = blobs[name];
    if (isNew)
        touch(blob);
    return blob;
}

BlobStore::Blob *BlobStore::find(const QString &container, const QString &name)
{
    const auto blobs = m_containers.find(container);
    if (blobs == m_containers.end())
        return nullptr;
    const auto blob = blobs->second.find(name);
    return blob == blobs->second.end() ? nullptr : &blob->second;
}

void BlobStore::touch(Blob &blob) const
{
    blob.modifiedAt = nowUtc();
    blob.etag = "\"0x" + QUuid::createUuid().toByteArray(QUuid::Id128).left(15).toUpper() + '"';
}

bool BlobStore::remove(const QString &container, const QString &name)
{
    const auto blobs = m_containers.find(container);
    return blobs != m_containers.end() && blobs->second.erase(name) > 0;
}

std::vector<std::pair<QString, const BlobStore::Blob *>> BlobStore::list(const QString &container,
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

QString BlobStore::url(const QString &container, const QString &name) const
{
    QString url = m_world.blob + u'/' + QLatin1StringView(kAccount) + u'/' + container;
    for (const QString &part : name.split(u'/', Qt::SkipEmptyParts))
        url += u'/' + pathSegment(part);
    return url;
}

QString BlobStore::signatureText(const QString &container, const QString &until, const QString &permissions) const
{
    return u"blob/%1/%2/%3"_s.arg(container, until, permissions);
}

QString BlobStore::signedUrl(const QString &container, const QString &name, const QString &permissions) const
{
    const QString until = nowUtc().addSecs(3600).toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
    const QString signature = m_world.tokens.signature(signatureText(container, until, permissions));
    return u"%1?sv=2024-08-04&sr=c&sp=%2&se=%3&sig=%4"_s.arg(url(container, name), permissions,
                                                             QString::fromLatin1(QUrl::toPercentEncoding(until)),
                                                             QString::fromLatin1(QUrl::toPercentEncoding(signature)));
}

bool BlobStore::isSigned(const QString &container, const QUrlQuery &query) const
{
    const QString until = query.queryItemValue(u"se"_s, QUrl::FullyDecoded);
    const QString text = signatureText(container, until, query.queryItemValue(u"sp"_s, QUrl::FullyDecoded));
    return query.queryItemValue(u"sig"_s, QUrl::FullyDecoded) == m_world.tokens.signature(text) &&
           QDateTime::fromString(until, Qt::ISODate) > nowUtc();
}

} // namespace mooring
