#include "core/targets/targetservice.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/jobs/provisioninglog.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Targets", text); }

Result<> checkForm(const AttachRequest &request)
{
    if (!isPlainName(request.name)) {
        return Error::usage(u"target.badName"_s, tr("\"%1\" cannot be the name of a target.").arg(request.name))
            .withFix(
                tr("A name has letters, digits, dots, hyphens and underscores, and starts with a letter or digit."));
    }
    const auto problems = request.values.problems();
    if (problems.empty())
        return {};
    QStringList sentences;
    Json detail = Json::object();
    for (const auto &[field, sentence] : problems) {
        sentences << sentence;
        detail[toStd(field)] = toStd(sentence);
    }
    return Error::usage(u"field.invalid"_s, sentences.join(u' ')).withDetail({{"fields", std::move(detail)}});
}

std::vector<Rung> withoutSkipped(std::vector<Rung> rungs, const QStringList &skip)
{
    for (Rung &rung : rungs) {
        if (skip.contains(rung.id))
            rung.run = [](const Json &, JobContext &) {
                return RungResult::of(Verdict::Skipped, {}, tr("left out, as asked"));
            };
    }
    return rungs;
}

/// The rung that is to run again, and those that were left out because of it; empty: all.
QStringList again(const std::vector<Rung> &rungs, const AttachRequest &request)
{
    if (request.rungAgain.isEmpty())
        return {};
    QStringList ids{request.rungAgain};
    for (const Rung &rung : rungs) {
        const RungResult *earlier = request.earlier.find(rung.id);
        const bool wasLeftOut = !earlier || earlier->verdict == Verdict::Skipped ||
                                earlier->verdict == Verdict::Waiting || earlier->verdict == Verdict::Running;
        const bool hangsOn =
            std::any_of(rung.needs.begin(), rung.needs.end(), [&](const QString &need) { return ids.contains(need); });
        if (rung.id != request.rungAgain && wasLeftOut && (hangsOn || !earlier))
            ids << rung.id;
    }
    return ids;
}

Result<> requireRungs(const std::vector<Rung> &rungs, const QStringList &ids)
{
    QStringList known;
    for (const Rung &rung : rungs)
        known << rung.id;
    for (const QString &id : ids) {
        if (known.contains(id))
            continue;
        const QString nearest = nearestWord(id, known);
        return Error::usage(u"rung.unknown"_s, tr("There is no check named %1.").arg(id))
            .withFix(nearest.isEmpty() ? tr("The checks are: %1.").arg(known.join(u", "_s))
                                       : tr("Did you mean %1?").arg(nearest));
    }
    return {};
}

/// A ladder that failed did not come to the rest: what was known stays known, for the runs that go on there.
Json withKnown(Json known, const Json &fresh)
{
    known.update(fresh);
    return known;
}

} // namespace

Json CheckOutcome::toJson() const { return report.toJson(); }

QString TargetService::secretKey(const QString &target, const QString &field)
{
    return u"target/%1/%2"_s.arg(target, field);
}

TargetService::TargetService(const KindRegistry &kinds, TargetBook &book, CredentialStore &credentials, RunBook *runs)
    : m_kinds(kinds), m_book(book), m_credentials(credentials), m_runs(runs)
{
}

Result<> TargetService::ensureBuiltinTargets()
{
    for (const auto &kind : m_kinds.all()) {
        const auto builtin = kind->builtinTarget();
        if (!builtin || m_book.findTarget(builtin->name))
            continue;
        if (const auto saved = m_book.saveTarget(*builtin); !saved)
            return saved;
    }
    return {};
}

Result<std::vector<TargetRecord>> TargetService::targets()
{
    auto kept = m_book.targets();
    if (!kept)
        return kept;
    std::vector<TargetRecord> all;
    for (const auto &kind : m_kinds.all()) {
        const auto builtin = kind->builtinTarget();
        if (!builtin)
            continue;
        const auto found =
            std::find_if(kept->begin(), kept->end(), [&](const TargetRecord &t) { return t.name == builtin->name; });
        all.push_back(found == kept->end() ? *builtin : *found);
        if (found != kept->end())
            kept->erase(found);
    }
    all.insert(all.end(), kept->begin(), kept->end());
    return all;
}

Result<TargetRecord> TargetService::find(const QString &name)
{
    auto found = m_book.findTarget(name);
    if (found)
        return found;
    for (const auto &kind : m_kinds.all()) {
        if (const auto builtin = kind->builtinTarget(); builtin && builtin->name == name)
            return *builtin;
    }
    return found;
}

