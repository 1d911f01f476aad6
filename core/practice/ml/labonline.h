#pragma once

#include "core/practice/server/labroutes.h"
#include "core/practice/world/labworld.h"

namespace mooring {

/// Online endpoints of the pretend workspace (mfe.json 2024-10-01), which others made: to be looked at, asked and
/// followed. One with two deployments and a key, one on Kubernetes with tokens, one whose deployment failed. Each
/// answers below a path of the same server, with TLS.
class LabOnline
{
public:
    explicit LabOnline(LabWorld &world) : m_world(world) {}
    void addTo(LabRoutes &routes, const QString &workspace);
    /// Once, after the services have their addresses.
    void open();
    /// A request to a scoring address.
    LabReply answer(const LabRequest &request);

private:
    struct Deployment
    {
        QString name;
        int share = 0;          ///< percent of the requests
        QString operation = {}; ///< that made it and failed; empty: it succeeded
        QStringList log = {};
    };
    struct Endpoint
    {
        QString name, authMode, computeType;
        std::vector<Deployment> deployments;
        int requests = 0;
    };
    using Handler = std::function<LabReply(Endpoint &, const LabRequest &, const LabPath &)>;
    LabRoutes::Handler with(Handler handler);
    Json document(const Endpoint &endpoint) const;
    Json document(const Endpoint &endpoint, const Deployment &deployment) const;
    LabReply keys(const Endpoint &endpoint) const;
    LabReply token(const Endpoint &endpoint) const;
    LabReply logs(const Deployment &deployment, const LabRequest &request) const;
    bool mayAsk(const Endpoint &endpoint, const LabRequest &request) const;
    static Deployment *chosen(Endpoint &endpoint, const QString &wanted);
    Endpoint *find(const QString &name);

    LabWorld &m_world;
    std::vector<Endpoint> m_endpoints;
};

} // namespace mooring
