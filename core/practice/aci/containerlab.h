#pragma once

#include "core/practice/server/labroutes.h"
#include "core/practice/server/labserver.h"
#include "core/practice/world/labworld.h"

namespace mooring {

/// Plays container groups of Azure Container Instances (containerInstance.json 2023-05-01). Each group gets a loopback
/// address of its own, where a pretend model server answers on the very ports that were asked for.
class ContainerLab
{
public:
    explicit ContainerLab(LabWorld &world) : m_world(world) {}
    void addTo(LabRoutes &routes);

private:
    struct Group
    {
        Json document; ///< as GET shows it, without what changes
        QDateTime madeAt;
        QString state; ///< Pending, Running, Stopped, Failed
        QString address;
        std::vector<std::unique_ptr<LabServer>> servers;
        QByteArray key;         ///< that the model asks for; empty: none
        bool hasFailed = false; ///< its container ends again and again
        int restarts = 0, requests = 0;
    };
    static QString keyOf(const LabPath &path);
    LabReply list(const LabPath &path) const;
    LabReply put(const LabRequest &request, const LabPath &path);
    LabReply act(const LabPath &path, const QString &action);
    LabReply logs(const LabRequest &request, const LabPath &path);
    LabReply withGroup(const LabPath &path, const std::function<LabReply(Group &)> &work);
    std::optional<Json> finishPut(const QString &key);
    void serve(Group &group);
    static LabReply model(Group &group, const LabRequest &request);
    Json shown(const Group &group) const;
    LabReply usages() const;

    LabWorld &m_world;
    std::map<QString, Group> m_groups; // by "group/name" in lower case
    int m_made = 0;
};

} // namespace mooring
