#include "core/transport/docker/dockerendpoint.h"

#include "core/base/files.h"
#include "core/base/jsontext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kConfigLimit = 4 * 1024 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Docker", text); }

Result<DockerEndpoint> contextEndpoint(const QString &name, const QString &why, const QString &configFolder)
{
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString path = u"%1/contexts/meta/%2/meta.json"_s.arg(configFolder, QString::fromLatin1(hash));
    const auto text = readWholeFile(path, kConfigLimit);
    const Json meta = text ? readJson(*text) : Json();
    QString host;
    bool skipsCheck = false;
    if (meta.is_object() && meta.contains("Endpoints") && meta["Endpoints"].is_object() &&
        meta["Endpoints"].contains("docker")) {
        host = stringAt(meta["Endpoints"]["docker"], "Host");
        skipsCheck = boolAt(meta["Endpoints"]["docker"], "SkipTLSVerify");
    }
    if (host.isEmpty()) {
        return Error::failed(u"docker.badContext"_s,
                             tr("The Docker context %1, set by %2, cannot be read.").arg(name, why))
            .withCause(text ? tr("%1 names no host.").arg(path) : text.error().text())
            .withFix(u"docker context use default"_s);
    }
    DockerEndpoint endpoint{host, tr("context %1").arg(name)};
    const QString tls = u"%1/contexts/tls/%2/docker"_s.arg(configFolder, QString::fromLatin1(hash));
    if (host.startsWith(u"tcp://") && QFileInfo(tls).isDir()) {
        endpoint.tlsFolder = tls;
        endpoint.skipsCheck = skipsCheck;
    }
    return endpoint;
}

/// As the docker command reads its variables, but that a folder of certificates alone asks for TLS too.
DockerEndpoint addressEndpoint(const QString &host, const QString &source, const QString &configFolder)
{
    DockerEndpoint endpoint{host, source};
    const QString folder = qEnvironmentVariable("DOCKER_CERT_PATH");
    const bool checks = !qEnvironmentVariable("DOCKER_TLS_VERIFY").isEmpty() || !folder.isEmpty();
    if (!host.startsWith(u"tcp://") || (!checks && qEnvironmentVariable("DOCKER_TLS").isEmpty()))
        return endpoint;
    endpoint.tlsFolder = folder.isEmpty() ? configFolder : QDir::cleanPath(folder);
    endpoint.skipsCheck = !checks;
    return endpoint;
}

} // namespace

QString DockerEndpoint::socketPath() const
{
    const QString scheme = u"unix://"_s;
    return host.startsWith(scheme) ? host.mid(scheme.size()) : QString();
}

Result<DockerEndpoint> resolveDockerEndpoint(const QString &defaultSocket, const QString &configFolder,
                                             const QString &chosen)
{
    if (chosen.contains(u"://"))
        return addressEndpoint(chosen, tr("chosen in Mooring"), configFolder);
    const QString host = chosen.isEmpty() ? qEnvironmentVariable("DOCKER_HOST") : QString();
    if (!host.isEmpty())
        return addressEndpoint(host, u"DOCKER_HOST"_s, configFolder);
    QString context = chosen.isEmpty() ? qEnvironmentVariable("DOCKER_CONTEXT") : chosen;
    QString why = chosen.isEmpty() ? u"DOCKER_CONTEXT"_s : tr("chosen in Mooring");
    if (context.isEmpty()) {
        why = configFolder + u"/config.json"_s;
        if (const auto text = readWholeFile(why, kConfigLimit))
            context = stringAt(readJson(*text), "currentContext");
    }
    if (context.isEmpty() || context == u"default")
        return DockerEndpoint{u"unix://"_s + defaultSocket, tr("default"), true};
    return contextEndpoint(context, why, configFolder);
}

} // namespace mooring
