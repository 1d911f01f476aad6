#include "core/transport/docker/dockerendpoint.h"

#include "core/base/files.h"

#include <QCoreApplication>
#include <QCryptographicHash>

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
    const Json meta = text ? Json::parse(text->begin(), text->end(), nullptr, false) : Json();
    QString host;
    if (meta.is_object() && meta.contains("Endpoints") && meta["Endpoints"].is_object() &&
        meta["Endpoints"].contains("docker"))
        host = stringAt(meta["Endpoints"]["docker"], "Host");
    if (host.isEmpty()) {
        return Error::failed(u"docker.badContext"_s,
                             tr("The Docker context %1, set by %2, cannot be read.").arg(name, why))
            .withCause(text ? tr("%1 names no host.").arg(path) : text.error().text())
            .withFix(u"docker context use default"_s);
    }
    return DockerEndpoint{host, tr("context %1").arg(name), false};
}

} // namespace

QString DockerEndpoint::socketPath() const
{
    const QString scheme = u"unix://"_s;
    return host.startsWith(scheme) ? host.mid(scheme.size()) : QString();
}

Result<DockerEndpoint> resolveDockerEndpoint(const QString &defaultSocket, const QString &configFolder)
{
    if (const QString host = qEnvironmentVariable("DOCKER_HOST"); !host.isEmpty())
        return DockerEndpoint{host, u"DOCKER_HOST"_s, false};
    QString context = qEnvironmentVariable("DOCKER_CONTEXT");
    QString why = u"DOCKER_CONTEXT"_s;
    if (context.isEmpty()) {
        why = configFolder + u"/config.json"_s;
        if (const auto text = readWholeFile(why, kConfigLimit))
            context = stringAt(Json::parse(text->begin(), text->end(), nullptr, false), "currentContext");
    }
    if (context.isEmpty() || context == u"default")
        return DockerEndpoint{u"unix://"_s + defaultSocket, tr("default"), true};
    return contextEndpoint(context, why, configFolder);
}

} // namespace mooring
