#include "core/azure/ml/mltargets.h"

#include "core/azure/arm/longoperation.h"
#include "core/azure/http/errorchain.h"
#include "core/azure/http/jsonreply.h"
#include "core/base/clock.h"
#include "core/base/text.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlTargets", text); }

bool isSame(const QString &one, const QString &other) { return one.compare(other, Qt::CaseInsensitive) == 0; }

} // namespace

Result<std::vector<Compute>> MlTargets::computes(const CancelToken &cancel)
{
    const auto list = m_client->arm().list(
        m_client->call("GET", u"computes"_s, tr("The targets of %1 could not be listed.").arg(workspace().name)),
        cancel);
    if (!list)
        return list.error();
    std::vector<Compute> all;
    for (const Json &entry : *list) {
        if (auto compute = Compute::read(entry))
            all.push_back(std::move(*compute));
    }
    return all;
}

Result<std::optional<Compute>> MlTargets::findCompute(const QString &name, const CancelToken &cancel)
{
    const auto call =
        m_client->call("GET", u"computes/"_s + pathSegment(name), tr("The target %1 could not be read.").arg(name));
    const auto document = m_client->arm().jsonIfThere(call, cancel);
    if (!document)
        return document.error();
    if (!*document)
        return std::optional<Compute>();
    auto compute = Compute::read(**document);
    if (!compute)
        return Error::failed(u"azure.badAnswer"_s, call.what).withCause(tr("The answer is no compute."));
    return compute;
}

LongOperation MlTargets::operation(const QString &name, const QString &what) const
{
    LongOperation operation;
    operation.what = what;
    operation.resource = m_client->call("GET", u"computes/"_s + pathSegment(name), what);
    operation.pause = m_pause;
    return operation;
}

Result<std::vector<MlTarget>> MlTargets::targets(const CancelToken &cancel)
{
    const auto list = computes(cancel);
    if (!list)
        return list.error();
    Json documents = Json::array();
    for (const Compute &compute : *list)
        documents.push_back(compute.document);
    (void)m_notes.seen().keep(workspace(), documents); // only for a day without a network
    noteUsage(*list);
    return withNotes(*list);
}

/// A profile that cannot be written to lacks the look: the meter says that nobody looked.
void MlTargets::noteUsage(const std::vector<Compute> &computes)
{
    const QDateTime now = nowUtc();
    for (const Compute &compute : computes) {
        if (const auto nodes = nodesUp(compute))
            (void)m_usage.look(workspace(), compute.name, now, *nodes);
    }
}

Result<std::optional<MlTargets::LastKnown>> MlTargets::lastKnown()
{
    const auto seen = m_notes.seen().last(workspace());
    if (!seen)
        return seen.error();
    if (!*seen)
        return std::optional<LastKnown>();
    std::vector<Compute> list;
    for (const Json &document : (*seen)->documents) {
        if (auto compute = Compute::read(document))
            list.push_back(std::move(*compute));
    }
    auto targets = withNotes(list);
    if (!targets)
        return targets.error();
    return std::optional<LastKnown>(LastKnown{(*seen)->at, std::move(*targets)});
}

Result<std::vector<MlTarget>> MlTargets::withNotes(const std::vector<Compute> &computes)
{
    auto notes = m_notes.all(workspace());
    if (!notes)
        return notes.error();
    std::vector<MlTarget> all;
    for (const Compute &compute : computes) {
        const auto note = notes->find(compute.name);
        all.push_back(MlTarget::of(compute, m_kinds, note == notes->end() ? nullptr : &note->second));
        notes->erase(compute.name);
    }
    for (const auto &[name, note] : *notes) {
        const TargetKind *kind = m_kinds.find(note.kind);
        const auto azure = kind ? kind->azure() : std::nullopt;
        if (azure && !azure->isPublished)
            all.push_back({note, {}, kind});
    }
    return all;
}

Result<MlTarget> MlTargets::find(const QString &name, const CancelToken &cancel)
{
    const auto all = targets(cancel);
    if (!all)
        return all.error();
    QStringList names;
    for (const MlTarget &target : *all) {
        if (isSame(target.record.name, name))
            return target;
        names << target.record.name;
    }
    const QString nearest = nearestWord(name, names);
    return Error::usage(u"target.unknown"_s, tr("There is no target named %1 in %2.").arg(name, workspace().name))
        .withFix(nearest.isEmpty() ? u"mooring targets"_s : tr("Did you mean %1?").arg(nearest));
}

Result<> MlTargets::refuseDuplicate(const QString &name, const QString &resourceId, const CancelToken &cancel)
{
    const auto all = targets(cancel);
    if (!all)
        return all.error();
    for (const MlTarget &target : *all) {
        if (!resourceId.isEmpty() && target.record.identity == resourceId.toLower())
            return Error::of(ErrorKind::AlreadyAttached, u"target.alreadyAttached"_s,
                             tr("This is already attached as %1: a second attachment would break that one.")
                                 .arg(target.record.name))
                .withFix(tr("Use %1, or detach it first.").arg(target.record.name))
                .withDetail({{"target", toStd(target.record.name)},
                             {"identity", toStd(target.record.identity)},
                             {"resourceId", toStd(resourceId)}});
    }
    for (const MlTarget &target : *all) {
        if (isSame(target.record.name, name))
            return Error::usage(u"target.nameTaken"_s,
                                tr("There is already a target named %1.").arg(target.record.name))
                .withFix(tr("Choose another name, or detach that target first."));
    }
    return {};
}

