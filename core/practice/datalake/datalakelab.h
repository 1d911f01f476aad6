#pragma once

#include "core/practice/server/labroutes.h"
#include "core/practice/world/labrun.h"

namespace mooring {

/// Plays the jobs of the Data Lake Analytics account practicelake (job.json 2016-11-01). The real service was retired
/// on 2024-02-29: only a pretend one can be practised with.
class DataLakeLab
{
public:
    explicit DataLakeLab(LabWorld &world);
    LabReply answer(const LabRequest &request);

private:
    struct Job
    {
        Json sent;
        LabRun run;
    };
    LabReply submit(const LabRequest &request, const QString &id);
    static Json shown(const QString &id, const Job &job);

    LabWorld &m_world;
    LabRoutes m_routes;
    std::map<QString, Job> m_jobs;
};

} // namespace mooring
