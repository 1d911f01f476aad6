#pragma once

#include "core/practice/arm/labresources.h"
#include "core/practice/server/labroutes.h"
#include "core/practice/world/labrun.h"

namespace mooring {

/// Plays the account practicebatch: pools, jobs, tasks and their files (BatchService.json 2024-07-01.20.0). The shared
/// key is verified for real; a token of the lab does too. Tasks run by the clock.
class BatchLab
{
public:
    BatchLab(LabWorld &world, const LabResources &resources);
    LabReply answer(const LabRequest &request);

    static constexpr const char *kAccount = "practicebatch";

private:
    struct Task
    {
        Json sent;
        LabRun run;
    };
    struct Job
    {
        Json sent;
        QDateTime madeAt;
        bool isTerminated = false;
        std::map<QString, Task> tasks; // by id in lower case, as those of jobs and pools
    };
    struct Pool
    {
        Json sent;
        QDateTime madeAt;
    };
    void addPools();
    void addJobs();
    void addTasks();
    void addFiles();
    std::optional<LabReply> refused(const LabRequest &request);
    LabReply withJob(const LabPath &path, const std::function<LabReply(Job &)> &work);
    LabReply withTask(const LabPath &path, const std::function<LabReply(Job &, Task &)> &work);
    LabReply addTask(const LabRequest &request, const LabPath &path, Job &job);
    Json shownPool(const Pool &pool) const;
    Json shownJob(const Job &job) const;
    Json shownTask(const Job &job, const Task &task) const;
    LabReply file(const LabRequest &request, const QString &name, const Task &task) const;

    LabWorld &m_world;
    const LabResources &m_resources;
    LabRoutes m_routes;
    std::map<QString, Pool> m_pools;
    std::map<QString, Job> m_jobs;
};

} // namespace mooring
