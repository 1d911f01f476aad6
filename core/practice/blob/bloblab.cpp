#include "core/practice/blob/bloblab.h"

#include <QCryptographicHash>
#include <QUuid>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

LabReply refusal(int status, const QByteArray &code, const QByteArray &message)
{
    LabReply reply = LabReply::text("<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code +
                                        "</Code><Message>" + message + "</Message></Error>",
                                    "application/xml", status);
    reply.note = QString::fromLatin1(code);
    return reply.with("x-ms-error-code", code);
}

LabReply described(int status, const LabBlobStore::Blob &blob)
{
    LabReply reply{status};
    return reply.with("ETag", blob.etag).with("Last-Modified", httpTime(blob.modifiedAt));
}

LabReply written(const LabRequest &request, const LabBlobStore::Blob &blob)
{
    LabReply reply = described(201, blob);
    const QByteArray hash = QCryptographicHash::hash(request.body, QCryptographicHash::Md5).toBase64();
    return reply.with("x-ms-request-server-encrypted", "true").with("Content-MD5", hash);
}

std::map<QByteArray, QByteArray> metadataOf(const LabRequest &request)
{
    std::map<QByteArray, QByteArray> found;
    for (const auto &[name, value] : request.headers) {
        if (name.toLower().startsWith("x-ms-meta-"))
            found[name.mid(10).toLower()] = value;
    }
    return found;
}

struct Range
{
    qint64 first = 0, last = -1; // last -1: to the end
};

std::optional<Range> rangeOf(const LabRequest &request)
{
    QByteArray text = request.header("x-ms-range");
    if (text.isEmpty())
        text = request.header("Range");
    if (!text.startsWith("bytes="))
        return {};
    const QList<QByteArray> ends = text.mid(6).split('-');
    bool isNumber = false;
    Range range{ends.value(0).toLongLong(&isNumber), -1};
    if (!isNumber)
        return {};
    if (!ends.value(1).isEmpty())
        range.last = ends.value(1).toLongLong();
    return range;
}

} // namespace

LabReply BlobLab::answer(const LabRequest &request)
{
    const QStringList &segments = request.segments;
    const Place place{segments.value(1), segments.mid(2).join(u'/')};
    LabReply reply;
    if (segments.value(0) != QLatin1StringView(LabBlobStore::kAccount) || place.container.isEmpty())
        reply = refusal(404, "ResourceNotFound", "The practice lab has one storage account: practicestorage.");
    else if (m_world.faults.strikes(LabFault::KeyChanged) ||
             !m_store.isSigned(place.container, place.name, request.method, request.query))
        reply = refusal(403, "AuthenticationFailed",
                        "Server failed to authenticate the request. Make sure the value of the signature is right.");
    else
        reply = answerAt(request, place);
    if (const QByteArray id = request.header("x-ms-client-request-id"); !id.isEmpty())
        reply.with("x-ms-client-request-id", id);
    return reply.with("x-ms-request-id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
        .with("x-ms-version", "2024-08-04");
}

LabReply BlobLab::answerAt(const LabRequest &request, const Place &place)
{
    const QString comp = request.argument("comp");
    if (place.name.isEmpty()) {
        if (request.method == "GET" && comp == u"list")
            return list(request, place);
        if (request.argument("restype") == u"container") {
            LabReply reply{request.method == "PUT" ? 201 : 200};
            return reply.with("ETag", "\"0x1\"").with("Last-Modified", httpTime(QDateTime::currentDateTimeUtc()));
        }
        return refusal(400, "InvalidUri", "The requested URI does not represent any resource on the server.");
    }
    if (request.method == "PUT")
        return put(request, place);
    LabBlobStore::Blob *blob = m_store.find(place.container, place.name);
    if (!blob)
        return refusal(404, "BlobNotFound", "The specified blob does not exist.");
    if (request.method == "DELETE") {
        m_store.remove(place.container, place.name);
        return LabReply{202};
    }
    return get(request, place);
}

LabReply BlobLab::put(const LabRequest &request, const Place &place)
{
    const QString comp = request.argument("comp");
    if (comp == u"metadata") {
        LabBlobStore::Blob *blob = m_store.find(place.container, place.name);
        if (!blob)
            return refusal(404, "BlobNotFound", "The specified blob does not exist.");
        blob->metadata = metadataOf(request);
        m_store.touch(*blob);
        return described(200, *blob);
    }
    if (comp == u"block") {
        m_store.at(place.container, place.name).blocks[request.argument("blockid").toUtf8()] = request.body;
        LabReply reply{201};
        return reply.with("x-ms-request-server-encrypted", "true");
    }
    if (comp == u"blocklist")
        return putBlockList(request, place);
    if (request.header("x-ms-blob-type").isEmpty())
        return refusal(400, "MissingRequiredHeader",
                       "An HTTP header that's mandatory for this request is not specified.");
    if (request.header("If-None-Match") == "*" && m_store.find(place.container, place.name))
        return refusal(409, "BlobAlreadyExists", "The specified blob already exists.");
    LabBlobStore::Blob &blob = m_store.at(place.container, place.name);
    blob.content = request.body;
    blob.metadata = metadataOf(request);
    if (const QByteArray type = request.header("x-ms-blob-content-type"); !type.isEmpty())
        blob.contentType = type;
    m_store.touch(blob);
    return written(request, blob);
}

LabReply BlobLab::putBlockList(const LabRequest &request, const Place &place)
{
    LabBlobStore::Blob &blob = m_store.at(place.container, place.name);
    QByteArray content;
    QXmlStreamReader xml(request.body);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() == u"BlockList")
            continue;
        const auto block = blob.blocks.find(xml.readElementText().toUtf8());
        if (block == blob.blocks.end())
            return refusal(400, "InvalidBlockList", "The specified block list is invalid.");
        content += block->second;
    }
    if (xml.hasError())
        return refusal(400, "InvalidXmlDocument", "XML specified is not syntactically valid.");
    blob.content = content;
    blob.blocks.clear();
    blob.metadata = metadataOf(request);
    m_store.touch(blob);
    return written(request, blob);
}

