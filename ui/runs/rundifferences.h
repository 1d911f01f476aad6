#pragma once

#include "core/runs/metrics.h"
#include "core/runs/runrecord.h"

#include <memory>

namespace mooring {

class KindRegistry;

/// One setting that is not the same in all compared runs.
struct RunDifference
{
    QString name;
    QStringList values;        ///< one for each run; unknown is an en dash
    std::vector<bool> differs; ///< from the value that most runs share (the first run's when none is shared)

    bool operator==(const RunDifference &) const = default;
};

struct RunDifferences
{
    std::vector<RunDifference> rows;
    int compared = 0; ///< settings in all, the same ones included

    bool operator==(const RunDifferences &) const = default;
};

/// Compares parameters, arguments, variables, target, environment and snapshot.
RunDifferences compareRuns(const std::vector<RunRecord> &runs,
                           const std::vector<std::shared_ptr<const RunMetrics>> &metrics, const KindRegistry &kinds);

/// Names for narrow places: without what all have in common up to a dash or the like ("038", "040" for "cnn-038",
/// "cnn-040").
QStringList shortNames(const QStringList &names);

} // namespace mooring
