#include "core/azure/aci/acirunner.h"

#include "core/base/files.h"
#include "core/inference/keptlog.h"
#include "core/logs/taillog.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Life = InstanceTruth::Life;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::AciRunner", text); }

QString keptLog(const EndpointVersion &version, const VersionFolder &folder)
{
    return folder.path() + u'/' + version.instance + u".log"_s;
}

} // namespace

ContainerGroups AciRunner::groupsOf(MlClient &client) const
{
    ContainerGroups groups(client);
    groups.setPause(m_pause);
    return groups;
}

Result<> AciRunner::check(const DeploymentSettings &settings) const
{
    if (settings.cloud.workspace.isEmpty())
        return Error::usage(u"endpoint.needsWorkspace"_s,
                            tr("Azure Container Instances need a workspace of Azure ML, for its subscription, its "
                               "region and its store: none is open."))
            .withFix(u"mooring workspace use NAME"_s);
    return {};
}

Result<InstanceTruth> AciRunner::look(const EndpointVersion &version, const VersionFolder &folder,
                                      const CancelToken &cancel)
{
    if (version.instance.isEmpty())
        return InstanceTruth{Life::Ended, {}, tr("It was never started."), {}};
    const auto client = m_open(version.settings.cloud.workspace);
    if (!client)
        return client.error();
    ContainerGroups groups = groupsOf(**client);
    const auto group = groups.find(version.container, cancel);
    if (!group)
        return group.error();
    if (!*group)
        return InstanceTruth{Life::Ended, {}, tr("Its container group is gone."), {}};
    InstanceTruth truth = (*group)->truth(version.coldStartMs.has_value());
    if (truth.life == Life::Unknown)
        return Error::failed(u"aci.unknownState"_s, truth.reason)
            .withFix(u"mooring restart "_s + version.settings.name);
    if (truth.life == Life::Ended) // Azure may start the container again, and then its words are gone
        keepLog(groups, version, folder, cancel);
    return truth;
}

/// The group's name follows from the version's folder, so one whose Mooring was killed is found too.
Result<> AciRunner::stop(const EndpointVersion &version, const VersionFolder &folder, JobContext &context)
{
    if (ownerOf(folder).isEmpty())
        return {};
    const auto client = m_open(version.settings.cloud.workspace);
    if (!client)
        return client.error();
    ContainerGroups groups = groupsOf(**client);
    return removeGroup(groups, version, folder, context);
}

Result<> AciRunner::removeGroup(ContainerGroups &groups, const EndpointVersion &version, const VersionFolder &folder,
                                JobContext &context)
{
    const QString owner = ownerOf(folder), name = groupNameOf(version, owner);
    const auto found = groups.find(name, context.cancelToken());
    if (!found || !*found)
        return found ? Result<>() : Result<>(found.error());
    const auto tag = (*found)->tags.find(u"mooring.version"_s);
    if (tag == (*found)->tags.end() || tag->second != owner)
        return Error::failed(u"aci.notOurs"_s,
                             tr("The container group %1 does not have Mooring's tag: it is left alone.").arg(name))
            .withFix(tr("Look at it in the Azure portal."));
    keepLog(groups, version, folder, context.cancelToken());
    if (auto gone = groups.remove(name, context); !gone)
        return gone;
    context.log(tr("The container group %1 is gone from Azure.").arg(name));
    return {};
}

Result<> AciRunner::discard(const EndpointVersion &version, const VersionFolder &folder, JobContext &context)
{
    if (auto stopped = stop(version, folder, context); !stopped)
        return stopped;
    const QString owner = ownerOf(folder);
    if (owner.isEmpty())
        return {};
    const auto removed = m_credentials.remove(keyName(version, owner), context.cancelToken());
    return removed || removed.error().code == u"credentials.absent" ? Result<>() : removed;
}

void AciRunner::keepLog(ContainerGroups &groups, const EndpointVersion &version, const VersionFolder &folder,
                        const CancelToken &cancel) const
{
    if (version.instance.isEmpty())
        return;
    TailLog log([&](int) { return groups.log(version.container, 0, cancel); });
    const auto content = log.readNew(true);
    if (content && !content->isEmpty())
        (void)writeFileAtomically(keptLog(version, folder), *content);
}

Result<> AciRunner::readLog(const EndpointVersion &version, const VersionFolder &folder, Log log, bool follow,
                            const Sink &sink, const CancelToken &cancel)
{
    if (writesLogFile(version, folder, log))
        return readKeptLog(logFile(version, folder, log), sink);
    return readServerLog(version, folder, follow, sink, cancel);
}

Result<> AciRunner::readServerLog(const EndpointVersion &version, const VersionFolder &folder, bool follow,
                                  const Sink &sink, const CancelToken &cancel)
{
    const auto client = m_open(version.settings.cloud.workspace);
    if (!client)
        return client.error();
    ContainerGroups groups = groupsOf(**client);
    TailLog log([&](int tail) { return groups.log(version.container, tail, cancel); });
    for (bool ended = !follow;;) {
        const auto fresh = log.readNew(ended);
        if (!fresh)
            return fresh.error();
        if (!fresh->isEmpty() && !sink(*fresh))
            return {};
        if (ended || log.isGone())
            return {};
        if (cancel.waitFor(m_pause))
            return Error::canceled();
        const auto truth = look(version, folder, cancel);
        ended = truth && truth->life == Life::Ended; // what it printed last is read once more
    }
}

Result<> AciRunner::watchUsage(const EndpointVersion &, const VersionFolder &, const UsageSink &, const CancelToken &)
{
    return Error::usage(u"endpoint.noUsage"_s,
                        tr("What a container group takes, Azure tells minutes later: see its metrics in the portal."));
}

QString AciRunner::servedCode(const VersionFolder &) const { return QLatin1StringView(kServedFolder) + u"/code"_s; }

/// Azure keeps it as long as the group is there.
bool AciRunner::writesLogFile(const EndpointVersion &version, const VersionFolder &folder, Log log) const
{
    return log == Log::Build || version.container.isEmpty() || QFileInfo::exists(keptLog(version, folder));
}

QString AciRunner::logFile(const EndpointVersion &version, const VersionFolder &folder, Log log) const
{
    return log == Log::Build ? provisioningLogOf(folder) : keptLog(version, folder);
}

} // namespace mooring
