#pragma once

#include "core/azure/cloud/cloud.h"
#include "core/azure/http/webclient.h"

#include <QProcess>
#include <QTemporaryDir>

namespace mooring::test {

/// Microsoft's emulator of blob storage on a port of 127.0.0.1 with TLS, in memory, with the account of the practice
/// lab. In a folder of its own; ends with this object.
class Azurite
{
public:
    /// `folder`: of npmpackage.sh. Blocks until it listens; `base` is empty where it does not, and it says why.
    explicit Azurite(const QString &folder);
    ~Azurite();
    Q_DISABLE_COPY_MOVE(Azurite)

    /// A cloud on loopback whose files are there.
    Cloud cloud() const;
    /// Makes a container; false where it cannot.
    bool makeContainer(const QString &name) const;
    /// The address of a container, or of a blob in it, with a signature that `core/azure/aci` makes.
    QUrl signedUrl(const QString &container, const QString &blob, const QByteArray &permissions,
                   int seconds = 3600) const;
    /// Any answer; status 0: none.
    WebReply ask(const QByteArray &method, const QUrl &url, const QByteArray &body = {},
                 const WebHeaders &headers = {}) const;

    QString base; ///< "https://127.0.0.1:39185/practicestorage"
    QByteArray certificate;
    std::unique_ptr<WebClient> client;

    static QString account();
    static QByteArray accountKey(); ///< base64

private:
    QByteArray accountQuery() const; ///< a signature that may do everything

    QTemporaryDir m_room;
    QProcess m_process;
};

} // namespace mooring::test
