#include "ui/inference/endpointtext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

namespace mooring {

namespace {

QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("mooring::EndpointText", text, comment);
}

} // namespace

QString endpointBadge(const EndpointRecord &endpoint)
{
    switch (endpoint.state) {
    case EndpointState::Running:
        return endpoint.isForeign ? toText(endpoint.state) : tr("Running, healthy", "endpoint");
    case EndpointState::Unhealthy:
        return tr("Unhealthy, it does not answer");
    case EndpointState::Deploying:
        return endpoint.versions.empty() ? toText(endpoint.state)
                                         : tr("Deploying version %1").arg(endpoint.versions.back().number);
    case EndpointState::Failed:
        if (endpoint.pinned())
            return tr("Failed, init() of version %1").arg(endpoint.versions.back().number);
        break;
    case EndpointState::Stopped:
    case EndpointState::Unknown:
        break;
    }
    return endpoint.stateText();
}

QString carrierText(const EndpointRecord &endpoint)
{
    if (endpoint.isForeign)
        return endpoint.maker;
    if (endpoint.runner == QLatin1String("aci"))
        return tr("Azure Container Instances");
    return endpoint.runner == QLatin1String("docker") ? tr("local Docker") : tr("plain process");
}

QString modelText(const EndpointVersion &version)
{
    const QString path = version.modelPath.isEmpty() ? version.settings.model : version.modelPath;
    return QFileInfo(path).fileName();
}

QString addressText(const EndpointRecord &endpoint)
{
    const QUrl uri(endpoint.scoringUri());
    return uri.isEmpty() ? QString() : uri.authority() + uri.path();
}

} // namespace mooring
