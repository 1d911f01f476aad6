#include "core/azure/http/redaction.h"
#include "core/azure/ml/climb.h"
#include "core/base/text.h"
#include "core/jobs/provisioninglog.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

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

const QString kDots = u"•••"_s;

/// Where a value came from in the form: the field that has that text, else the one of that name, left empty.
QString labelOf(const FormValues &values, const std::string &key, const QString &text)
{
    for (const Field &field : values.fields()) {
        if (field.isSecret() ? values.secret(field.id) == text.toUtf8() && !text.isEmpty()
                             : values.value(field.id) == text && !text.isEmpty())
            return field.label;
    }
    const auto same = std::find_if(values.fields().begin(), values.fields().end(),
                                   [&key](const Field &field) { return field.id == fromStd(key); });
    return same == values.fields().end() ? fromStd(key) : same->label;
}

/// Takes the secrets out of the body and lists what is in it, outer values first.
void readOut(Json &part, const FormValues &form, std::vector<MlSending::Value> &values)
{
    for (auto &[key, value] : part.items()) {
        if (value.is_object()) {
            readOut(value, form, values);
            continue;
        }
        const QString text = value.is_string() ? fromStd(value.get<std::string>()) : fromStd(value.dump());
        bool isSecret = isSecretKey(key);
        for (const auto &[id, secret] : form.secrets())
            isSecret = isSecret || secret == text.toUtf8();
        values.push_back({labelOf(form, key, text), isSecret ? kDots : text, isSecret});
        if (isSecret)
            value = toStd(kDots);
    }
}

std::vector<Rung> withoutFunctions(std::vector<Rung> rungs)
{
    for (Rung &rung : rungs)
        rung.run = {};
    return rungs;
}

} // namespace

Result<std::shared_ptr<MlTargets::Climb>> MlTargets::plan(const AttachRequest &request) const
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
    climb->kind = *kind;
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
    return climb;
}

std::vector<Rung> MlTargets::rungsBefore(const std::shared_ptr<Climb> &climb) const
{
    std::vector<Rung> rungs = commonRungs(climb);
    if (climb->values.value(climb->attachment.localField).isEmpty())
        return rungs;
    std::vector<Rung> local;
    for (Rung &rung : climb->kind->ladder(climb->values)) {
        if (climb->attachment.localRungs.contains(rung.id))
            local.push_back(std::move(rung));
    }
    rungs.insert(rungs.begin() + 1, local.begin(), local.end());
    return rungs;
}

Rung MlTargets::lastRung(const std::shared_ptr<Climb> &climb, const std::vector<Rung> &before) const
{
    Rung last = attachRung(climb);
    for (const Rung &rung : before) {
        if (!rung.dispensable)
            last.needs << rung.id;
    }
    return last;
}

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

Result<std::vector<Rung>> MlTargets::attachLadder(const AttachRequest &request) const
{
    const auto climb = plan(request);
    if (!climb)
        return climb.error();
    std::vector<Rung> rungs = rungsBefore(*climb);
    rungs.push_back(lastRung(*climb, rungs));
    return withoutFunctions(std::move(rungs));
}

std::vector<Rung> MlTargets::checkLadder(const MlTarget &target) const
{
    auto climb = std::make_shared<Climb>();
    climb->name = target.record.name;
    climb->resourceId = stringAt(target.record.settings, "resourceId");
    bool hasSecrets = false;
    for (const auto &[field, value] : target.record.settings.items())
        hasSecrets = hasSecrets || (value.is_object() && value.contains("stored"));
    return withoutFunctions(checkRungs(climb, target, hasSecrets));
}

Result<CheckOutcome> MlTargets::rehearse(const AttachRequest &request, JobContext &context, const OnRung &onRung)
{
    const auto climb = plan(request);
    if (!climb)
        return climb.error();
    if (const auto fresh = refuseDuplicate(request.name, (*climb)->resourceId, context.cancelToken()); !fresh)
        return fresh.error();
    std::vector<Rung> rungs = rungsBefore(*climb);
    if (const auto left = leaveOut(rungs, request); !left)
        return left.error();
    CheckOutcome outcome;
    ProvisioningLog log(context);
    outcome.report = runLadder(request.name, rungs, {}, log, onRung);
    outcome.attached = false;
    outcome.target.name = request.name;
    outcome.target.kind = request.kind;
    outcome.target.identity = (*climb)->resourceId.toLower();
    outcome.target.lastCheck = outcome.report;
    outcome.target.log = log.text();
    if (outcome.report.canceled)
        return Error::canceled();
    return outcome;
}

Result<Json> MlTargets::bodyFor(const Climb &climb, const CancelToken &cancel) const
{
    const auto location = m_client->location(cancel);
    if (!location)
        return location.error();
    Json inner = {{"computeType", toStd(climb.attachment.types.front())}, {"resourceId", toStd(climb.resourceId)}};
    if (climb.attachment.properties) {
        const auto properties = climb.attachment.properties(climb.values);
        if (!properties)
            return properties.error();
        inner["properties"] = *properties;
    }
    return Result<Json>(Json{{"location", toStd(*location)}, {"properties", std::move(inner)}});
}

Result<MlSending> MlTargets::sending(const AttachRequest &request, const CancelToken &cancel) const
{
    const auto climb = plan(request);
    if (!climb)
        return climb.error();
    auto body = bodyFor(**climb, cancel);
    if (!body)
        return body.error();
    MlSending sending;
    sending.isSent = (*climb)->attachment.isPublished;
    sending.location = stringAt(*body, "location");
    sending.resourceId = (*climb)->resourceId;
    sending.sent = (*climb)->attachment.sent;
    sending.left = (*climb)->attachment.left;
    if (!sending.isSent)
        return sending;
    const ArmCall call = m_client->call("PUT", u"computes/"_s + pathSegment(request.name), {});
    sending.request = u"PUT %1?api-version=%2"_s.arg(call.path, call.apiVersion);
    sending.body = std::move(*body);
    if (Json &outer = sending.body["properties"]; outer.contains("properties"))
        readOut(outer["properties"], request.values, sending.values);
    return sending;
}

} // namespace mooring
