#pragma once

#include "core/azure/ml/mlworkspace.h"

#include <QObject>

namespace mooring {

struct AppContext;
class Job;

/// A workspace that was looked at and stands in the book now.
struct OpenedWorkspace
{
    MlWorkspace workspace;
    QString location, state;
    bool wasKnown = false; ///< under this name
};

/// Looks whether a workspace of Azure ML is there and lets itself be read, then writes it into the profile's book under
/// its own name (with a number where that is taken). Nothing is changed in Azure. Belongs to its job.
class OpenWorkspaceJob : public QObject
{
    Q_OBJECT
public:
    /// `tenant` may be empty: the account's own.
    static OpenWorkspaceJob *start(const AppContext &context, const QString &cloud, const QString &tenant,
                                   const ArmId &id);

    Job *job() const { return m_job; }
    /// After the job has succeeded.
    const OpenedWorkspace &opened() const { return *m_opened; }

private:
    using QObject::QObject;

    Job *m_job = nullptr;
    std::shared_ptr<OpenedWorkspace> m_opened = std::make_shared<OpenedWorkspace>(); // written before it ends
};

} // namespace mooring
