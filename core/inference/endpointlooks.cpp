// What EndpointService says before anything is done.
#include "core/base/files.h"
#include "core/inference/dockerrunner.h"
#include "core/inference/endpointservice.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::EndpointService", text); }

} // namespace

DeploymentLook EndpointService::look(const DeploymentSettings &settings, JobContext &context)
{
    return lookAtDeployment(settings, m_findOutput, NetworkPlaces::ofThisUser(), context);
}

Result<QString> EndpointService::writeDockerfile(const DeploymentSettings &settings, const QString &folder,
                                                 JobContext &context)
{
    const auto model = settings.model.isEmpty() ? Result<QString>(QString())
                                                : findModel(settings.model, m_findOutput, context.cancelToken());
    if (!model)
        return model.error();
    const auto recipe = makeImageRecipe(settings, *model);
    if (!recipe)
        return recipe.error();
    std::vector<std::pair<QByteArray, QByteArray>> files = recipe->files;
    files.emplace_back("Dockerfile", recipe->dockerfile);
    for (const auto &[name, content] : files) {
        const QString path = folder + u'/' + QString::fromUtf8(name);
        if (QFileInfo::exists(path))
            return Error::usage(u"endpoint.dockerfileExists"_s, tr("There is a file %1 already.").arg(path))
                .withFix(tr("Choose another folder."));
    }
    for (const auto &[name, content] : files) {
        const QString path = folder + u'/' + QString::fromUtf8(name);
        if (auto made = makeFolder(QFileInfo(path).absolutePath()); !made)
            return made.error();
        if (auto written = writeFileAtomically(path, content, 0644); !written)
            return written.error();
    }
    return folder + u"/Dockerfile"_s;
}

Result<PortLook> EndpointService::lookAtPort(int port, const QString &name)
{
    const auto all = m_book.endpoints();
    if (!all)
        return all.error();
    const auto holder = [&](int each) -> const EndpointRecord * {
        for (const EndpointRecord &other : *all) {
            if (other.name != name && other.port == each)
                return &other;
        }
        return nullptr;
    };
    PortLook look;
    look.port = port;
    if (const EndpointRecord *other = holder(port)) {
        look.endpoint = other->name;
        look.state = other->state;
        if (const EndpointVersion *serving = other->serving())
            look.since = serving->createdAt;
    }
    look.isFree = isPortFree(port);
    if (!look.isFree) {
        look.owner = findPortOwner(port);
        const auto own = m_book.findEndpoint(name);
        if (own && own->port == port && own->active > 0) // an update keeps its port
            look.isFree = true;
    }
    look.next = findFreePort(port + 1, [&](int each) { return holder(each) != nullptr; });
    return look;
}

} // namespace mooring
