#pragma once

#include "core/practice/server/labroutes.h"
#include "core/practice/world/labrun.h"

namespace mooring {

/// Plays the Databricks workspace practice-dbx: who am I, clusters, runs, files of the workspace, tokens. There is no
/// public OpenAPI of it: the shapes are those that databricks-sdk 0.156 reads. Any access token that begins with
/// "dapi" is taken, and those of the lab's sign-in.
class DatabricksLab
{
public:
    explicit DatabricksLab(LabWorld &world);
    LabReply answer(const LabRequest &request);

private:
    struct Cluster
    {
        Json sent;
        QString state;
        QDateTime madeAt;
    };
    struct Run
    {
        Json sent;
        LabRun run;
    };
    void addClusters();
    void addRuns();
    void addFiles();
    void addTokens();
    Json shownCluster(const QString &id, const Cluster &cluster) const;
    Json shownRun(qint64 id, const Run &run) const;
    LabReply changeCluster(const LabRequest &request, const QString &state);

    LabWorld &m_world;
    LabRoutes m_routes;
    std::map<QString, Cluster> m_clusters;
    std::map<qint64, Run> m_runs; // by the id of the run; that of its task is one more
    std::map<QString, QByteArray> m_files;
    std::map<QString, Json> m_tokens;
    qint64 m_nextRun = 7072;
};

} // namespace mooring
