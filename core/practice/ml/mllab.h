#pragma once

#include "core/practice/arm/armlab.h"
#include "core/practice/ml/labassets.h"
#include "core/practice/ml/labcomputes.h"
#include "core/practice/ml/labhistory.h"
#include "core/practice/ml/labonline.h"
#include "core/practice/ml/labworkspaces.h"

namespace mooring {

/// The pretend workspace: its part of the resource manager, and its data planes (run history, logs, the older clients'
/// ways), which take the same token.
class MlLab
{
public:
    MlLab(LabWorld &world, ArmLab &arm, LabBlobStore &blobs);
    /// The workspace behind the resource manager's door.
    void addTo(LabRoutes &arm);
    /// Once, after the services have their addresses.
    void open();
    /// A request to the data planes.
    LabReply answer(const LabRequest &request);
    LabOnline &online() { return m_online; }

private:
    LabWorld &m_world;
    LabRoutes m_routes;
    LabWorkspaces m_workspaces;
    LabComputes m_computes;
    LabAssets m_assets;
    LabJobs m_jobs;
    LabHistory m_history;
    LabOnline m_online;
};

} // namespace mooring