LabReply BlobLab::get(const LabRequest &request, const Place &place)
{
    const LabBlobStore::Blob &blob = *m_store.find(place.container, place.name);
    const QByteArray bytes = blob.bytes();
    const auto range = request.method == "HEAD" ? std::nullopt : rangeOf(request);
    LabReply reply = described(200, blob);
    if (range) {
        if (range->first >= bytes.size())
            return refusal(416, "InvalidRange", "The range specified is invalid for the current size of the resource.")
                .with("Content-Range", "bytes */" + QByteArray::number(bytes.size()));
        const qint64 last = range->last < 0 ? bytes.size() - 1 : std::min<qint64>(range->last, bytes.size() - 1);
        reply.status = 206;
        reply.body = bytes.mid(range->first, last - range->first + 1);
        reply.with("Content-Range", "bytes " + QByteArray::number(range->first) + '-' + QByteArray::number(last) + '/' +
                                        QByteArray::number(bytes.size()));
    } else {
        reply.body = bytes;
    }
    for (const auto &[name, value] : blob.metadata)
        reply.with("x-ms-meta-" + name, value);
    return reply.with("Content-Type", blob.contentType)
        .with("Accept-Ranges", "bytes")
        .with("x-ms-blob-type", "BlockBlob");
}

LabReply BlobLab::list(const LabRequest &request, const Place &place) const
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.writeStartDocument();
    xml.writeStartElement(u"EnumerationResults"_s);
    xml.writeAttribute(u"ServiceEndpoint"_s, m_world.blob + u'/' + QLatin1StringView(LabBlobStore::kAccount));
    xml.writeAttribute(u"ContainerName"_s, place.container);
    const QString prefix = request.argument("prefix");
    if (!prefix.isEmpty())
        xml.writeTextElement(u"Prefix"_s, prefix);
    xml.writeStartElement(u"Blobs"_s);
    for (const auto &[name, blob] : m_store.list(place.container, prefix)) {
        xml.writeStartElement(u"Blob"_s);
        xml.writeTextElement(u"Name"_s, name);
        xml.writeStartElement(u"Properties"_s);
        xml.writeTextElement(u"Last-Modified"_s, QString::fromLatin1(httpTime(blob->modifiedAt)));
        xml.writeTextElement(u"Etag"_s, QString::fromLatin1(blob->etag));
        xml.writeTextElement(u"Content-Length"_s, QString::number(blob->bytes().size()));
        xml.writeTextElement(u"Content-Type"_s, QString::fromLatin1(blob->contentType));
        xml.writeTextElement(u"BlobType"_s, u"BlockBlob"_s);
        xml.writeEndElement();
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeTextElement(u"NextMarker"_s, {});
    xml.writeEndElement();
    xml.writeEndDocument();
    return LabReply::text(text, "application/xml");
}

} // namespace mooring
