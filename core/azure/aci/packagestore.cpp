#include "core/azure/aci/packagestore.h"

#include "core/azure/aci/sharedaccess.h"
#include "core/azure/mlruns/blobstore.h"
#include "core/base/clock.h"
#include "core/base/redactor.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QUrlQuery>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::PackageStore", text); }

constexpr int kReadDays = 365; // Azure fetches the package again whenever it moves or restarts the container
constexpr int kWriteSeconds = 3600;

/// Hosts of storage accounts are ACCOUNT.blob.SUFFIX; loopback services take the account as the first part of the path.
QUrl containerUrl(const Json &datastore, const QString &account, const QString &container)
{
    const QString endpoint = stringAt(datastore, "endpoint", u"core.windows.net"_s);
    const QUrl loopback(u"https://"_s + endpoint);
    return isLoopback(loopback) ? QUrl(u"https://%1/%2/%3"_s.arg(endpoint, account, container))
                                : QUrl(u"https://%1.blob.%2/%3"_s.arg(account, endpoint, container));
}

} // namespace

Result<PackageStore> PackageStore::open(MlClient &client, const CancelToken &cancel)
{
    const QString what = tr("The workspace's default datastore could not be read.");
    const auto stores = client.arm().list(client.call("GET", u"datastores?isDefault=true"_s, what), cancel);
    if (!stores)
        return stores.error();
    for (const Json &each : *stores) {
        const Json properties = objectAt(each, "properties");
        if (!boolAt(properties, "isDefault") || stringAt(properties, "datastoreType") != u"AzureBlob")
            continue;
        PackageStore store(client);
        store.m_account = stringAt(properties, "accountName");
        store.m_container = stringAt(properties, "containerName");
        store.m_base = containerUrl(properties, store.m_account, store.m_container);
        const auto secrets = client.arm().json(
            client.call("POST", u"datastores/%1/listSecrets"_s.arg(pathSegment(stringAt(each, "name"))),
                        tr("The key of the workspace's default datastore could not be read.")),
            cancel);
        if (!secrets)
            return secrets.error();
        store.m_key = stringAt(*secrets, "key").toLatin1();
        store.m_signature = stringAt(*secrets, "sasToken").toLatin1();
        if (store.m_signature.startsWith('?'))
            store.m_signature.remove(0, 1);
        Redactor::instance().add(store.m_key);
        Redactor::instance().add(store.m_signature);
        if (store.m_key.isEmpty() && store.m_signature.isEmpty())
            return Error::failed(u"aci.noStoreKey"_s,
                                 tr("The workspace's default datastore gives neither a key nor a signature, so the "
                                    "container could not fetch the model."))
                .withFix(tr("Give the datastore its account key in Azure ML studio."));
        return store;
    }
    return Error::failed(u"aci.noStore"_s, tr("The workspace has no default datastore of blob storage."));
}

QUrl PackageStore::signedUrl(const QString &blob, const QByteArray &permissions, const QDateTime &until) const
{
    const QByteArray query =
        m_key.isEmpty() ? m_signature : signedQuery({m_account, m_container, blob, permissions, until}, m_key);
    QByteArray url = m_base.toEncoded();
    if (!blob.isEmpty())
        url += '/' + blob.toLatin1(); // of our own making: nothing in it needs to be encoded
    return QUrl::fromEncoded(url + '?' + query, QUrl::StrictMode);
}

Result<bool> PackageStore::put(const ModelPackage &package, const CancelToken &cancel) const
{
    const BlobStore blobs(m_client.arm().cloud(), m_client.arm().web());
    const QUrl container = signedUrl({}, "rcw", nowUtc().addSecs(kWriteSeconds));
    const QString path = pathOf(package.sha256);
    const auto isThere = blobs.has(container, path, cancel);
    if (!isThere)
        return isThere.error();
    if (*isThere)
        return false;
    const auto sent = blobs.put(container, path, package.path, {}, cancel);
    return sent ? Result<bool>(true) : Result<bool>(sent.error());
}

PackageStore::Address PackageStore::addressOf(const QByteArray &sha256) const
{
    Address address;
    address.until = nowUtc().addDays(kReadDays);
    address.url = signedUrl(pathOf(sha256), "r", address.until);
    const QUrlQuery query(address.url);
    if (m_key.isEmpty())
        address.until = QDateTime::fromString(query.queryItemValue(u"se"_s, QUrl::FullyDecoded), Qt::ISODate);
    Redactor::instance().add(query.queryItemValue(u"sig"_s, QUrl::FullyDecoded).toLatin1());
    return address;
}

} // namespace mooring
