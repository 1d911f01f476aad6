#include "core/azure/http/errorchain.h"
#include "core/azure/http/jsonreply.h"
#include "core/azure/ml/climb.h"
#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/jobs/provisioninglog.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlTargets", text); }

RungResult judge(const Compute &compute, const QString &asked)
{
    const QString state = compute.targetState();
    const QString answer = tr("%1, %2").arg(compute.type, compute.shownState());
    if (compute.trouble)
        return failedRung(*compute.trouble, asked);
    if (state == u"failed")
        return RungResult::of(Verdict::Failed, asked, answer);
    return RungResult::of(state == u"ready" ? Verdict::Passed : Verdict::Warned, asked, answer);
}

} // namespace

RungResult failedRung(const Error &error, const QString &asked)
{
    QStringList parts{error.cause, error.message};
    parts.removeAll(QString());
    auto result = RungResult::of(Verdict::Failed, asked, parts.join(u" – "_s)).withFix(error.fix);
    if (error.kind == ErrorKind::NotReachable || error.kind == ErrorKind::SignIn)
        result.failure = error.kind;
    return result;
}

std::vector<Rung> MlTargets::commonRungs(const std::shared_ptr<Climb> &climb) const
{
    std::vector<Rung> rungs{workspaceRung(climb)};
    if (!climb->attachment.apiVersion.isEmpty())
        rungs.push_back(resourceRung(climb));
    if (climb->attachment.prove)
        rungs.push_back(serviceRung(climb));
    return rungs;
}

Rung MlTargets::workspaceRung(const std::shared_ptr<Climb> &) const
{
    return {u"workspace"_s,
            tr("Workspace"),
            [this](const Json &, JobContext &context) {
                const QString asked = u"GET "_s + workspace().id.text;
                const auto document = m_client->document(context.cancelToken());
                if (!document)
                    return failedRung(document.error(), asked);
                return RungResult::of(Verdict::Passed, asked,
                                      tr("%1 in %2").arg(stringAt(*document, "name"), stringAt(*document, "location")));
            },
            false,
            {}};
}

/// Whoever may attach need not be allowed to read the resource: that is a warning. One that is not there is a failure.
Rung MlTargets::resourceRung(const std::shared_ptr<Climb> &climb) const
{
    const auto look = [this, climb](const Json &, JobContext &context) {
        const QString asked = u"GET "_s + climb->resourceId;
        const auto id = ArmId::parse(climb->resourceId);
        const bool isFirst =
            id && id->provider.compare(climb->attachment.resources.front().first, Qt::CaseInsensitive) == 0;
        if (!isFirst)
            return RungResult::of(Verdict::Skipped, asked, tr("not looked at"));
        const auto call = m_client->resourceCall(climb->resourceId, climb->attachment.apiVersion,
                                                 tr("The resource could not be read."));
        const auto document = m_client->arm().json(call, context.cancelToken());
        if (!document) {
            auto failed = failedRung(document.error(), asked);
            if (document.error().code == u"azure.forbidden")
                failed.verdict = Verdict::Warned;
            return failed;
        }
        climb->resource = *document;
        RungResult result = climb->attachment.look ? climb->attachment.look(*document)
                                                   : RungResult::of(Verdict::Passed, {}, tr("It is there."));
        result.asked = asked;
        return result;
    };
    return {u"resource"_s, tr("Resource"), look, false, {u"workspace"_s}};
}

Rung MlTargets::serviceRung(const std::shared_ptr<Climb> &climb) const
{
    return {u"service"_s,
            tr("Its own service"),
            [this, climb](const Json &, JobContext &context) {
                return climb->attachment.prove(climb->values, climb->resource, asker(climb->attachment),
                                               context.cancelToken());
            },
            false,
            {u"resource"_s}};
}

