#pragma once

#include "ui/context/openmlsession.h"

#include <map>
#include <mutex>

namespace mooring {

class Job;

/// The open Azure ML workspace as its pages and their jobs use it: opened when it is first needed, then kept with its
/// connection. Shared with jobs that outlive a page; the services of the context outlive both. Thread-safe.
class MlWorkplace
{
public:
    /// On the window's thread.
    explicit MlWorkplace(const AppContext &context);

    QString name() const { return m_name; }
    /// Blocks on the store; asks no network. The errors of openMlSession(); asked again after one.
    Result<std::shared_ptr<MlSession>> session();

private:
    const AppContext m_context; ///< a copy: the window's own ends before what still runs behind it
    QString m_name;
    std::mutex m_mutex; // guards the session; held while it is opened, never while the network is waited for
    std::shared_ptr<MlSession> m_session;
};

/// What a page shows of the workspace: as the service says it now, or as it said it last.
struct MlSeen
{
    bool isOffline = false;
    QDateTime at;               ///< when the values were true
    std::optional<Error> error; ///< why there is nothing newer, or nothing at all
    std::vector<MlTarget> targets;
    QString group, workspace;              ///< where it is in Azure
    std::map<QString, UsageHistory> usage; ///< of what the workspace made, by name, with this look in it

    const MlTarget *find(const QString &name) const;
    UsageHistory usageOf(const MlTarget &target) const; ///< empty: nobody looked, or it has no meter
};

/// A change that ended without knowing what became of it: it was stopped, or Azure is out of reach. Azure may go on.
bool isLostSight(const Job &job);

/// Blocks on the network and the store.
MlSeen seeTargets(MlWorkplace &workplace);

/// What a node hour of a target costs from now on; nothing: not known. Blocks on the store.
Result<> keepPrice(MlWorkplace &workplace, const QString &target, const std::optional<NodePrice> &price);

} // namespace mooring
