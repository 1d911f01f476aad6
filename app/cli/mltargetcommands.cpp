#include "app/cli/mltargetcommands.h"

#include "app/cli/targetprint.h"
#include "core/azure/ml/targetexport.h"
#include "core/base/clock.h"
#include "core/base/text.h"

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::TargetCommands", text); }

QString stateOf(const MlTarget &target)
{
    return target.compute ? QStringLiteral("%1 (%2)").arg(target.state(), target.compute->shownState())
                          : target.state();
}

/// What the service says; where it cannot be reached, what it said last, with its age and without a state.
Result<std::vector<MlTarget>> targetsOf(const CommandContext &context, MlTargets &ml, std::optional<QDateTime> &asOf)
{
    auto targets = ml.targets(context.cancel);
    if (targets || targets.error().kind != ErrorKind::NotReachable)
        return targets;
    const auto known = ml.lastKnown();
    if (!known || !*known)
        return targets;
    asOf = (*known)->at;
    context.out.talk(targets.error().text());
    context.out.talk(tr("This is what Azure ML said %1 ago.").arg(humanDuration(asOf->msecsTo(nowUtc()))));
    return (*known)->targets;
}

} // namespace

Result<MlSession *> mlFor(CommandContext &context, const QString &target)
{
    return target == QStringLiteral("local") ? Result<MlSession *>(static_cast<MlSession *>(nullptr)) : context.ml();
}

Result<int> listMlTargets(CommandContext &context, MlTargets &ml)
{
    std::optional<QDateTime> asOf;
    const auto targets = targetsOf(context, ml, asOf);
    if (!targets)
        return targets.error();
    const auto local = (*context.services())->targets().find(QStringLiteral("local"));
    if (context.out.json) {
        Json list = Json::array();
        if (local)
            list.push_back(local->toListJson((*context.services())->kinds().find(local->kind)));
        for (const MlTarget &target : *targets) {
            list.push_back(target.toListJson());
            if (asOf)
                list.back().update(Json{{"state", "unknown"}, {"asOf", timeOrNull(asOf)}});
        }
        context.out.document(list);
        return 0;
    }
    std::vector<QStringList> rows{{tr("Name"), tr("Kind"), tr("State"), tr("Last check")}};
    const auto row = [&rows](const TargetRecord &record, const QString &state) {
        rows.push_back(
            {record.name, record.kind, state, record.lastCheck ? humanTime(record.lastCheck->at) : tr("never")});
    };
    if (local)
        row(*local, local->state());
    for (const MlTarget &target : *targets)
        row(target.record, asOf ? tr("unknown, was %1").arg(stateOf(target)) : stateOf(target));
    context.out.table(rows);
    return 0;
}

void printMlTarget(const Output &out, const MlTarget &target)
{
    if (out.json) {
        out.document(target.toListJson());
        return;
    }
    out.table({{tr("Name"), tr("Kind"), tr("State")}, {target.record.name, target.record.kind, stateOf(target)}});
}

Result<int> showMlTarget(CommandContext &context, MlTargets &ml, const QString &name)
{
    const auto target = ml.find(name, context.cancel);
    if (!target)
        return target.error();
    if (context.out.json) {
        context.out.document(target->toFullJson());
        return 0;
    }
    std::vector<QStringList> rows{{tr("Name"), target->record.name},
                                  {tr("Kind"), target->record.kind},
                                  {tr("State"), stateOf(*target)},
                                  {tr("Identity"), target->record.identity}};
    if (target->compute) {
        rows.push_back({tr("Type in Azure ML"), target->compute->type});
        if (target->compute->trouble)
            rows.push_back({tr("Cause"), target->compute->trouble->text()});
    }
    context.out.table(rows);
    if (target->record.lastCheck)
        printLadder(context.out, *target->record.lastCheck);
    if (!target->record.log.isEmpty())
        context.out.text(QStringLiteral("\n") + target->record.log);
    return 0;
}

Result<int> detachMlTarget(CommandContext &context, MlTargets &ml, const QString &name)
{
    TalkingContext job(context);
    const auto report = ml.detach(name, job);
    if (!report)
        return report.error();
    if (context.out.json)
        context.out.document(report->toJson());
    else
        printDetach(context.out, *report);
    return 0;
}

Result<std::optional<QByteArray>> exportMlTarget(CommandContext &context, const QString &word, const QString &form)
{
    const auto workspace = context.mlWorkspace();
    if (!workspace)
        return workspace.error();
    if (!*workspace || word.isEmpty())
        return std::optional<QByteArray>();
    Workspace &here = (*context.services())->workspace();
    if (here.resolveRun(word) || here.findEndpoint(word)) // what this computer keeps beside it
        return std::optional<QByteArray>();
    const auto ml = context.ml();
    if (!ml)
        return ml.error();
    const auto target = (*ml)->targets.find(word, context.cancel);
    if (!target && target.error().code == u"target.unknown")
        return std::optional<QByteArray>(); // a run of the workspace, perhaps
    if (!target)
        return target.error();
    const auto text = exportTarget(*target, (*ml)->targets.workspace(), form);
    return text ? Result<std::optional<QByteArray>>(*text) : Result<std::optional<QByteArray>>(text.error());
}

} // namespace mooring
