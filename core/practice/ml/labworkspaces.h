#pragma once

#include "core/practice/server/labroutes.h"
#include "core/practice/world/labworld.h"

namespace mooring {

/// The pretend workspace itself, what its region has (sizes, quotas), and the discovery of its data planes.
class LabWorkspaces
{
public:
    explicit LabWorkspaces(LabWorld &world) : m_world(world) {}
    void addTo(LabRoutes &routes);
    /// GET /discovery…, without a token: where the data planes are.
    LabReply discovery() const;

private:
    Json workspace() const;
    LabReply keys() const;
    LabReply sizes(const LabRequest &request) const;
    LabReply usages() const;
    LabReply quotas() const;

    LabWorld &m_world;
};

} // namespace mooring
