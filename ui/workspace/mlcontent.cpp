#include "ui/workspace/mlcontent.h"

#include "core/azure/ml/mlassets.h"
#include "core/azure/online/onlineendpoints.h"
#include "core/base/text.h"
#include "core/workspace/workspace.h"
#include "ui/workspace/stateglyphs.h"

#include <QCoreApplication>
#include <QUrl>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::WorkspaceContent", text); }

constexpr int kRunsInTree = 50;

bool isOneOf(const QString &word, const QStringList &words) { return words.contains(word, Qt::CaseInsensitive); }

Glyph glyphOfWord(const Compute &compute)
{
    static const QStringList goingOn{u"Creating"_s, u"Updating"_s,   u"Deleting"_s, u"Resizing"_s,
                                     u"Starting"_s, u"Restarting"_s, u"Stopping"_s, u"SettingUp"_s};
    static const QStringList failed{u"Failed"_s,       u"CreateFailed"_s,  u"StartFailed"_s,
                                    u"StopFailed"_s,   u"RestartFailed"_s, u"ReimageFailed"_s,
                                    u"UpdateFailed"_s, u"SetupFailed"_s,   u"Unusable"_s};
    static const QStringList good{u"Succeeded"_s, u"Running"_s, u"JobRunning"_s, u"Steady"_s};
    const QString word = compute.shownState();
    if (isOneOf(word, goingOn))
        return Glyph::Preparing;
    if (isOneOf(word, failed))
        return Glyph::Failed;
    if (isOneOf(word, {u"Stopped"_s, u"Canceled"_s}))
        return Glyph::Stopped;
    return isOneOf(word, good) ? Glyph::Good : Glyph::Unknown;
}

WorkspaceItem itemOf(const MlTarget &target)
{
    WorkspaceItem item;
    item.key = target.record.name;
    item.name = target.record.name;
    item.route = routeTo("target", target.record.name);
    item.glyph = glyphOf(target);
    item.state = target.compute ? target.compute->shownState() : tr("Mooring's own record");
    item.icon = target.kind ? target.kind->iconName() : QString();
    item.detail = target.kind ? target.kind->title() : target.compute ? target.compute->type : target.record.kind;
    item.live = isGoingOn(item.glyph);
    item.canDetach = !target.compute || !target.compute->isManaged();
    return item;
}

std::vector<WorkspaceItem> itemsOf(const std::vector<MlAsset> &assets, MlAssetKind kind)
{
    const bool isModel = kind == MlAssetKind::Models;
    std::vector<WorkspaceItem> items;
    for (const MlAsset &asset : assets) {
        WorkspaceItem item;
        item.key = asset.name;
        item.name = asset.name;
        item.route = (isModel ? u"models?name="_s : u"environments?name="_s) +
                     QString::fromLatin1(QUrl::toPercentEncoding(asset.name));
        item.glyph = Glyph::Good;
        item.detail = isModel ? tr("model") : tr("environment");
        items.push_back(std::move(item));
    }
    return items;
}

/// What is beside the targets; what cannot be read is left out, and the last reason told.
void addOthers(WorkspaceContent &content, MlSession &session, const CancelToken &cancel)
{
    if (const auto runs = session.runs.runs({}, {}, kRunsInTree, cancel)) {
        for (const RunRecord &run : *runs)
            content.runs.push_back(runItem(run, run.settings.target));
        content.runCount = int(runs->size()) < kRunsInTree ? int(runs->size()) : 0; // of more nobody knows how many
    } else {
        content.problem = runs.error().text();
    }
    for (const MlAssetKind kind : {MlAssetKind::Environments, MlAssetKind::Models}) {
        const auto assets = listMlAssets(*session.client, kind, cancel);
        if (!assets)
            content.problem = assets.error().text();
        else if (kind == MlAssetKind::Models)
            content.models = itemsOf(*assets, kind);
        else
            content.environments = itemsOf(*assets, kind);
    }
}

} // namespace

Glyph glyphOf(const MlTarget &target)
{
    const Glyph ours = target.record.lastCheck ? glyphOfTarget(target.record.state()) : Glyph::NotBegun;
    if (!target.compute)
        return ours;
    const Glyph theirs = target.kind ? glyphOfWord(*target.compute) : Glyph::Unknown;
    if (theirs != Glyph::Good)
        return theirs;
    // A check that failed or warned says more than a service that is content with itself; so does its end.
    if (ours == Glyph::Failed || ours == Glyph::Warning)
        return ours;
    return target.kind->retirement() ? Glyph::Warning : theirs;
}

void addCloudEndpoints(WorkspaceContent &content, Workspace &workspace, const QString &name)
{
    for (const EndpointRecord &endpoint : workspace.endpoints().valueOr({})) {
        const EndpointVersion *newest = endpoint.latest();
        if (newest && newest->settings.cloud.workspace == name)
            content.endpoints.push_back(endpointItem(endpoint));
    }
}

void addOnlineEndpoints(WorkspaceContent &content, MlSession &session, Workspace &workspace, const CancelToken &cancel)
{
    const auto client = session.client;
    OnlineEndpoints online([client](const QString &) { return Result(client); }, workspace, client->workspace().name);
    const EndpointList list = online.list(cancel);
    for (const EndpointRecord &endpoint : list.endpoints)
        content.endpoints.push_back(endpointItem(endpoint));
}

WorkspaceContent readMlContent(MlSession &session, const CancelToken &cancel)
{
    WorkspaceContent content;
    const auto add = [&](const std::vector<MlTarget> &targets) {
        for (const MlTarget &target : targets)
            content.targets.push_back(itemOf(target));
    };
    if (const auto targets = session.targets.targets(cancel)) {
        add(*targets);
        addOthers(content, session, cancel);
        return content;
    } else {
        content.problem = targets.error().text();
    }
    if (const auto seen = session.targets.lastKnown(); seen && *seen)
        add((*seen)->targets);
    return content;
}

} // namespace mooring
