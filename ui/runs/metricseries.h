#pragma once

#include "core/runs/metrics.h"
#include "ui/charts/chart.h"

#include <map>
#include <memory>

namespace mooring {

/// One chart's worth of metrics: "loss" with its series "train" and "val".
struct MetricGroup
{
    QString title;
    std::vector<std::pair<QString, QString>> members; ///< series name, metric name
};

/// Metrics that belong on one chart: a name and the same with "train", "val", "valid" or "test" before it ("val_loss",
/// "validation/loss"). In the order of their titles.
std::vector<MetricGroup> groupMetrics(const RunMetrics &metrics);

/// The points of a run's metrics as chart data that grows: each point is added once. Window's thread.
class MetricSeries
{
public:
    /// Adds what is new. A metrics object that has fewer points than before (another run) starts again.
    void update(const RunMetrics &metrics);
    std::shared_ptr<SeriesData> data(const QString &metric) const; ///< never null

private:
    struct Entry
    {
        std::shared_ptr<SeriesData> data = std::make_shared<SeriesData>();
        size_t taken = 0;
    };
    std::map<QString, Entry> m_entries;
};

} // namespace mooring
