#include "ui/runs/runsummaries.h"

#include "core/jobs/background.h"
#include "core/runs/loggedsummary.h"
#include "core/workspace/workspace.h"

#include <algorithm>

namespace mooring {

namespace {

constexpr int kLiveMs = 5000;

} // namespace

RunSummaries::RunSummaries(const AppContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    m_again.setInterval(kLiveMs);
    connect(&m_again, &QTimer::timeout, this, &RunSummaries::queue);
}

RunSummaries::~RunSummaries() { m_cancel.cancel(); }

void RunSummaries::setActive(bool active)
{
    m_active = active;
    if (!active) {
        m_waiting.clear();
        m_again.stop();
    } else {
        queue();
    }
}

void RunSummaries::setRuns(const std::vector<RunRecord> &runs)
{
    const bool fresh = std::any_of(runs.begin(), runs.end(), [this](const RunRecord &run) {
        return isEnded(run.state) ? !run.logged.is_object() && !m_tried.contains(run.id)
                                  : std::none_of(m_runs.begin(), m_runs.end(),
                                                 [&](const RunRecord &known) { return known.id == run.id; });
    });
    m_runs = runs;
    if (fresh)
        queue();
}

void RunSummaries::queue()
{
    if (!m_active)
        return;
    bool anyLive = false;
    m_waiting.clear();
    for (const RunRecord &run : m_runs) {
        const bool live = !isEnded(run.state);
        anyLive = anyLive || live;
        if (live ? run.startedAt.has_value() : !run.logged.is_object() && !m_tried.contains(run.id))
            m_waiting.push_back(run);
    }
    if (!anyLive)
        m_again.stop();
    else if (!m_again.isActive())
        m_again.start();
    next();
}

void RunSummaries::next()
{
    if (m_reading || m_waiting.empty())
        return;
    const RunRecord run = m_waiting.front();
    m_waiting.pop_front();
    if (isEnded(run.state))
        m_tried.insert(run.id);
    m_reading = true;
    inBackground(
        this,
        [runs = &m_context.runs, workspace = &m_context.workspace, run, cancel = m_cancel] {
            return readLoggedSummary(*runs, *workspace, run, cancel);
        },
        [this, id = run.id](const Result<Json> &summary) {
            m_reading = false;
            if (summary)
                Q_EMIT read(id, *summary);
            next();
        });
}

} // namespace mooring
