#include "ui/runs/metriccharts.h"

#include "ui/widgets/separator.h"
#include "ui/widgets/tokens.h"

#include <QGridLayout>

namespace mooring {

MetricCharts::MetricCharts(int chartHeight, QWidget *parent)
    : QWidget(parent), m_height(chartHeight), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, dp(this, 4), 0, dp(this, 4)); // a chart has 16 at its sides
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(dp(this, 4));
}

void MetricCharts::setMetrics(const std::shared_ptr<const RunMetrics> &metrics)
{
    if (metrics == m_metrics)
        return;
    m_metrics = metrics;
    m_series.update(*metrics);
    const auto groups = groupMetrics(*metrics);
    QStringList names;
    for (const MetricGroup &group : groups) {
        for (const auto &[series, metric] : group.members)
            names << group.title + u'\n' + metric;
    }
    if (names != m_shown) {
        m_shown = names;
        rebuild(groups);
        return;
    }
    for (Chart *chart : m_charts)
        chart->dataChanged();
}

void MetricCharts::setColumns(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    arrange();
}

void MetricCharts::rebuild(const std::vector<MetricGroup> &groups)
{
    qDeleteAll(m_charts);
    m_charts.clear();
    for (const MetricGroup &group : groups) {
        auto *chart = new Chart(group.title);
        std::vector<Series> series;
        for (const auto &[name, metric] : group.members)
            series.push_back({name, m_series.data(metric), -1});
        chart->setSeries(std::move(series));
        chart->setFixedHeight(dp(this, m_height));
        connect(chart, &Chart::cursorMoved, this, [this, chart](std::optional<double> x) {
            for (Chart *other : m_charts) {
                if (other != chart)
                    other->setCursor(x);
            }
        });
        m_charts.push_back(chart);
    }
    arrange();
}

void MetricCharts::arrange()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (qobject_cast<Separator *>(item->widget()))
            delete item->widget();
        delete item;
    }
    for (int i = 0; i < int(m_charts.size()); ++i) {
        const int row = i / m_columns * 2, column = i % m_columns;
        if (row > 0 && column == 0)
            m_grid->addWidget(new Separator, row - 1, 0, 1, m_columns);
        m_grid->addWidget(m_charts[size_t(i)], row, column);
    }
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, column < m_columns ? 1 : 0);
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, 0);
    m_grid->setRowStretch((int(m_charts.size()) / m_columns + 1) * 2, 1);
}

} // namespace mooring
