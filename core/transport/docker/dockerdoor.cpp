#include "core/transport/docker/dockerdoor.h"

#include "core/transport/docker/sshstream.h"
#include "core/transport/http/tlsstream.h"
#include "core/transport/ssh/sshlink.h"
#include "core/transport/ssh/sshsocket.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QUrl>

namespace mooring {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Docker", text); }

bool isLoopback(const QString &host) { return host == u"localhost" || host == u"::1" || host.startsWith(u"127."); }

class UnixDoor : public DockerDoor
{
public:
    explicit UnixDoor(QString path) : m_path(std::move(path)) {}
    Result<std::unique_ptr<ByteStream>> open(milliseconds limit, const CancelToken &cancel) const override
    {
        auto stream = SocketStream::connectUnix(m_path, limit, cancel);
        return stream ? Result<std::unique_ptr<ByteStream>>(std::move(*stream)) : stream.error();
    }
    QString host() const override { return u"unix://"_s + m_path; }
    bool isOnThisComputer() const override { return true; }

private:
    QString m_path;
};

/// With TLS, or without on this one host that was allowed.
class TcpDoor : public DockerDoor
{
public:
    TcpDoor(QString text, QString host, int port, std::optional<TlsIdentity> identity)
        : m_text(std::move(text)), m_host(std::move(host)), m_port(port), m_identity(std::move(identity))
    {
    }
    Result<std::unique_ptr<ByteStream>> open(milliseconds limit, const CancelToken &cancel) const override
    {
        const auto addresses = lookUpHost(m_host, m_port, cancel);
        if (!addresses)
            return asSocket(addresses.error());
        const auto made = connectTcp(*addresses, m_host, m_port, limit, cancel);
        if (!made)
            return asSocket(made.error());
        auto socket = SocketStream::adopt(made->fd, u"%1:%2"_s.arg(m_host).arg(m_port));
        if (!m_identity)
            return Result<std::unique_ptr<ByteStream>>(std::move(socket));
        auto stream = TlsStream::over(std::move(socket), *m_identity, limit, cancel);
        return stream ? Result<std::unique_ptr<ByteStream>>(std::move(*stream)) : stream.error();
    }
    QString host() const override { return m_text; }
    bool isOnThisComputer() const override { return isLoopback(m_host); }

private:
    /// The look-up is shared with SSH; here nobody speaks it.
    static Error asSocket(Error error)
    {
        if (error.code.startsWith(u"ssh."))
            error.code = u"socket."_s + error.code.mid(4);
        return error;
    }

    QString m_text, m_host;
    int m_port;
    std::optional<TlsIdentity> m_identity;
};

/// The docker command of the machine joins its standard input and output to the engine, as the docker command itself
/// has it done.
class SshDoor : public DockerDoor
{
public:
    SshDoor(QString text, const QString &address, QByteArray command, const DialDockerSsh &dial)
        : m_text(std::move(text)),
          m_command(std::move(command)),
          m_link([dial, address](const CancelToken &cancel) { return dial(address, cancel); })
    {
    }
    Result<std::unique_ptr<ByteStream>> open(milliseconds, const CancelToken &cancel) const override
    {
        auto connection = m_link.connection(cancel);
        if (!connection)
            return connection.error();
        return Result<std::unique_ptr<ByteStream>>(std::make_unique<SshStream>(*connection, m_command, m_text));
    }
    QString host() const override { return m_text; }
    bool isOnThisComputer() const override { return false; }

private:
    QString m_text;
    QByteArray m_command;
    mutable SshLink m_link;
};

Error badHost(const DockerEndpoint &endpoint)
{
    return Error::usage(u"docker.badHost"_s,
                        tr("“%1” (%2) is no address of an engine.").arg(endpoint.host, endpoint.source))
        .withFix(u"unix:///var/run/docker.sock, tcp://HOST:2376, ssh://USER@HOST"_s);
}

Result<std::shared_ptr<DockerDoor>> tcpDoor(const DockerEndpoint &endpoint, const DockerDoorRules &rules)
{
    const QUrl url(endpoint.host, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return badHost(endpoint);
    const bool isPlain = endpoint.tlsFolder.isEmpty() || endpoint.skipsCheck;
    if (isPlain && rules.plainTcpHost != endpoint.host) {
        return Error::usage(u"docker.plainTcp"_s,
                            endpoint.skipsCheck
                                ? tr("The engine at %1 (%2) is not used: its certificate would not be checked, and "
                                     "whoever poses as it would rule what runs.")
                                      .arg(endpoint.host, endpoint.source)
                                : tr("The engine at %1 (%2) is not used without TLS: whoever can reach it rules that "
                                     "machine.")
                                      .arg(endpoint.host, endpoint.source))
            .withFix(tr("Set up TLS and DOCKER_TLS_VERIFY=1 with DOCKER_CERT_PATH, or use ssh://. To use it all the "
                        "same: MOORING_DOCKER_PLAIN_TCP=%1")
                         .arg(endpoint.host));
    }
    std::optional<TlsIdentity> identity;
    if (!isPlain) {
        const auto file = [&](const QString &name) {
            const QString path = endpoint.tlsFolder + name;
            return QFile::exists(path) ? path : QString();
        };
        identity = TlsIdentity{file(u"/ca.pem"_s), file(u"/cert.pem"_s), file(u"/key.pem"_s), url.host()};
    }
    return Result<std::shared_ptr<DockerDoor>>(
        std::make_shared<TcpDoor>(endpoint.host, url.host(), url.port(isPlain ? 2375 : 2376), std::move(identity)));
}

Result<std::shared_ptr<DockerDoor>> sshDoor(const DockerEndpoint &endpoint, const DockerDoorRules &rules)
{
    const QUrl url(endpoint.host, QUrl::StrictMode);
    static const QRegularExpression plain(u"\\A[A-Za-z0-9/._-]*\\z"_s); // what every login shell leaves alone
    if (!url.isValid() || url.host().isEmpty() || !url.password().isEmpty() || !plain.match(url.path()).hasMatch())
        return badHost(endpoint);
    if (!rules.dialSsh)
        return Error::usage(u"docker.noSsh"_s, tr("%1 cannot be reached from here over SSH.").arg(endpoint.host));
    QString address = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
    if (!url.userName().isEmpty())
        address.prepend(url.userName() + u'@');
    if (url.port() > 0)
        address += u':' + QString::number(url.port());
    const bool hasPath = url.path().size() > 1;
    const QByteArray command =
        "docker " + (hasPath ? "--host=unix://" + url.path().toLatin1() + ' ' : QByteArray()) + "system dial-stdio";
    return Result<std::shared_ptr<DockerDoor>>(
        std::make_shared<SshDoor>(endpoint.host, address, command, rules.dialSsh));
}

} // namespace

Result<std::shared_ptr<DockerDoor>> makeDockerDoor(const DockerEndpoint &endpoint, const DockerDoorRules &rules)
{
    const QString path = endpoint.socketPath();
    if (!path.isEmpty())
        return Result<std::shared_ptr<DockerDoor>>(std::make_shared<UnixDoor>(path));
    if (endpoint.host.startsWith(u"tcp://"))
        return tcpDoor(endpoint, rules);
    if (endpoint.host.startsWith(u"ssh://"))
        return sshDoor(endpoint, rules);
    return badHost(endpoint);
}

} // namespace mooring
