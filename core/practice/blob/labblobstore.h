#pragma once

#include "core/practice/world/labworld.h"

#include <QUrlQuery>

#include <functional>
#include <map>

namespace mooring {

/// The blobs of the pretend storage account, in memory: "container/path".
class LabBlobStore
{
public:
    struct Blob
    {
        QByteArray content;
        std::function<QByteArray()> live; ///< in place of the content: a log that grows
        std::map<QByteArray, QByteArray> metadata;
        std::map<QByteArray, QByteArray> blocks; ///< by id, not yet in a list
        QByteArray contentType = "application/octet-stream";
        QByteArray etag;
        QDateTime modifiedAt;

        QByteArray bytes() const { return live ? live() : content; }
    };

    explicit LabBlobStore(const LabWorld &world) : m_world(world) {}
    Blob &at(const QString &container, const QString &name); ///< made when it is not there
    Blob *find(const QString &container, const QString &name);
    void touch(Blob &blob) const;
    bool remove(const QString &container, const QString &name);
    /// Name and blob of all whose name begins so, in order.
    std::vector<std::pair<QString, const Blob *>> list(const QString &container, const QString &prefix) const;

    /// "https://localhost:41874/practicestorage/container" and, with a name, the blob in it; percent-encoded.
    QString url(const QString &container, const QString &name = {}) const;
    /// The same with a signature that lets `permissions` be done in the container for an hour.
    QString signedUrl(const QString &container, const QString &name, const QString &permissions) const;
    /// Whether the arguments of an address hold such a signature, or one that a client made with the account's key: of
    /// the container or of this blob. Writing needs the permission to.
    bool isSigned(const QString &container, const QString &name, const QByteArray &method,
                  const QUrlQuery &query) const;

    static constexpr const char *kAccount = "practicestorage";
    static constexpr const char *kAccountKey = "cHJhY3RpY2Utc3RvcmFnZS1rZXk="; ///< "practice-storage-key" in base64

private:
    static QString accountSignature(const QString &container, const QString &name, const QUrlQuery &query);
    QString signatureText(const QString &container, const QString &until, const QString &permissions) const;

    const LabWorld &m_world;
    std::map<QString, std::map<QString, Blob>> m_containers;
};

} // namespace mooring
