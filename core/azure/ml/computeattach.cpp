#include "core/azure/arm/longoperation.h"
#include "core/azure/http/errorchain.h"
#include "core/azure/ml/climb.h"
#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/jobs/provisioninglog.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlTargets", text); }

/// Microsoft Learn, "Naming rules and restrictions"; the reserved ones are those of azureml-core (core/compute).
Result<> checkName(const QString &name)
{
    static const QRegularExpression good(u"^[A-Za-z][A-Za-z0-9-]{0,14}[A-Za-z0-9]$"_s);
    static const QStringList reserved{u"amlcompute"_s, u"local"_s, u"containerinstance"_s};
    if (good.match(name).hasMatch() && !reserved.contains(name.toLower()))
        return {};
    return Error::usage(u"target.badName"_s, tr("“%1” cannot be the name of a target in Azure ML.").arg(name))
        .withFix(
            tr("2 to 16 letters, digits and hyphens, a letter first, and none of %1.").arg(reserved.join(u", "_s)));
}

Result<> checkForm(const FormValues &values)
{
    QStringList sentences;
    Json detail = Json::object();
    for (const auto &[field, sentence] : values.problems()) {
        sentences << sentence;
        detail[toStd(field)] = toStd(sentence);
    }
    if (sentences.isEmpty())
        return {};
    return Error::usage(u"field.invalid"_s, sentences.join(u' ')).withDetail({{"fields", std::move(detail)}});
}

/// What the person leaves out is passed over; the attachment itself is not.
Result<> leaveOut(std::vector<Rung> &rungs, const AttachRequest &request)
{
    QStringList known;
    for (const Rung &rung : rungs)
        known << rung.id;
    for (const QString &id : request.skipRungs) {
        if (!known.contains(id))
            return Error::usage(u"rung.unknown"_s, tr("There is no check named %1.").arg(id))
                .withFix(tr("The checks are: %1.").arg(known.join(u", "_s)));
    }
    const QStringList always{u"workspace"_s, u"attach"_s};
    for (Rung &rung : rungs) {
        if (always.contains(rung.id) || (request.check && !request.skipRungs.contains(rung.id)))
            continue;
        rung.needs.clear();
        rung.run = [](const Json &, JobContext &) {
            return RungResult::of(Verdict::Skipped, {}, tr("left out, as asked"));
        };
        for (Rung &other : rungs)
            other.needs.removeAll(rung.id);
    }
    return {};
}

} // namespace

Result<CheckOutcome> MlTargets::attach(const AttachRequest &request, JobContext &context, const OnRung &onRung)
{
    const auto kind = m_kinds.require(request.kind);
    if (!kind)
        return kind.error();
    const auto attachment = (*kind)->azure();
    if (!(*kind)->attachable() || !attachment)
        return Error::usage(u"target.notAttachable"_s,
                            tr("Targets of the kind “%1” are not attached: %2").arg(request.kind, (*kind)->summary()));
    if (const auto good = checkName(request.name); !good)
        return good.error();
    if (const auto good = checkForm(request.values); !good)
        return good.error();
    auto climb = std::make_shared<Climb>();
    climb->name = request.name;
    climb->attachment = *attachment;
    climb->values = request.values;
    const auto resource = attachment->resourceId(request.values, workspace().place());
    if (!resource)
        return resource.error();
    climb->resourceId = *resource;
    if (attachment->properties) { // a form that cannot be sent is found before anything is asked
        if (const auto properties = attachment->properties(request.values); !properties)
            return properties.error();
    }
    if (const auto id = ArmId::parse(*resource);
        attachment->sameSubscription && id &&
        id->subscription.compare(workspace().id.subscription, Qt::CaseInsensitive) != 0)
        return Error::usage(
            u"azure.otherSubscription"_s,
            tr("The resource has to be in the subscription of the workspace (%1).").arg(workspace().id.subscription));
    if (const auto fresh = refuseDuplicate(request.name, *resource, context.cancelToken()); !fresh)
        return fresh.error();

    std::vector<Rung> rungs = commonRungs(climb);
    if (!request.values.value(attachment->localField).isEmpty()) {
        std::vector<Rung> local;
        for (Rung &rung : (*kind)->ladder(request.values)) {
            if (attachment->localRungs.contains(rung.id))
                local.push_back(std::move(rung));
        }
        rungs.insert(rungs.begin() + 1, local.begin(), local.end());
    }
    Rung last = attachRung(climb);
    for (const Rung &rung : rungs) {
        if (!rung.dispensable)
            last.needs << rung.id;
    }
    rungs.push_back(std::move(last));
    if (const auto left = leaveOut(rungs, request); !left)
        return left.error();

    CheckOutcome outcome;
    ProvisioningLog log(context);
    log.setStep(u"attach"_s, tr("What goes to Azure"));
    for (const QString &sentence : attachment->sent)
        log.log(sentence);
    outcome.report = runLadder(request.name, rungs, {}, log, onRung);
    outcome.target = {request.name,   request.kind, climb->resourceId.toLower(), request.values.settings(), nowUtc(),
                      outcome.report, log.text()};
    outcome.target.settings["resourceId"] = toStd(climb->resourceId);
    outcome.attached = !outcome.report.failure() && !outcome.report.canceled;
    if (outcome.attached) {
        if (const auto kept = keepSecrets(outcome.target, request, context.cancelToken()); !kept)
            return kept.error();
    }
    if (outcome.attached || climb->wasSent) { // of a failed one the log stays with what Azure ML keeps of it
        if (const auto saved = m_notes.save(workspace(), outcome.target); !saved)
            return saved.error();
    }
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
    const auto location = m_client->location(context.cancelToken());
    if (!location)
        return failedRung(location.error(), asked);
    Json inner = {{"computeType", toStd(climb->attachment.types.front())}, {"resourceId", toStd(climb->resourceId)}};
    if (climb->attachment.properties) {
        const auto properties = climb->attachment.properties(climb->values);
        if (!properties)
            return failedRung(properties.error(), asked);
        inner["properties"] = *properties;
    }
    const Json body = {{"location", toStd(*location)}, {"properties", std::move(inner)}};
    const auto begun = m_client->arm().send(m_client->call("PUT", path, what, body), context.cancelToken());
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
    if (climb->wasSent && !context.isCanceled())
        failed = std::move(failed).withFixCommand(u"mooring detach %1"_s.arg(climb->name));
    return failed;
}

} // namespace mooring
