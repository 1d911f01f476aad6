#include "core/azure/arm/longoperation.h"
#include "core/azure/http/errorchain.h"
#include "core/azure/http/jsonreply.h"
#include "core/azure/ml/mltargets.h"
#include "core/base/clock.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlTargets", text); }

constexpr qint64 kSettleLimitMs = 20 * 60 * 1000;

/// Of a cluster as documented for all computes; of an instance as its service says it: no digits alone at the end.
Result<> checkRequest(const ManagedRequest &request)
{
    static const QRegularExpression cluster(u"^[A-Za-z][A-Za-z0-9-]{0,14}[A-Za-z0-9]$"_s);
    static const QRegularExpression instance(u"^[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$"_s);
    static const QRegularExpression digitsAtTheEnd(u"-[0-9]+$"_s);
    static const QStringList reserved{u"amlcompute"_s, u"local"_s, u"containerinstance"_s};
    const bool isGood = request.isCluster
                            ? cluster.match(request.name).hasMatch()
                            : instance.match(request.name).hasMatch() && !digitsAtTheEnd.match(request.name).hasMatch();
    if (!isGood || reserved.contains(request.name.toLower()))
        return Error::usage(u"target.badName"_s,
                            tr("“%1” cannot be the name of a target in Azure ML.").arg(request.name))
            .withFix(
                request.isCluster
                    ? tr("2 to 16 letters, digits and hyphens, a letter first.")
                    : tr("3 to 24 letters, digits and hyphens, a letter first, not ending in a hyphen and digits."));
    if (request.size.isEmpty())
        return Error::usage(u"compute.sizeNeeded"_s, tr("Say which size the machines have."))
            .withFix(u"--size STANDARD_DS3_V2"_s);
    if (request.isCluster && (request.minNodes < 0 || request.maxNodes < 1 || request.minNodes > request.maxNodes))
        return Error::usage(
            u"compute.badNodes"_s,
            tr("The least number of nodes is 0 or more, the most is 1 or more and not below the least."));
    return {};
}

std::string seconds(int value) { return "PT" + std::to_string(value) + "S"; }

Json bodyOf(const ManagedRequest &request, const QString &location)
{
    Json own = {{"vmSize", toStd(request.size)}};
    if (request.isCluster) {
        own["vmPriority"] = request.isLowPriority ? "LowPriority" : "Dedicated";
        own["scaleSettings"] = {{"minNodeCount", request.minNodes},
                                {"maxNodeCount", request.maxNodes},
                                {"nodeIdleTimeBeforeScaleDown", seconds(request.idleSeconds)}};
    } else if (!request.publicKey.isEmpty()) {
        own["sshSettings"] = {{"sshPublicAccess", "Enabled"}, {"adminPublicKey", toStd(request.publicKey)}};
    }
    return {{"location", toStd(location)},
            {"properties",
             {{"computeType", request.isCluster ? "AmlCompute" : "ComputeInstance"}, {"properties", std::move(own)}}}};
}

bool isOnItsWay(const Compute &compute)
{
    static const QStringList passing{u"Starting"_s, u"Stopping"_s,  u"Restarting"_s,
                                     u"Creating"_s, u"SettingUp"_s, u"UserSettingUp"_s};
    return passing.contains(compute.state);
}

} // namespace

Result<Compute> MlTargets::requireManaged(const QString &name, const CancelToken &cancel)
{
    const auto compute = findCompute(name, cancel);
    if (!compute)
        return compute.error();
    if (!*compute) {
        const auto own = find(name, cancel); // a record of ours, or nothing, with the nearest name
        return own ? Error::usage(u"target.notManaged"_s, tr("%1 was not made by the workspace.").arg(name))
                   : own.error();
    }
    if (!(*compute)->isManaged())
        return Error::usage(u"target.notManaged"_s,
                            tr("%1 was attached, not made by the workspace: Mooring does not touch the thing itself.")
                                .arg((*compute)->name))
            .withFix(u"mooring detach %1"_s.arg((*compute)->name));
    return **compute;
}

Result<MlTarget> MlTargets::create(const ManagedRequest &request, JobContext &context)
{
    if (const auto good = checkRequest(request); !good)
        return good.error();
    if (const auto fresh = refuseDuplicate(request.name, {}, context.cancelToken()); !fresh)
        return fresh.error();
    const auto before = findCompute(request.name, context.cancelToken()); // GET of the very name before the PUT
    if (!before)
        return before.error();
    if (*before)
        return Error::usage(u"target.nameTaken"_s, tr("There is already a target named %1.").arg(request.name));
    const auto location = m_client->location(context.cancelToken());
    if (!location)
        return location.error();
    const LongOperation making = operation(request.name, tr("%1 could not be made.").arg(request.name));
    const auto begun = m_client->arm().send(
        m_client->call("PUT", u"computes/"_s + pathSegment(request.name), making.what, bodyOf(request, *location)),
        context.cancelToken());
    if (!begun)
        return begun.error();
    if (const auto ended = followOperation(m_client->arm(), *begun, making, context); !ended)
        return ended.error();
    return find(request.name, context.cancelToken());
}

