#pragma once

#include "core/practice/server/labroutes.h"
#include "core/practice/world/labworld.h"

namespace mooring {

/// What the resource manager says before any resource: tenants, subscriptions, groups, providers, permissions, and the
/// metadata of the cloud. Source: resources/…/2022-12-01/subscriptions.json, 2024-07-01/resources.json, authorization
/// 2022-04-01; what az 2.91 and azureml-core 1.61 read.
class ArmCatalog
{
public:
    explicit ArmCatalog(const LabWorld &world) : m_world(world) {}
    void addTo(LabRoutes &routes);
    /// GET /metadata/endpoints, which needs no token. An object, and a list for 2019-05-01.
    LabReply metadata(const LabRequest &request) const;

private:
    const LabWorld &m_world;
};

} // namespace mooring