/// The token of Azure never goes there; the service's own one only to hosts of that service.
AskService MlTargets::asker(const AzureAttachment &attachment) const
{
    return [client = m_client, hosts = attachment.serviceHosts](const QUrl &url, const QByteArray &token,
                                                                const CancelToken &cancel) -> Result<Json> {
        const Cloud &cloud = client->arm().cloud();
        bool isKnown = !cloud.builtin && (url.scheme() == u"https" || cloud.mayHoldFiles(url));
        for (const QString &host : hosts)
            isKnown = isKnown || (url.scheme() == u"https" && url.host().endsWith(u'.' + host));
        if (!isKnown || url.host().isEmpty() || !url.userInfo().isEmpty())
            return Error::failed(u"azure.otherHost"_s,
                                 tr("%1 is no host of this service: Mooring does not send the token "
                                    "there.")
                                     .arg(url.host().left(200)));
        WebRequest request;
        request.url = url;
        request.headers = {{"Accept", "application/json"}};
        request.bearer = token;
        const auto reply = client->arm().web().send(request, cancel);
        if (!reply)
            return reply.error();
        return reply->isSuccess() ? jsonOf(*reply)
                                  : Result<Json>(errorOf(*reply, tr("%1 did not take the token.").arg(url.host())));
    };
}

Rung MlTargets::computeRung(const QString &name) const
{
    const auto look = [this, name](const Json &, JobContext &context) {
        const QString path = u"computes/"_s + pathSegment(name);
        const QString asked = u"GET %1/%2"_s.arg(workspace().id.text, path);
        const auto document = m_client->arm().json(
            m_client->call("GET", path, tr("The target %1 could not be read.").arg(name)), context.cancelToken());
        if (!document)
            return failedRung(document.error(), asked);
        const auto compute = Compute::read(*document);
        return compute ? judge(*compute, asked)
                       : RungResult::of(Verdict::Failed, asked, tr("The answer is no compute."));
    };
    return {u"attach"_s, tr("Attachment"), look, false, {u"workspace"_s}};
}

/// The climb knows the name and the resource, and for rungs that are run the values too.
std::vector<Rung> MlTargets::checkRungs(const std::shared_ptr<Climb> &climb, const MlTarget &target,
                                        bool hasSecrets) const
{
    const auto azure = target.kind ? target.kind->azure() : std::nullopt;
    if (azure && !climb->resourceId.isEmpty()) {
        climb->attachment = *azure;
        if (!hasSecrets)
            climb->attachment.prove = {}; // nothing to prove with: the token is only in Azure ML
    } else {
        climb->attachment.apiVersion.clear();
    }
    std::vector<Rung> rungs = commonRungs(climb);
    rungs.push_back(target.compute ? computeRung(climb->name) : attachRung(climb));
    return rungs;
}

Result<CheckOutcome> MlTargets::check(const QString &name, const QStringList &only, const Secrets &secrets,
                                      JobContext &context, const OnRung &onRung)
{
    const auto target = find(name, context.cancelToken());
    if (!target)
        return target.error();
    auto climb = std::make_shared<Climb>();
    climb->name = target->record.name;
    climb->resourceId = stringAt(target->record.settings, "resourceId");
    const auto azure = target->kind ? target->kind->azure() : std::nullopt;
    if (azure && !climb->resourceId.isEmpty()) {
        auto values = valuesOf(*target, *azure, secrets, context.cancelToken());
        if (!values)
            return values.error();
        climb->values = std::move(*values);
    }
    const std::vector<Rung> rungs = checkRungs(climb, *target, !climb->values.secrets().empty());
    QStringList known;
    for (const Rung &rung : rungs)
        known << rung.id;
    for (const QString &id : only) {
        if (!known.contains(id))
            return Error::usage(u"rung.unknown"_s, tr("There is no check named %1.").arg(id))
                .withFix(tr("The checks are: %1.").arg(known.join(u", "_s)));
    }
    ProvisioningLog log(context);
    const LadderReport *earlier = !only.isEmpty() && target->record.lastCheck ? &*target->record.lastCheck : nullptr;
    CheckOutcome outcome;
    outcome.report = runLadder(climb->name, rungs, only, log, onRung, earlier);
    if (outcome.report.canceled)
        return Error::canceled();
    outcome.target = target->record;
    outcome.target.log = appendToLog(target->record.log, log.text());
    outcome.target.lastCheck = earlier ? mergeReports(*earlier, outcome.report, rungs) : outcome.report;
    if (const auto saved = m_notes.save(workspace(), outcome.target); !saved)
        return saved.error();
    return outcome;
}

} // namespace mooring
