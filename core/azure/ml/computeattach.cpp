#include "core/azure/arm/longoperation.h"
#include "core/azure/http/errorchain.h"
#include "core/azure/ml/climb.h"
#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/jobs/provisioninglog.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlTargets", text); }

} // namespace

Result<CheckOutcome> MlTargets::attach(const AttachRequest &request, JobContext &context, const OnRung &onRung)
{
    const auto climb = plan(request);
    if (!climb)
        return climb.error();
    if (const auto fresh = refuseDuplicate(request.name, (*climb)->resourceId, context.cancelToken()); !fresh)
        return fresh.error();
    std::vector<Rung> rungs = rungsBefore(*climb);
    rungs.push_back(lastRung(*climb, rungs));
    if (const auto left = leaveOut(rungs, request); !left)
        return left.error();

    CheckOutcome outcome;
    ProvisioningLog log(context);
    log.setStep(u"attach"_s, tr("What goes to Azure"));
    for (const QString &sentence : (*climb)->attachment.sent)
        log.log(sentence);
    const QString last = rungs.back().id;
    const bool isLastOnly = request.rungAgain == last && !request.earlier.rungs.empty();
    outcome.report = runLadder(request.name, rungs, isLastOnly ? QStringList(last) : QStringList(), log, onRung,
                               isLastOnly ? &request.earlier : nullptr);
    outcome.target = {request.name,   request.kind, (*climb)->resourceId.toLower(), request.values.settings(), nowUtc(),
                      outcome.report, log.text()};
    if (isLastOnly)
        outcome.target.lastCheck = mergeReports(request.earlier, outcome.report, rungs);
    outcome.target.settings["resourceId"] = toStd((*climb)->resourceId);
    outcome.attached = !outcome.target.lastCheck->failure() && !outcome.report.canceled;
    outcome.leftBehind = !outcome.attached && (*climb)->wasSent;
    if (outcome.attached) {
        if (const auto kept = keepSecrets(outcome.target, request, context.cancelToken()); !kept)
            return kept.error();
    }
    if (outcome.attached || (*climb)->wasSent) { // of a failed one the log stays with what Azure ML keeps of it
        if (const auto saved = m_notes.save(workspace(), outcome.target); !saved)
            return saved.error();
    }
    if (outcome.report.canceled && (*climb)->wasSent)
        return Error::canceled()
            .withCause(tr("Azure ML has taken %1 and may go on with it.").arg(request.name))
            .withFix(u"mooring --workspace %1 check %2"_s.arg(workspace().name, request.name));
    if (outcome.report.canceled)
        return Error::canceled();
    return outcome;
}

Rung MlTargets::attachRung(const std::shared_ptr<Climb> &climb) const
{
    if (!climb->attachment.isPublished) {
        return {u"attach"_s,
                tr("Attachment"),
                [](const Json &, JobContext &) {
                    return RungResult::of(
                        Verdict::Warned, {},
                        tr("Kept as Mooring's own record: no published version of Azure ML's API takes "
                           "this kind. Azure ML does not know of it."));
                },
                false,
                {}};
    }
    return {u"attach"_s,
            tr("Attachment"),
            [this, climb](const Json &, JobContext &context) { return put(climb, context); },
            false,
            {}};
}

RungResult MlTargets::put(const std::shared_ptr<Climb> &climb, JobContext &context) const
{
    const QString path = u"computes/"_s + pathSegment(climb->name);
    const QString what = tr("%1 could not be attached.").arg(climb->name);
    const QString asked = u"PUT %1/%2"_s.arg(workspace().id.text, path);
    // GET first: a PUT over something that is there would replace it.
    const auto before = m_client->arm().send(m_client->call("GET", path, what), context.cancelToken());
    if (!before)
        return failedRung(before.error(), asked);
    if (before->status != 404)
        return failedRung(before->isSuccess() ? Error::failed(u"target.nameTaken"_s,
                                                              tr("Meanwhile somebody else made a target of this name."))
                                              : errorOf(*before, what),
                          asked);
    const auto body = bodyFor(*climb, context.cancelToken());
    if (!body)
        return failedRung(body.error(), asked);
    const auto begun = m_client->arm().send(m_client->call("PUT", path, what, *body), context.cancelToken());
    if (!begun)
        return failedRung(begun.error(), asked);
    climb->wasSent = begun->isSuccess();
    const auto ended = followOperation(m_client->arm(), *begun, operation(climb->name, what), context);
    if (ended) {
        const auto compute = Compute::read(*ended);
        return RungResult::of(Verdict::Passed, asked,
                              tr("Azure ML says: %1.").arg(compute ? compute->provisioningState : u"Succeeded"_s));
    }
    auto failed = failedRung(ended.error(), asked);
    if (climb->wasSent && failed.failure != ErrorKind::RungFailed) { // it was lost sight of, which is no end of it
        failed.answered = tr("Azure ML has taken it. What became of it is not known: %1").arg(failed.answered);
        return std::move(failed).withFixCommand(
            u"mooring --workspace %1 check %2"_s.arg(workspace().name, climb->name));
    }
    if (climb->wasSent && !context.isCanceled())
        failed =
            std::move(failed).withFixCommand(u"mooring --workspace %1 detach %2"_s.arg(workspace().name, climb->name));
    return failed;
}

} // namespace mooring
