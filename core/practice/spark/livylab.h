#pragma once

#include "core/practice/server/labroutes.h"
#include "core/practice/world/labrun.h"

namespace mooring {

/// Plays Livy behind the gateway of the HDInsight cluster practice-spark (livySpark.json 2018-11-01-preview): batches,
/// with HTTP Basic (any user, any password that is not empty) and the header X-Requested-By.
class LivyLab
{
public:
    explicit LivyLab(LabWorld &world);
    LabReply answer(const LabRequest &request);

private:
    struct Batch
    {
        Json sent;
        LabRun run;
    };
    LabReply begin(const LabRequest &request);
    LabReply log(const LabRequest &request, qint64 id) const;
    static Json shown(qint64 id, const Batch &batch);

    LabWorld &m_world;
    LabRoutes m_routes;
    std::map<qint64, Batch> m_batches;
    qint64 m_next = 0;
};

} // namespace mooring
