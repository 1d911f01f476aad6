#pragma once

#include "core/targets/targetservice.h"

#include <QObject>

namespace mooring {

struct AppContext;
class Job;

/// A target that is being checked and attached, for the page that asked and the one that comes after it. Belongs to
/// its job and goes with it.
class AttachJob : public QObject
{
    Q_OBJECT
public:
    /// Starts it; the request's secrets are forgotten at the end.
    static AttachJob *start(const AppContext &context, const QString &route, const AttachRequest &request);
    /// The one under way that a wizard of this route started, or null.
    static AttachJob *running(const AppContext &context, const QString &route);

    Job *job() const { return m_job; }
    QString name() const { return m_name; }
    QStringList only() const { return m_only; } ///< empty: the whole ladder
    /// What was heard of the rungs so far, each in its last state.
    const std::vector<RungResult> &heard() const { return m_heard; }
    /// After the job has ended: how it went; nothing when it did not get so far.
    const std::optional<CheckOutcome> &outcome() const { return *m_outcome; }

Q_SIGNALS:
    void rungChanged(const mooring::RungResult &rung);

private:
    AttachJob() = default;
    void hear(const RungResult &rung);

    Job *m_job = nullptr;
    QString m_route;
    QString m_name;
    QStringList m_only;
    std::vector<RungResult> m_heard;
    /// Written by the work before it ends, read after.
    std::shared_ptr<std::optional<CheckOutcome>> m_outcome = std::make_shared<std::optional<CheckOutcome>>();
};

/// The rung of a failed ladder that waits for a person, or null.
const RungResult *questionOf(const LadderReport &report);

} // namespace mooring
