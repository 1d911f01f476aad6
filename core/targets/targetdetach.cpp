#include "core/targets/detaching.h"
#include "core/targets/targetservice.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Targets", text); }

bool isNothing(const DetachChoices &choices)
{
    return !choices.runs && !choices.environments && choices.outputsOf.isEmpty();
}

} // namespace

/// One that can be detached.
Result<TargetRecord> TargetService::findAttached(const QString &name)
{
    auto target = find(name);
    if (!target)
        return target;
    const TargetKind *kind = m_kinds.find(target->kind);
    if (kind && kind->builtinTarget() && kind->builtinTarget()->name == name)
        return Error::usage(u"target.builtin"_s, tr("%1 is always there and cannot be detached.").arg(name));
    return target;
}

Result<Leftovers> TargetService::leftovers(const QString &name, JobContext &context)
{
    const auto target = findAttached(name);
    if (!target)
        return target.error();
    const auto host = hostOf(name);
    auto found = host ? Detaching(**host, m_runs, name, context).look() : Result<Leftovers>(host.error());
    if (context.isCanceled())
        return Error::canceled();
    Leftovers all = found.valueOr({});
    if (!found)
        all.trouble = found.error();
    all.target = name;
    all.secrets = storedSecrets(*target);
    return all;
}

Result<DetachReport> TargetService::detach(const QString &name, const DetachChoices &choices, JobContext &context)
{
    const auto target = findAttached(name);
    if (!target)
        return target.error();
    DetachReport report;
    report.target = name;
    if (!isNothing(choices)) {
        const auto host = hostOf(name);
        if (!host)
            return host.error();
        if (auto cleaned = Detaching(**host, m_runs, name, context).clean(choices, report); !cleaned)
            return cleaned.error();
        const bool isClean = std::none_of(report.proof.begin(), report.proof.end(),
                                          [](const RungResult &rung) { return rung.verdict == Verdict::Failed; });
        if (!isClean) {
            QStringList why;
            for (const RungResult &rung : report.proof) {
                if (rung.verdict == Verdict::Failed)
                    why << u"%1: %2"_s.arg(rung.title, rung.answered);
            }
            return Error::failed(u"target.notClean"_s,
                                 tr("Not everything could be removed on %1, which therefore stays attached.").arg(name))
                .withCause(why.join(u"; "_s))
                .withDetail({{"removed", stringList(report.removed)}, {"left", stringList(report.left)}});
        }
    }
    if (auto forgotten = forget(*target, report, context.cancelToken()); !forgotten)
        return forgotten.error();
    return report;
}

Result<> TargetService::forget(const TargetRecord &target, DetachReport &report, const CancelToken &cancel)
{
    for (const QString &id : storedSecrets(target)) {
        if (const auto removed = m_credentials.remove(secretKey(target.name, id), cancel))
            report.removed << tr("%1 in the keychain").arg(id);
        else
            report.left << tr("%1 in the keychain: %2").arg(id, removed.error().text());
    }
    if (const auto removed = m_book.removeTarget(target.name); !removed)
        return removed.error();
    report.removed.prepend(tr("the target's record"));
    forgetHost(target.name);
    const std::lock_guard lock(m_mutex);
    m_sessionSecrets.erase(target.name);
    return {};
}

} // namespace mooring
