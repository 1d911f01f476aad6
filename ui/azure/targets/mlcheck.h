#pragma once

#include "ui/azure/targets/mlworkplace.h"
#include "ui/workspace/ladderfeed.h"

namespace mooring {

/// A check of a target of the open Azure ML workspace that is under way.
class MlCheck : public LadderFeed
{
    Q_OBJECT
public:
    /// Checks a target, or the rungs of `only`, as a job. While one of the same target runs, gives that one.
    static MlCheck *start(const AppContext &context, const std::shared_ptr<MlWorkplace> &workplace,
                          const QString &target, const QStringList &only = {});
    /// The one under way, or null.
    static MlCheck *running(const AppContext &context, const MlWorkplace &workplace, const QString &target);

private:
    using LadderFeed::LadderFeed;

    QString m_workspace, m_target;
};

} // namespace mooring
