#pragma once

#include "core/azure/aci/modelpackage.h"
#include "core/azure/ml/mlclient.h"

namespace mooring {

/// The workspace's default blob store, as the place of packages, with what lets us write and sign there. A secret is in
/// it: in memory only.
class PackageStore
{
public:
    /// Asks the workspace for its default datastore and its secrets. "aci.noStore": none of blob storage;
    /// "aci.noStoreKey": it gives no key and no signature (identity-based access).
    static Result<PackageStore> open(MlClient &client, const CancelToken &cancel);

    static QString pathOf(const QByteArray &sha256)
    {
        return QStringLiteral("mooring/endpoints/%1.tar.gz").arg(QString::fromLatin1(sha256));
    }
    /// Sends the package where its content is not there yet; false: it was.
    Result<bool> put(const ModelPackage &package, const CancelToken &cancel) const;
    /// A read-only address of it: a secret, known to the Redactor. `until`: when it ends; invalid where the store's own
    /// signature says so.
    struct Address
    {
        QUrl url;
        QDateTime until;
    };
    Address addressOf(const QByteArray &sha256) const;
    /// "practicestorage/practice-blobstore", for people.
    QString place() const { return m_account + u'/' + m_container; }

private:
    explicit PackageStore(MlClient &client) : m_client(client) {}
    QUrl signedUrl(const QString &blob, const QByteArray &permissions, const QDateTime &until) const;

    MlClient &m_client;
    QString m_account, m_container;
    QUrl m_base;            ///< of the container
    QByteArray m_key;       ///< of the account, base64; empty: the signature below
    QByteArray m_signature; ///< query of a SAS that the datastore has
};

} // namespace mooring
