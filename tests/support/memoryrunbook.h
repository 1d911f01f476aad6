#pragma once

#include "core/runs/runservice.h"

#include <map>
#include <mutex>

namespace mooring::test {

/// A RunBook that lives as long as the test. Fails on request.
class MemoryRunBook : public RunBook
{
public:
    Result<> saveRun(const RunRecord &run) override;
    Result<RunRecord> findRun(const QString &id) override;
    Result<std::vector<RunRecord>> liveRuns() override;
    Result<QString> nextRunName(const QString &stem) override;

    std::vector<RunRecord> all() const;
    void forget(const QString &id);                           ///< a lost database
    std::vector<RunState> historyOf(const QString &id) const; ///< each state that was saved, in order
    void setBroken(bool broken);                              ///< every save fails

private:
    mutable std::mutex m_mutex;
    std::map<QString, RunRecord> m_runs;
    std::map<QString, std::vector<RunState>> m_history;
    int m_names = 0;
    bool m_broken = false;
};

} // namespace mooring::test
