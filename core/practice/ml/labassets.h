#pragma once

#include "core/practice/blob/labblobstore.h"
#include "core/practice/server/labroutes.h"

namespace mooring {

/// Versions of code, environments, models, data and components, and the datastores. Source: mfe.json 2024-10-01.
class LabAssets
{
public:
    explicit LabAssets(LabBlobStore &blobs) : m_blobs(blobs) {}
    void addTo(LabRoutes &routes, const QString &workspace);
    /// A model that the lab begins with.
    void seedModel(const QString &name, const QString &description);

private:
    struct Version
    {
        QString type, name, version;
        Json document;
    };
    LabReply list(const LabRequest &request, const QString &type, const QString &name) const;
    LabReply containers(const QString &type) const;
    LabReply container(const QString &type, const QString &name) const;
    LabReply read(const QString &type, const QString &name, const QString &version);
    LabReply put(const LabRequest &request, const QString &type, const QString &name, const QString &version);
    LabReply pendingUpload(const LabRequest &request, const QString &name, const QString &version) const;
    Json datastore() const;
    Version *find(const QString &type, const QString &name, const QString &version);

    LabBlobStore &m_blobs;
    std::vector<Version> m_versions; // in the order of their making
};

/// systemData of something that practice-user made just now.
Json labSystemData(const QDateTime &madeAt);

} // namespace mooring
