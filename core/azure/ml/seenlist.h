#pragma once

#include "core/azure/ml/mlworkspace.h"
#include "core/workspace/workspace.h"

namespace mooring {

/// What a list of a workspace said last, for when the service cannot be reached: documents without secrets, in the
/// embedded workspace's settings. Blocks on the store.
class SeenList
{
public:
    /// `subject`: "azure.seen" (targets), "azure.seenEndpoints".
    SeenList(Workspace &workspace, const QString &subject) : m_workspace(workspace), m_subject(subject) {}

    struct Seen
    {
        QDateTime at;
        Json documents = Json::array();
    };
    Result<> keep(const MlWorkspace &workspace, const Json &documents);
    Result<std::optional<Seen>> last(const MlWorkspace &workspace) const;

private:
    QString keyOf(const MlWorkspace &workspace) const { return m_subject + u'/' + workspace.name; }

    Workspace &m_workspace;
    QString m_subject;
};

} // namespace mooring
