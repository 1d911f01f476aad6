#include "ui/workspace/workspacecontent.h"

#include "core/base/text.h"
#include "core/targets/kindregistry.h"
#include "core/targets/targetservice.h"
#include "core/transport/ssh/hosttrust.h"
#include "core/workspace/workspace.h"
#include "ui/workspace/stateglyphs.h"

#include <QUrl>

#include <algorithm>

namespace mooring {

namespace {

constexpr int kRunsInTree = 50;

WorkspaceItem targetItem(const TargetRecord &target, const KindRegistry &kinds)
{
    const TargetKind *kind = kinds.find(target.kind);
    WorkspaceItem item;
    item.key = target.name;
    item.name = targetTitle(target.name, kinds);
    item.route = routeTo("target", target.name);
    item.glyph = target.lastCheck ? glyphOfTarget(target.state()) : Glyph::NotBegun;
    item.state = target.lastCheck ? targetStateText(target.state())
                                  : QCoreApplication::translate("mooring::WorkspaceContent", "Not checked yet");
    item.icon = kind ? kind->iconName() : QString();
    item.detail = kind ? kind->title() : target.kind;
    item.canDetach = !kind || !kind->builtinTarget() || kind->builtinTarget()->name != target.name;
    return item;
}

int usedRecords(const HostTrust &trust)
{
    const std::vector<TrustedHost> records = trust.records().valueOr({});
    return int(std::count_if(records.begin(), records.end(), [](const TrustedHost &host) {
        return host.record.problem == KnownHostRecord::Problem::None &&
               host.record.marker != KnownHostRecord::Marker::CertAuthority;
    }));
}

} // namespace

WorkspaceItem endpointItem(const EndpointRecord &endpoint)
{
    WorkspaceItem item;
    item.key = (endpoint.isForeign ? QStringLiteral("foreign ") : QString()) + endpoint.name;
    item.name = endpoint.name;
    item.route = routeTo(endpoint.canBeAsked ? "endpoint-of-workspace" : "endpoint", endpoint.name);
    item.glyph = glyphOf(endpoint.state);
    item.state = endpoint.stateText();
    item.live = endpoint.state == EndpointState::Deploying;
    item.detail =
        endpoint.canBeAsked  ? endpoint.maker
        : endpoint.isForeign ? QCoreApplication::translate("mooring::WorkspaceContent",
                                                           "endpoint of another program, %1", "%1 its maker")
                                   .arg(endpoint.maker)
        : endpoint.port > 0
            ? QCoreApplication::translate("mooring::WorkspaceContent", "endpoint at port %1").arg(endpoint.port)
            : QCoreApplication::translate("mooring::WorkspaceContent", "endpoint with an address of its own");
    return item;
}

QString targetTitle(const QString &name, const KindRegistry &kinds)
{
    for (const auto &kind : kinds.all()) {
        const std::optional<TargetRecord> builtin = kind->builtinTarget();
        if (builtin && builtin->name == name)
            return kind->title();
    }
    return name;
}

QString routeTo(const char *prefix, const QString &name)
{
    return QLatin1String(prefix) + u'/' + QString::fromUtf8(QUrl::toPercentEncoding(name));
}

WorkspaceItem runItem(const RunRecord &run, const QString &target)
{
    WorkspaceItem item;
    item.key = run.id;
    item.name = run.name.isEmpty() ? run.id : run.name;
    item.route = routeTo("run", run.id);
    item.glyph = glyphOf(run.state);
    item.state = toText(run.state);
    item.live = !isEnded(run.state) && run.state != RunState::Unknown;
    item.detail = QCoreApplication::translate("mooring::WorkspaceContent", "run, %1 on %2", "%1 a time, %2 a target")
                      .arg(run.createdAt ? humanTime(*run.createdAt) : QStringLiteral("–"), target);
    return item;
}

WorkspaceContent readWorkspaceContent(Workspace &workspace, TargetService &targetService, const KindRegistry &kinds,
                                      const EnvironmentLister &environments, const HostTrust *trust)
{
    WorkspaceContent content;
    if (const auto targets = targetService.targets()) {
        for (const TargetRecord &target : *targets)
            content.targets.push_back(targetItem(target, kinds));
    } else {
        content.problem = targets.error().text();
    }
    RunQuery query;
    query.limit = kRunsInTree;
    if (const auto runs = workspace.runs(query)) {
        for (const RunRecord &run : *runs)
            content.runs.push_back(runItem(run, targetTitle(run.settings.target, kinds)));
    } else {
        content.problem = runs.error().text();
    }
    content.runCount = workspace.runCount().valueOr(int(content.runs.size()));
    if (const auto endpoints = workspace.endpoints()) {
        for (const EndpointRecord &endpoint : *endpoints)
            content.endpoints.push_back(endpointItem(endpoint));
    } else {
        content.problem = endpoints.error().text();
    }
    if (environments)
        content.environments = environments();
    if (trust)
        content.knownMachines = usedRecords(*trust);
    return content;
}

} // namespace mooring
