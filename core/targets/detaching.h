#pragma once

#include "core/targets/leftovers.h"
#include "core/targets/targetkind.h"

namespace mooring {

/// The fields of the target whose secrets are in the keychain.
QStringList storedSecrets(const TargetRecord &target);

/// Looks at and removes what Mooring has made on one target, and looks again. Touches only what its own scripts name
/// inside its own folder. Used once, on one thread.
class Detaching
{
public:
    /// `runs` may be null: then nothing is known of runs, and what they printed is not copied.
    Detaching(RunHost &host, RunBook *runs, QString target, JobContext &context)
        : m_host(host), m_runs(runs), m_target(std::move(target)), m_context(context)
    {
    }

    Result<Leftovers> look();
    /// Copies what the runs printed, removes what is chosen, and looks again over a new connection. Fills fates, proof,
    /// removed and left. Errors: "target.runsLive" (something is running there), the copying's, the host's; nothing is
    /// removed then.
    Result<> clean(const DetachChoices &choices, DetachReport &report);

private:
    /// `runs`: ids whose processes are looked for although their folders may be gone.
    Result<LeftoversAnswer> ask(const QStringList &runs = {});
    Leftovers describe(const LeftoversAnswer &answer);
    Result<> copyLogs(const LeftoversAnswer &answer);
    QStringList orders(const LeftoversAnswer &answer, const DetachChoices &choices) const;
    void prove(const Leftovers &before, const QStringList &runs, const DetachChoices &choices, DetachReport &report);
    bool isChosen(const Leftover &thing, const DetachChoices &choices) const;
    bool isFetched(const QString &run) const;

    RunHost &m_host;
    RunBook *m_runs;
    QString m_target;
    JobContext &m_context;
    QStringList m_refused; ///< by remove.sh: "runs/x: it is running"
};

} // namespace mooring
