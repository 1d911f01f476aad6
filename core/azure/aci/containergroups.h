#pragma once

#include "core/azure/aci/containergroup.h"
#include "core/azure/ml/mlclient.h"

namespace mooring {

/// Container groups in the resource group and the region of a workspace (containerInstance.json 2023-05-01). Blocks.
class ContainerGroups
{
public:
    explicit ContainerGroups(MlClient &client) : m_client(client) {}

    /// Nothing: there is none of that name.
    Result<std::optional<ContainerGroup>> find(const QString &name, const CancelToken &cancel);
    /// Makes it and follows it to its end; every event is a line of the context's log as it comes. Stops following when
    /// the image cannot be pulled ("aci.imagePull"): Azure itself tries for half an hour. A refusal names Azure's own
    /// word first ("InaccessibleImage", "ContainerGroupQuotaReached", …). Cancel ends the watching, not the group.
    Result<ContainerGroup> make(const QString &name, const Json &body, JobContext &context);
    /// Deletes it and returns when it is not there any more; one that was not there is a success.
    Result<> remove(const QString &name, JobContext &context);
    /// The end of the container's log, at most 4 MB, each line with its time; `tail` 0: all that there is. Nothing when
    /// the group is gone.
    Result<std::optional<QByteArray>> log(const QString &name, int tail, const CancelToken &cancel);

    Result<QString> location(const CancelToken &cancel) { return m_client.location(cancel); }
    /// Between two looks; tests make it small.
    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }

private:
    ArmCall call(const QByteArray &method, const QString &name, const QString &below, const QString &what,
                 Json body = {}) const;

    MlClient &m_client;
    std::chrono::milliseconds m_pause{3000};
};

} // namespace mooring