Result<CheckOutcome> TargetService::attach(const AttachRequest &request, JobContext &context, const OnRung &onRung)
{
    const auto kind = m_kinds.require(request.kind);
    if (!kind)
        return kind.error();
    if (!(*kind)->attachable())
        return Error::usage(u"kind.notAttachable"_s,
                            tr("A target of the kind %1 is not made by attaching.").arg(request.kind));
    if ((*kind)->needsAzureMl())
        return Error::usage(u"kind.needsAzureMl"_s,
                            tr("A target of the kind %1 is attached in a workspace of Azure ML, not in this one.")
                                .arg(request.kind))
            .withFix(u"mooring workspace add azureml NAME --config config.json"_s);
    if (const auto good = checkForm(request); !good)
        return good.error();
    if (find(request.name)) {
        return Error::usage(u"target.nameTaken"_s, tr("There is already a target named %1.").arg(request.name))
            .withFix(tr("Choose another name, or detach that target first."));
    }
    if (const auto fresh = refuseDuplicate((*kind)->identity(request.values, Json::object())); !fresh)
        return fresh.error();

    CheckOutcome outcome;
    outcome.target = {request.name, request.kind, {}, request.values.settings(), nowUtc(), {}, {}};
    if (request.check) {
        if (const auto climbed = climb(outcome, request, **kind, context, onRung); !climbed)
            return climbed.error();
    }
    const Json facts = outcome.target.lastCheck ? outcome.target.lastCheck->facts : Json::object();
    outcome.target.identity = (*kind)->identity(request.values, facts);
    if (!outcome.attached)
        return outcome;
    if (const auto kept = keep(outcome.target, request, context.cancelToken()); !kept)
        return kept.error();
    return outcome;
}

Result<> TargetService::climb(CheckOutcome &outcome, const AttachRequest &request, const TargetKind &kind,
                              JobContext &context, const OnRung &onRung)
{
    std::vector<Rung> rungs = kind.ladder(request.values);
    const QStringList only = again(rungs, request);
    if (const auto known = requireRungs(rungs, request.skipRungs + only); !known)
        return known;
    Result<> guard;
    for (Rung &rung : rungs) { // looked at before each rung: the identity shows itself in the middle of a ladder
        rung.run = [this, &guard, &request, &kind, run = rung.run](const Json &facts, JobContext &inner) {
            if (guard)
                guard = refuseDuplicate(kind.identity(request.values, facts));
            return guard ? run(facts, inner) : RungResult::of(Verdict::Skipped, {}, tr("already attached"));
        };
    }
    ProvisioningLog log(context);
    const LadderReport *earlier = only.isEmpty() ? nullptr : &request.earlier;
    rungs = withoutSkipped(std::move(rungs), request.skipRungs);
    outcome.report = runLadder(request.name, rungs, only, log, onRung, earlier);
    outcome.target.log = log.text();
    outcome.target.lastCheck = earlier ? mergeReports(*earlier, outcome.report, rungs) : outcome.report;
    if (!guard)
        return guard;
    if (outcome.report.canceled)
        return Error::canceled();
    outcome.attached = !outcome.target.lastCheck->failure();
    return {};
}

Result<CheckOutcome> TargetService::check(const QString &name, const QStringList &only, const Secrets &secrets,
                                          JobContext &context, const OnRung &onRung)
{
    auto target = find(name);
    if (!target)
        return target.error();
    const auto kind = m_kinds.require(target->kind);
    if (!kind)
        return kind.error();
    Secrets given = secrets;
    given.merge(sessionSecrets(name)); // what is typed in for this one call comes first
    const auto values = valuesOf(*target, **kind, given, context.cancelToken());
    if (!values)
        return values.error();
    const std::vector<Rung> rungs = (*kind)->ladder(*values);
    if (const auto known = requireRungs(rungs, only); !known)
        return known.error();

    ProvisioningLog log(context);
    const LadderReport *earlier = !only.isEmpty() && target->lastCheck ? &*target->lastCheck : nullptr;
    CheckOutcome outcome;
    outcome.report = runLadder(name, rungs, only, log, onRung, earlier);
    if (outcome.report.canceled)
        return Error::canceled();
    target->log = earlier ? appendToLog(target->log, log.text()) : appendToLog({}, log.text());
    LadderReport kept = earlier ? mergeReports(*earlier, outcome.report, rungs) : outcome.report;
    if (!earlier && target->lastCheck && outcome.report.failure())
        kept.facts = withKnown(target->lastCheck->facts, outcome.report.facts);
    target->lastCheck = kept;
    if (target->identity.isEmpty())
        target->identity = (*kind)->identity(*values, outcome.report.facts);
    outcome.target = *target;
    if (const auto saved = m_book.saveTarget(*target); !saved)
        return saved.error();
    forgetHost(name);
    return outcome;
}

Result<std::vector<Rung>> TargetService::ladderOf(const QString &name)
{
    const auto target = find(name);
    if (!target)
        return target.error();
    const auto kind = m_kinds.require(target->kind);
    if (!kind)
        return kind.error();
    FormValues values((*kind)->fields());
    if (const auto loaded = values.load(target->settings); !loaded)
        return loaded.error();
    return (*kind)->ladder(values);
}

/// One target's host. Whoever makes it holds the mutex meanwhile: the others wait for that one and not for those of
/// other targets.
struct TargetService::KeptHost
{
    std::mutex mutex;
    QByteArray madeFrom; ///< what of the record decided about it
    std::shared_ptr<RunHost> host;
};

std::shared_ptr<TargetService::KeptHost> TargetService::keptHost(const QString &name)
{
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<KeptHost> &kept = m_hosts[name];
    if (!kept)
        kept = std::make_shared<KeptHost>();
    return kept;
}

