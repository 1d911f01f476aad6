#pragma once

#include "core/credentials/credentialstore.h"
#include "core/runs/runservice.h"
#include "core/targets/kindregistry.h"
#include "core/targets/leftovers.h"
#include "core/targets/targetbook.h"

#include <functional>
#include <mutex>

namespace mooring {

struct AttachRequest
{
    QString kind;
    QString name;
    FormValues values{{}};
    QStringList skipRungs;
    bool check = true; ///< false: attached unchecked, its state is unknown
    /// Secrets that are not to go into the keychain: kept until the session ends.
    QStringList sessionSecrets{};
    /// After a ladder that did not do: only this rung again, and those that were left out because of it. The rest is
    /// taken from `earlier`.
    QString rungAgain{};
    LadderReport earlier{};
};

/// How an attach or a check ended. A target that failed its ladder is an answer, not an Error.
struct CheckOutcome
{
    TargetRecord target;
    LadderReport report;  ///< of what ran now; target.lastCheck holds the whole
    bool attached = true; ///< false: an indispensable rung failed while attaching, nothing was kept
    /// Not attached, and a service has an entry of it, or may have: it took the request, and was lost sight of (the
    /// failed rung's `failure` is not RungFailed then).
    bool leftBehind = false;

    Json toJson() const; ///< of `check`
};

/// Attaches, checks and detaches targets of any kind. The window and the command line use this and nothing else.
/// Every function blocks: worker threads and the command line only. Thread-safe, as book and credentials are.
class TargetService
{
public:
    using OnRung = std::function<void(const RungResult &)>;
    /// Secrets typed in for this one call, by field id; they come before the stored ones and are not kept.
    using Secrets = std::map<QString, QByteArray>;

    /// All must outlive the service. `runs` (may be null) tells which runs on a target are known.
    TargetService(const KindRegistry &kinds, TargetBook &book, CredentialStore &credentials, RunBook *runs = nullptr);

    /// Writes records for the targets that are there without attaching, where the book has none. Call once after
    /// opening.
    Result<> ensureBuiltinTargets();
    /// All, those that are always there first even when the book could not be written.
    Result<std::vector<TargetRecord>> targets();
    Result<TargetRecord> find(const QString &name); ///< unknown: "target.unknown" with the nearest name

    /// Checks name and form, then the ladder; stops before the next rung as soon as the thing turns out to be attached
    /// already (kind AlreadyAttached, detail.target). Kept only when no indispensable rung failed. Cancel: nothing is
    /// kept.
    Result<CheckOutcome> attach(const AttachRequest &request, JobContext &context, const OnRung &onRung);
    /// The whole ladder, or the rungs of `only`, again; keeps report and log, and of a ladder that failed the facts of
    /// the one before that it did not come to. Canceled: an Error, the earlier report
    /// stays.
    Result<CheckOutcome> check(const QString &name, const QStringList &only, const Secrets &secrets,
                               JobContext &context, const OnRung &onRung);
    /// What a detach would be about. A target that cannot be looked at is Leftovers::trouble.
    Result<Leftovers> leftovers(const QString &name, JobContext &context);
    /// Removes what is chosen on the target and proves it, then forgets the target and its secrets. When something that
    /// was chosen is still there, or cannot be removed ("target.notClean", "target.runsLive", the connection's error),
    /// the target stays attached. With no choice nothing on the target is touched, and it need not be reachable.
    Result<DetachReport> detach(const QString &name, const DetachChoices &choices, JobContext &context);

    /// The rungs of a target as a check would run them, for a list that shows them from the start.
    Result<std::vector<Rung>> ladderOf(const QString &name);
    /// The same one for all callers, with its connection, until the target's record changes, it is checked again,
    /// given other secrets, or detached.
    Result<std::shared_ptr<RunHost>> hostOf(const QString &name);
    /// Secrets that this process uses for the target from now on, before the stored ones. In memory only; for a
    /// computer without a keychain. A field that the kind does not have, or that is no secret: ErrorKind::Usage.
    Result<> useSecrets(const QString &name, const Secrets &secrets);
    /// hostOf for a RunService; this service must outlive it.
    RunService::HostOf hostFunction();

private:
    struct KeptHost;
    std::shared_ptr<KeptHost> keptHost(const QString &name);
    void forgetHost(const QString &name);
    Secrets sessionSecrets(const QString &name);
    Result<std::shared_ptr<RunHost>> makeHost(const TargetRecord &target);
    static QString secretKey(const QString &target, const QString &field);
    Result<TargetRecord> findAttached(const QString &name);
    Result<> forget(const TargetRecord &target, DetachReport &report, const CancelToken &cancel);
    Result<> refuseDuplicate(const QString &identity);
    Result<FormValues> valuesOf(const TargetRecord &target, const TargetKind &kind, const Secrets &secrets,
                                const CancelToken &cancel);
    Result<> climb(CheckOutcome &outcome, const AttachRequest &request, const TargetKind &kind, JobContext &context,
                   const OnRung &onRung);
    Result<> keepSecrets(TargetRecord &target, const AttachRequest &request, const CancelToken &cancel);
    Result<> keep(TargetRecord &target, const AttachRequest &request, const CancelToken &cancel);

    const KindRegistry &m_kinds;
    TargetBook &m_book;
    CredentialStore &m_credentials;
    RunBook *m_runs;
    std::mutex m_mutex; // guards the two below, and is never held while anything is waited for
    std::map<QString, std::shared_ptr<KeptHost>> m_hosts;
    std::map<QString, Secrets> m_sessionSecrets;
};

} // namespace mooring