Result<MlTarget> MlTargets::act(const QString &name, const QString &word, JobContext &context)
{
    const auto compute = requireManaged(name, context.cancelToken());
    if (!compute)
        return compute.error();
    if (!compute->isInstance())
        return Error::usage(u"compute.noInstance"_s,
                            tr("%1 is a cluster: its nodes come and go by themselves.").arg(compute->name))
            .withFix(u"mooring compute resize %1 --min 0"_s.arg(compute->name));
    const LongOperation acting = operation(compute->name, tr("“%1” of %2 failed.").arg(word, compute->name));
    const QString path = u"computes/%1/%2"_s.arg(pathSegment(compute->name), word);
    const auto begun = m_client->arm().send(m_client->call("POST", path, acting.what), context.cancelToken());
    if (!begun)
        return begun.error();
    if (const auto ended = followOperation(m_client->arm(), *begun, acting, context); !ended)
        return ended.error();
    // The specification declares no address to follow for these: the state itself says when it is done.
    QElapsedTimer timer;
    timer.start();
    while (true) {
        auto now = find(compute->name, context.cancelToken());
        if (!now || !now->compute || !isOnItsWay(*now->compute))
            return now;
        if (timer.elapsed() > kSettleLimitMs)
            return Error::timeLimit(u"azure.timeLimit"_s,
                                    tr("%1 is still in the state %2; Mooring stopped watching it.")
                                        .arg(compute->name, now->compute->state));
        context.log(now->compute->state);
        if (context.cancelToken().waitFor(m_pause))
            return Error::canceled();
    }
}

Result<MlTarget> MlTargets::resize(const QString &name, std::optional<int> minNodes, std::optional<int> maxNodes,
                                   std::optional<int> idleSeconds, JobContext &context)
{
    const auto compute = requireManaged(name, context.cancelToken());
    if (!compute)
        return compute.error();
    if (!compute->isCluster())
        return Error::usage(u"compute.noCluster"_s, tr("%1 is an instance: it has one machine.").arg(compute->name));
    const Json *own = compute->properties();
    const Json now = own ? objectAt(*own, "scaleSettings") : Json::object();
    const int least = minNodes.value_or(int(intAt(now, "minNodeCount")));
    const int most = maxNodes.value_or(int(intAt(now, "maxNodeCount", 1)));
    if (least < 0 || most < 1 || least > most)
        return Error::usage(
            u"compute.badNodes"_s,
            tr("The least number of nodes is 0 or more, the most is 1 or more and not below the least."));
    const QString idle = stringAt(now, "nodeIdleTimeBeforeScaleDown", u"PT120S"_s);
    const Json body = {{"properties",
                        {{"properties",
                          {{"scaleSettings",
                            {{"minNodeCount", least},
                             {"maxNodeCount", most},
                             {"nodeIdleTimeBeforeScaleDown", idleSeconds ? seconds(*idleSeconds) : toStd(idle)}}}}}}}};
    const LongOperation resizing = operation(compute->name, tr("%1 could not be resized.").arg(compute->name));
    const auto begun =
        m_client->arm().send(m_client->call("PATCH", u"computes/"_s + pathSegment(compute->name), resizing.what, body),
                             context.cancelToken());
    if (!begun)
        return begun.error();
    if (const auto ended = followOperation(m_client->arm(), *begun, resizing, context); !ended)
        return ended.error();
    return find(compute->name, context.cancelToken());
}

Result<std::vector<MlNode>> MlTargets::nodes(const QString &name, const CancelToken &cancel)
{
    const ArmCall call = m_client->call("POST", u"computes/%1/listNodes"_s.arg(pathSegment(name)),
                                        tr("The nodes of %1 could not be listed.").arg(name));
    std::vector<MlNode> nodes;
    const auto listed = m_client->arm().each(
        call,
        [&nodes](const Json &node) {
            nodes.push_back({stringAt(node, "nodeId"), stringAt(node, "nodeState"), stringAt(node, "runId")});
            return true;
        },
        cancel, "nodes");
    return listed ? Result<std::vector<MlNode>>(std::move(nodes)) : Result<std::vector<MlNode>>(listed.error());
}

Result<> MlTargets::remove(const QString &name, JobContext &context)
{
    const auto compute = requireManaged(name, context.cancelToken());
    if (!compute)
        return compute.error();
    LongOperation leaving = operation(compute->name, tr("%1 could not be deleted.").arg(compute->name));
    leaving.isDelete = true;
    const QString path = u"computes/%1?underlyingResourceAction=Delete"_s.arg(pathSegment(compute->name));
    const auto begun = m_client->arm().send(m_client->call("DELETE", path, leaving.what), context.cancelToken());
    if (!begun)
        return begun.error();
    if (const auto ended = followOperation(m_client->arm(), *begun, leaving, context); !ended)
        return ended.error();
    (void)m_usage.look(workspace(), compute->name, nowUtc(), 0); // no list has it any more
    return m_notes.remove(workspace(), compute->name);
}

} // namespace mooring
