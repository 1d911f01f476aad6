#pragma once

#include "core/practice/blob/labblobstore.h"
#include "core/practice/server/labroutes.h"
#include "core/practice/world/labrun.h"

namespace mooring {

/// Jobs of the pretend workspace (mfe.json 2024-10-01). They run by the clock; their logs and outputs are blobs.
class LabJobs
{
public:
    struct Job
    {
        QString id;
        Json properties; ///< as they were sent
        LabRun run;
        QString experiment() const { return stringAt(properties, "experimentName", QStringLiteral("Default")); }
        QString status() const; ///< a word of JobStatus
    };

    LabJobs(LabWorld &world, LabBlobStore &blobs) : m_world(world), m_blobs(blobs) {}
    void addTo(LabRoutes &routes, const QString &workspace);

    Job *find(const QString &id);
    const std::vector<Job> &all() const { return m_jobs; }
    /// Submits; also by the ways of older clients.
    Job &begin(const QString &id, const Json &properties);
    /// Names of the files of a run: "user_logs/std_log.txt", "outputs/…".
    QStringList files(const QString &id) const;
    QString fileUrl(const QString &id, const QString &path) const; ///< with a signature
    static QString containerOf(const QString &id) { return QStringLiteral("dcid.") + id; }

private:
    Json document(const Job &job) const;
    LabReply put(const LabRequest &request, const QString &id);
    LabReply cancel(const LabRequest &request, const QString &id);
    LabReply remove(const LabRequest &request, const QString &id);
    void writeBlobs(const QString &id);

    LabWorld &m_world;
    LabBlobStore &m_blobs;
    std::vector<Job> m_jobs;
};

} // namespace mooring