Result<DetachReport> MlTargets::detach(const QString &name, JobContext &context)
{
    const auto target = find(name, context.cancelToken());
    if (!target)
        return target.error();
    const QString &stored = target->record.name;
    if (target->compute && target->compute->isManaged())
        return Error::usage(u"target.notAttached"_s, tr("%1 was made by the workspace, not attached.").arg(stored))
            .withFix(u"mooring compute delete %1"_s.arg(stored));
    if (target->compute) {
        LongOperation leaving = operation(stored, tr("%1 could not be detached.").arg(stored));
        leaving.isDelete = true;
        ArmCall call = m_client->call(
            "DELETE", u"computes/%1?underlyingResourceAction=Detach"_s.arg(pathSegment(stored)), leaving.what);
        const auto begun = m_client->arm().send(call, context.cancelToken());
        if (!begun)
            return begun.error();
        if (const auto ended = followOperation(m_client->arm(), *begun, leaving, context); !ended)
            return ended.error();
        const auto left = findCompute(stored, context.cancelToken());
        if (!left)
            return left.error();
        if (*left)
            return Error::failed(u"target.stillThere"_s, leaving.what)
                .withCause(tr("Azure ML says that it is done and still lists it, in the state %1.")
                               .arg((*left)->shownState()));
    }
    if (const auto gone = forget(target->record, context.cancelToken()); !gone)
        return gone.error();
    DetachReport report;
    report.target = stored;
    if (target->compute) { // the GET above, after the operation had ended
        RungResult gone = RungResult::of(Verdict::Passed, u"GET %1/computes/%2"_s.arg(workspace().id.text, stored),
                                         tr("Azure ML does not list it any more."));
        gone.id = u"gone"_s;
        gone.title = tr("Attachment");
        report.proof.push_back(std::move(gone));
    }
    const QString resource =
        target->compute ? target->compute->resourceId : stringAt(target->record.settings, "resourceId");
    report.left << (resource.isEmpty() ? tr("The resource itself, with all that is on it.")
                                       : tr("The resource itself, with all that is on it: %1").arg(resource));
    if (const auto azure = target->kind ? target->kind->azure() : std::nullopt)
        report.left += azure->left;
    return report;
}

Result<> MlTargets::forget(const TargetRecord &note, const CancelToken &cancel)
{
    for (const auto &[field, value] : note.settings.items()) {
        if (!value.is_object() || !value.contains("stored"))
            continue;
        const auto removed = m_credentials.remove(secretKey(note.name, fromStd(field)), cancel);
        if (!removed && boolAt(value, "stored"))
            return removed;
    }
    return m_notes.remove(workspace(), note.name);
}

QString MlTargets::secretKey(const QString &target, const QString &field) const
{
    return u"azure-target/%1/%2/%3"_s.arg(workspace().name, target, field);
}

Result<> MlTargets::keepSecrets(TargetRecord &note, const AttachRequest &request, const CancelToken &cancel)
{
    for (const auto &[id, secret] : request.values.secrets()) {
        const QString key = secretKey(note.name, id);
        bool isStored = false;
        if (request.sessionSecrets.contains(id)) {
            if (const auto held = m_credentials.hold(key, secret); !held)
                return held;
        } else {
            const auto kept = m_credentials.write(key, secret, cancel);
            if (!kept)
                return kept.error();
            isStored = *kept == CredentialStore::Kept::Keychain;
        }
        note.settings[toStd(id)] = Json{{"stored", isStored}};
    }
    return {};
}

Result<FormValues> MlTargets::valuesOf(const MlTarget &target, const AzureAttachment &attachment,
                                       const Secrets &secrets, const CancelToken &cancel)
{
    FormValues values(attachment.fields);
    for (const auto &[key, value] : target.record.settings.items()) {
        const Field *field = nullptr;
        for (const Field &candidate : values.fields()) {
            if (candidate.id == fromStd(key))
                field = &candidate;
        }
        if (!field)
            continue; // of a newer version, or only what Azure said
        if (!field->isSecret() && value.is_string())
            (void)values.set(field->id, fromStd(value.get<std::string>()));
        if (!field->isSecret() || secrets.contains(field->id))
            continue;
        if (const auto secret = m_credentials.read(secretKey(target.record.name, field->id), cancel))
            (void)values.setSecret(field->id, *secret);
    }
    for (const auto &[id, secret] : secrets) {
        if (const auto set = values.setSecret(id, secret); !set)
            return set.error();
    }
    return values;
}

} // namespace mooring
