#pragma once

#include "core/practice/server/labroutes.h"
#include "core/practice/world/labworld.h"

namespace mooring {

/// What exists beside the workspace: machines, clusters and accounts that can be attached. Read from
/// resources/practice/azure.json. Ids compare without regard to case.
class LabResources
{
public:
    explicit LabResources(const LabWorld &world) : m_world(world) {}
    /// Once, after the services have their addresses.
    void load();
    bool has(const QString &id) const { return m_things.contains(id.toLower()); }
    /// Base64 of a shared key: of the account's name, and another one after the fault "key-changed".
    QByteArray key(const QString &account) const;

    /// Reads, lists and secrets (POST …/listKeys and its like) of all of them.
    void addTo(LabRoutes &routes);

private:
    struct Thing
    {
        Json document, expand, secrets;
        QStringList listed;     ///< the properties that a list shows; empty: all
        QString provider, type; ///< "Microsoft.Compute", "virtualMachines"
    };
    void put(const Json &entry);
    QByteArray filled(QByteArray text) const;
    LabReply read(const LabRequest &request, const QString &id) const;
    LabReply list(const QString &prefix, const QString &provider, const QString &type) const;
    static Json inList(const Thing &thing);
    LabReply secrets(const QString &id, const QString &action) const;
    LabReply all(const LabRequest &request, const QString &prefix) const;

    const LabWorld &m_world;
    std::map<QString, Thing> m_things; // by id in lower case
};

} // namespace mooring
