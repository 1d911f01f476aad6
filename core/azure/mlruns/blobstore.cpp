#include "core/azure/mlruns/blobstore.h"

#include "core/azure/http/errorchain.h"
#include "core/base/files.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::BlobStore", text); }

constexpr qint64 kBlock = 8 * 1024 * 1024;
constexpr qint64 kWhole = 32 * 1024 * 1024; ///< larger files go in blocks

QUrl inContainer(const QUrl &sas, const QString &path, const QByteArray &query = {})
{
    QByteArray encoded;
    for (const QString &part : path.split(u'/'))
        encoded += '/' + pathSegment(part).toLatin1();
    QByteArray url = sas.toEncoded(QUrl::RemoveQuery | QUrl::StripTrailingSlash) + encoded + '?' +
                     sas.query(QUrl::FullyEncoded).toLatin1();
    if (!query.isEmpty())
        url += '&' + query;
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

WebRequest requestOf(const QByteArray &method, const QUrl &url)
{
    WebRequest request;
    request.method = method;
    request.url = url;
    request.headers = {{"x-ms-version", "2024-08-04"}};
    request.limit = std::chrono::minutes(5);
    return request;
}

void addMetadata(WebRequest &request, const std::map<QByteArray, QByteArray> &metadata)
{
    for (const auto &[name, value] : metadata)
        request.headers.emplace_back("x-ms-meta-" + name, value);
}

QByteArray blockId(qint64 number) { return QByteArray::number(number).rightJustified(8, '0').toBase64(); }

} // namespace

Result<WebReply> BlobStore::send(WebRequest request, const QString &what, const CancelToken &cancel) const
{
    if (!m_cloud.mayHoldFiles(request.url) || !request.url.userInfo().isEmpty())
        return Error::failed(u"azure.otherHost"_s, tr("%1 is not storage of the cloud %2: Mooring does not use it.")
                                                       .arg(request.url.host().left(200), m_cloud.name));
    const auto reply = m_web.send(request, cancel);
    if (!reply || reply->isSuccess() || reply->status == 404 || reply->status == 416)
        return reply;
    return errorOf(*reply, what);
}

Result<> BlobStore::put(const QUrl &sas, const QString &path, const QString &file,
                        const std::map<QByteArray, QByteArray> &metadata, const CancelToken &cancel) const
{
    if (QFileInfo(file).size() > kWhole)
        return putBlocks(inContainer(sas, path), file, metadata, cancel);
    const auto content = readWholeFile(file, kWhole);
    if (!content)
        return content.error();
    WebRequest request = requestOf("PUT", inContainer(sas, path));
    request.headers.emplace_back("x-ms-blob-type", "BlockBlob");
    addMetadata(request, metadata);
    request.body = *content;
    request.contentType = "application/octet-stream";
    const QString what = tr("The file %1 could not be sent.").arg(path);
    const auto reply = send(std::move(request), what, cancel);
    if (!reply)
        return reply.error();
    return reply->isSuccess() ? Result<>() : Result<>(errorOf(*reply, what));
}

Result<> BlobStore::putBlocks(const QUrl &url, const QString &file, const std::map<QByteArray, QByteArray> &metadata,
                              const CancelToken &cancel) const
{
    const QString what = tr("The file %1 could not be sent.").arg(QFileInfo(file).fileName());
    QByteArray list = R"(<?xml version="1.0" encoding="utf-8"?><BlockList>)";
    const auto at = [&url](const QByteArray &query) {
        return QUrl::fromEncoded(url.toEncoded() + '&' + query, QUrl::StrictMode);
    };
    for (qint64 number = 0, offset = 0;; ++number) {
        const auto block = readFileRange(file, offset, kBlock);
        if (!block)
            return block.error();
        if (block->isEmpty())
            break;
        WebRequest request = requestOf("PUT", at("comp=block&blockid=" + blockId(number).toPercentEncoding()));
        request.body = *block;
        request.contentType = "application/octet-stream";
        const auto reply = send(std::move(request), what, cancel);
        if (!reply || !reply->isSuccess())
            return reply ? errorOf(*reply, what) : reply.error();
        list += "<Latest>" + blockId(number) + "</Latest>";
        offset += block->size();
    }
    WebRequest request = requestOf("PUT", at("comp=blocklist"));
    addMetadata(request, metadata);
    request.body = list + "</BlockList>";
    request.contentType = "application/xml";
    const auto reply = send(std::move(request), what, cancel);
    if (!reply)
        return reply.error();
    return reply->isSuccess() ? Result<>() : Result<>(errorOf(*reply, what));
}

Result<bool> BlobStore::has(const QUrl &sas, const QString &path, const CancelToken &cancel) const
{
    return isThere(inContainer(sas, path), tr("The file %1 could not be looked for.").arg(path), cancel);
}

Result<bool> BlobStore::isThere(const QUrl &blob, const QString &what, const CancelToken &cancel) const
{
    WebRequest request = requestOf("GET", blob); // HEAD would not say why it is refused
    request.headers.emplace_back("Range", "bytes=0-0");
    const auto reply = send(std::move(request), what, cancel);
    if (!reply)
        return reply.error();
    return reply->isSuccess() || reply->status == 416; // 416: it is there and empty
}

Result<QByteArray> BlobStore::read(const QUrl &blob, qint64 offset, qint64 most, const CancelToken &cancel) const
{
    WebRequest request = requestOf("GET", blob);
    request.headers.emplace_back("Range",
                                 "bytes=" + QByteArray::number(offset) + '-' + QByteArray::number(offset + most - 1));
    const auto reply = send(std::move(request), tr("A file of the run could not be read."), cancel);
    if (!reply)
        return reply.error();
    if (reply->status == 404 || reply->status == 416 || reply->status == 204)
        return QByteArray();
    return reply->status == 206 ? reply->body : reply->body.mid(offset, most); // 200: the range was not looked at
}

Result<std::optional<qint64>> BlobStore::sizeOf(const QUrl &blob, const CancelToken &cancel) const
{
    WebRequest request = requestOf("GET", blob);
    request.headers.emplace_back("Range", "bytes=0-0");
    const auto reply = send(std::move(request), tr("A file of the run could not be looked for."), cancel);
    if (!reply)
        return reply.error();
    const QByteArray range = reply->header("Content-Range"); // "bytes 0-0/1234", of an empty one "bytes */0"
    bool isNumber = false;
    const qint64 size = range.mid(range.lastIndexOf('/') + 1).toLongLong(&isNumber);
    if (isNumber && size >= 0 && range.contains('/'))
        return std::optional<qint64>(size);
    return reply->status == 200 ? std::optional<qint64>(reply->body.size()) : std::optional<qint64>();
}

} // namespace mooring