void TargetService::forgetHost(const QString &name)
{
    const std::lock_guard lock(m_mutex);
    m_hosts.erase(name);
}

TargetService::Secrets TargetService::sessionSecrets(const QString &name)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_sessionSecrets.find(name);
    return found == m_sessionSecrets.end() ? Secrets() : found->second;
}

Result<> TargetService::useSecrets(const QString &name, const Secrets &secrets)
{
    const auto target = find(name);
    if (!target)
        return target.error();
    const auto kind = m_kinds.require(target->kind);
    if (!kind)
        return kind.error();
    FormValues values((*kind)->fields());
    for (const auto &[id, secret] : secrets) {
        if (const auto set = values.setSecret(id, secret); !set)
            return set;
    }
    const std::lock_guard lock(m_mutex);
    for (const auto &[id, secret] : secrets)
        m_sessionSecrets[name][id] = secret;
    m_hosts.erase(name);
    return {};
}

Result<std::shared_ptr<RunHost>> TargetService::makeHost(const TargetRecord &target)
{
    const auto kind = m_kinds.require(target.kind);
    if (!kind)
        return kind.error();
    const auto values = valuesOf(target, **kind, sessionSecrets(target.name), {});
    if (!values)
        return values.error();
    return (*kind)->makeRunHost(*values, target.lastCheck ? target.lastCheck->facts : Json::object());
}

Result<std::shared_ptr<RunHost>> TargetService::hostOf(const QString &name)
{
    const auto target = find(name);
    if (!target)
        return target.error();
    // Another process may have changed the record, so it is looked at each time; the keychain only for a new host.
    const QByteArray madeFrom = toBytes({{"kind", toStd(target->kind)},
                                         {"settings", target->settings},
                                         {"attachedAt", timeOrNull(target->attachedAt)},
                                         {"check", target->lastCheck ? toStd(toIso(target->lastCheck->at)) : ""}});
    const std::shared_ptr<KeptHost> kept = keptHost(name);
    const std::lock_guard lock(kept->mutex);
    if (kept->host && kept->madeFrom == madeFrom)
        return kept->host;
    kept->host.reset();
    const auto host = makeHost(*target);
    if (host) {
        kept->host = *host;
        kept->madeFrom = madeFrom;
    }
    return host;
}

RunService::HostOf TargetService::hostFunction()
{
    return [this](const QString &name) { return hostOf(name); };
}

Result<> TargetService::refuseDuplicate(const QString &identity)
{
    if (identity.isEmpty())
        return {};
    const auto all = targets();
    if (!all)
        return all.error();
    for (const TargetRecord &target : *all) {
        if (target.identity != identity)
            continue;
        return Error::of(ErrorKind::AlreadyAttached, u"target.alreadyAttached"_s,
                         tr("This is already attached as %1.").arg(target.name))
            .withFix(tr("Use %1, or detach it first.").arg(target.name))
            .withDetail({{"target", toStd(target.name)}, {"identity", toStd(identity)}});
    }
    return {};
}

Result<FormValues> TargetService::valuesOf(const TargetRecord &target, const TargetKind &kind, const Secrets &secrets,
                                           const CancelToken &cancel)
{
    FormValues values(kind.fields());
    if (const auto loaded = values.load(target.settings); !loaded)
        return loaded.error();
    for (const auto &[id, secret] : secrets) {
        if (const auto set = values.setSecret(id, secret); !set)
            return set.error();
    }
    for (const Field &field : values.fields()) {
        const auto entry = target.settings.find(toStd(field.id));
        if (!field.isSecret() || values.hasSecret(field.id) || entry == target.settings.end())
            continue;
        const auto secret = m_credentials.read(secretKey(target.name, field.id), cancel);
        if (secret)
            (void)values.setSecret(field.id, *secret);
        else if (boolAt(*entry, "stored")) // kept in memory only: gone with its session, which is no error
            return secret.error();
    }
    return values;
}

Result<> TargetService::keepSecrets(TargetRecord &target, const AttachRequest &request, const CancelToken &cancel)
{
    for (const auto &[id, secret] : request.values.secrets()) {
        if (request.sessionSecrets.contains(id)) {
            if (const auto held = m_credentials.hold(secretKey(target.name, id), secret); !held)
                return held;
            target.settings[toStd(id)] = Json{{"stored", false}};
            continue;
        }
        const auto kept = m_credentials.write(secretKey(target.name, id), secret, cancel);
        if (!kept)
            return kept.error();
        target.settings[toStd(id)] = Json{{"stored", *kept == CredentialStore::Kept::Keychain}};
    }
    return {};
}

Result<> TargetService::keep(TargetRecord &target, const AttachRequest &request, const CancelToken &cancel)
{
    Result<> kept = keepSecrets(target, request, cancel);
    if (kept)
        kept = m_book.saveTarget(target);
    if (kept)
        return kept;
    for (const auto &[id, secret] : request.values.secrets())
        (void)m_credentials.remove(secretKey(target.name, id), {}); // not interrupted by the cancel that led here
    return kept;
}

} // namespace mooring
