#include "tests/support/memoryrunbook.h"

using namespace Qt::StringLiterals;

namespace mooring::test {

Result<> MemoryRunBook::saveRun(const RunRecord &run)
{
    const std::lock_guard lock(m_mutex);
    if (m_broken)
        return Error::failed(u"file.diskFull"_s, u"The disk is full."_s);
    m_runs[run.id] = run;
    m_history[run.id].push_back(run.state);
    return {};
}

Result<RunRecord> MemoryRunBook::findRun(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_runs.find(id);
    if (found == m_runs.end())
        return Error::usage(u"run.unknown"_s, u"No such run."_s);
    return found->second;
}

Result<std::vector<RunRecord>> MemoryRunBook::liveRuns()
{
    const std::lock_guard lock(m_mutex);
    std::vector<RunRecord> live;
    for (const auto &[id, run] : m_runs) {
        if (!isEnded(run.state))
            live.push_back(run);
    }
    return live;
}

Result<QString> MemoryRunBook::nextRunName(const QString &stem)
{
    const std::lock_guard lock(m_mutex);
    return u"%1-%2"_s.arg(stem).arg(++m_names, 3, 10, QChar(u'0'));
}

std::vector<RunRecord> MemoryRunBook::all() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<RunRecord> runs;
    for (const auto &[id, run] : m_runs)
        runs.push_back(run);
    return runs;
}

void MemoryRunBook::forget(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    m_runs.erase(id);
}

std::vector<RunState> MemoryRunBook::historyOf(const QString &id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_history.find(id);
    return found == m_history.end() ? std::vector<RunState>() : found->second;
}

void MemoryRunBook::setBroken(bool broken)
{
    const std::lock_guard lock(m_mutex);
    m_broken = broken;
}

} // namespace mooring::test
