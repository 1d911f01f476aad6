#pragma once

#include "ui/runs/metricseries.h"

#include <QWidget>

class QGridLayout;

namespace mooring {

class Chart;

/// One chart for each group of a run's metrics, in one or more columns; their reading lines are linked.
class MetricCharts : public QWidget
{
    Q_OBJECT
public:
    explicit MetricCharts(int chartHeight, QWidget *parent = nullptr);

    void setMetrics(const std::shared_ptr<const RunMetrics> &metrics);
    bool isEmpty() const { return m_charts.empty(); }
    void setColumns(int columns);

private:
    void rebuild(const std::vector<MetricGroup> &groups);
    void arrange();

    int m_height;
    int m_columns = 1;
    QGridLayout *m_grid;
    MetricSeries m_series;
    std::vector<Chart *> m_charts;
    QStringList m_shown; ///< what the charts were made for
    std::shared_ptr<const RunMetrics> m_metrics;
};

} // namespace mooring
