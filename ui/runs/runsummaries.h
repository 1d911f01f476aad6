#pragma once

#include "core/base/canceltoken.h"
#include "core/runs/runrecord.h"
#include "ui/context/appcontext.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <deque>

namespace mooring {

/// What the runs of a table logged, where their records do not say it yet: of live runs, and of those that ended and
/// were never read. Reads one after the other in the background; what an ended run logged then stands in its record,
/// and the table gets it from there. Window's thread.
class RunSummaries : public QObject
{
    Q_OBJECT
public:
    explicit RunSummaries(const AppContext &context, QObject *parent = nullptr);
    ~RunSummaries() override;

    /// The runs that are to be seen. Ended ones are read once, live ones again every few seconds while `active`.
    void setRuns(const std::vector<RunRecord> &runs);
    void setActive(bool active);

Q_SIGNALS:
    void read(const QString &runId, const mooring::Json &summary);

private:
    void queue();
    void next();

    AppContext m_context;
    CancelToken m_cancel;
    std::vector<RunRecord> m_runs;
    std::deque<RunRecord> m_waiting;
    QSet<QString> m_tried; ///< ended ones
    QTimer m_again;
    bool m_active = false;
    bool m_reading = false;
};

} // namespace mooring
