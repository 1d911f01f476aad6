#pragma once

#include "ui/attach/wizard/attachdesk.h"
#include "ui/workspace/ladderfeed.h"

namespace mooring {

struct AppContext;

/// A target that is being checked and attached, for the page that asked and the one that comes after it.
class AttachJob : public LadderFeed
{
    Q_OBJECT
public:
    enum class Act { Attach, Rehearse };
    /// Starts it; the request's secrets are forgotten at the end.
    static AttachJob *start(const AppContext &context, const std::shared_ptr<AttachDesk> &desk, const QString &route,
                            const AttachRequest &request, Act act = Act::Attach);
    /// The one under way that a wizard of this route started, or null.
    static AttachJob *running(const AppContext &context, const QString &route);

    QString name() const { return m_name; }
    Act act() const { return m_act; }
    /// After the job has ended: how it went; nothing when it did not get so far.
    const std::optional<CheckOutcome> &outcome() const { return *m_outcome; }

private:
    using LadderFeed::LadderFeed;

    QString m_route;
    QString m_name;
    Act m_act = Act::Attach;
    /// Written by the work before it ends, read after.
    std::shared_ptr<std::optional<CheckOutcome>> m_outcome = std::make_shared<std::optional<CheckOutcome>>();
};

/// The rung of a failed ladder that waits for a person, or null.
const RungResult *questionOf(const LadderReport &report);

} // namespace mooring
