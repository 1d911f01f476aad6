#pragma once

#include "core/azure/cloud/cloud.h"
#include "core/azure/http/webclient.h"

#include <map>

namespace mooring {

/// Files of the cloud's storage by SAS addresses (blob.json 2024-08-04), without a token. Only hosts of the cloud's own
/// storage are asked: "azure.otherHost". Blocks. An address is a secret: it never stands in an Error or a log.
class BlobStore
{
public:
    BlobStore(const Cloud &cloud, const WebClient &web) : m_cloud(cloud), m_web(web) {}

    /// In a container: `sas` is its address with its query; `path` is put between the two. Large ones in blocks.
    Result<> put(const QUrl &sas, const QString &path, const QString &file,
                 const std::map<QByteArray, QByteArray> &metadata, const CancelToken &cancel) const;

    /// Whether it is there, whole; `sas` and `path` as above.
    Result<bool> has(const QUrl &sas, const QString &path, const CancelToken &cancel) const;
    /// The same of a blob's own address; `what`: the sentence for when it is refused.
    Result<bool> isThere(const QUrl &blob, const QString &what, const CancelToken &cancel) const;

    /// Bytes from `offset` on, at most `most`; empty when there are no more, also when the blob is not there yet.
    /// "azure.forbidden": the address has expired.
    Result<QByteArray> read(const QUrl &blob, qint64 offset, qint64 most, const CancelToken &cancel) const;

    /// How long it is, from an answer of at most one byte; nothing: it does not say.
    Result<std::optional<qint64>> sizeOf(const QUrl &blob, const CancelToken &cancel) const;

private:
    Result<WebReply> send(WebRequest request, const QString &what, const CancelToken &cancel) const;
    Result<> putBlocks(const QUrl &url, const QString &file, const std::map<QByteArray, QByteArray> &metadata,
                       const CancelToken &cancel) const;

    const Cloud &m_cloud;
    const WebClient &m_web;
};

} // namespace mooring
