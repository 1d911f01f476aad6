#pragma once

#include "core/runs/metrics.h"
#include "core/runs/runrecord.h"
#include "ui/context/appcontext.h"
#include "ui/runs/metricseries.h"
#include "ui/runs/rundifferences.h"

#include <QWidget>

#include <map>
#include <memory>

class QGridLayout;

namespace mooring {

class Chart;
class TextLabel;

/// The marked runs side by side: a chart for each metric that two of them share, and the settings that differ (picture
/// g).
class RunCompare : public QWidget
{
    Q_OBJECT
public:
    explicit RunCompare(const AppContext &context, QWidget *parent = nullptr);

    /// In the order of marking: the index is the number of the series.
    void setRuns(const std::vector<RunRecord> &runs);

private:
    void read(const QString &id);
    void showRuns();
    void rebuildCharts(const std::map<QString, std::vector<Series>> &charts);
    void rebuildDifferences();
    void addDifference(const RunDifference &difference, int row);
    QStringList names() const;
    std::shared_ptr<const RunMetrics> metricsOf(const QString &id) const;

    AppContext m_context;
    std::vector<RunRecord> m_runs;
    std::map<QString, std::shared_ptr<const RunMetrics>> m_metrics;
    std::map<QString, MetricSeries> m_series;
    QStringList m_shown; ///< what the charts are of
    std::vector<Chart *> m_made;
    QStringList m_listed; ///< the runs of the differences
    RunDifferences m_differences;
    TextLabel *m_title;
    QGridLayout *m_charts;
    TextLabel *m_differ;
    QGridLayout *m_table;
};

} // namespace mooring
