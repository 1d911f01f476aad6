#pragma once

#include "core/practice/arm/labresources.h"
#include "core/practice/server/labroutes.h"
#include "core/practice/world/labworld.h"

namespace mooring {

/// The compute targets of the pretend workspace, of every type of the schema 2024-10-01 and of those that only older
/// clients attach. Takes what real clients send and the schema refuses (sshPort as text, "dedicated", "detach") and
/// answers as the schema says.
class LabComputes
{
public:
    LabComputes(LabWorld &world, const LabResources &resources);
    /// `workspace`: the pattern of the workspace's address. Twice: of the resource manager, and of the older clients'
    /// way through the data plane.
    void addTo(LabRoutes &routes, const QString &workspace);
    /// One that the lab begins with.
    void seed(const QString &name, const Json &properties);
    bool has(const QString &name) const { return m_computes.contains(name.toLower()); }

private:
    struct Compute
    {
        Json document;   ///< as GET shows it
        Json secrets;    ///< as listKeys shows them
        bool isAttached; ///< not made here
    };
    Compute *find(const QString &name);
    LabReply list() const;
    LabReply read(const QString &name);
    LabReply put(const LabRequest &request, const QString &name);
    std::optional<LabReply> refused(const Json &properties, const QString &name) const;
    std::optional<Json> finishPut(const QString &name, bool isManaged);
    std::optional<Json> fail(const QString &name, const Json &error);
    LabReply patch(const LabRequest &request, const QString &name);
    LabReply remove(const LabRequest &request, const QString &name);
    LabReply act(const LabRequest &request, const QString &name, const QString &action);
    LabReply nodes(const QString &name);
    LabReply keys(const QString &name);
    LabReply nameAvailability(const LabRequest &request) const;

    LabWorld &m_world;
    const LabResources &m_resources;
    std::map<QString, Compute> m_computes; // by name in lower case
};

} // namespace mooring
