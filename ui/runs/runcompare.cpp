#include "ui/runs/runcompare.h"

#include "core/jobs/background.h"
#include "ui/runs/differencecell.h"
#include "ui/runs/rundifferences.h"
#include "ui/runs/runlook.h"
#include "ui/runs/seriesname.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace mooring {

namespace {

constexpr int kChartHeight = 220;

void clear(QGridLayout *grid)
{
    while (QLayoutItem *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

RunCompare::RunCompare(const AppContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_title(new TextLabel({}, Type::Section)),
      m_charts(new QGridLayout),
      m_differ(new TextLabel({}, Type::Section)),
      m_table(new QGridLayout)
{
    auto *side = new QWidget;
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(dp(this, 16), dp(this, 12), dp(this, 16), dp(this, 12));
    sideLayout->addWidget(m_differ);
    sideLayout->addLayout(m_table);
    sideLayout->addStretch();
    m_table->setVerticalSpacing(0);
    m_table->setHorizontalSpacing(dp(this, 8));

    auto *charts = new QWidget;
    charts->setLayout(m_charts);
    m_charts->setContentsMargins(dp(this, 8), dp(this, 6), dp(this, 8), dp(this, 6)); // a chart has 16 of its own
    m_charts->setHorizontalSpacing(0);
    m_charts->setVerticalSpacing(dp(this, 8));

    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(scrolling(charts), 1);
    body->addWidget(sideColumn(side, 392));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(dp(this, 24), dp(this, 12), dp(this, 24), dp(this, 12));
    head->addWidget(m_title);
    head->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Separator);
    column->addLayout(head);
    column->addWidget(new Separator);
    column->addLayout(body, 1);
}

void RunCompare::setRuns(const std::vector<RunRecord> &runs)
{
    m_runs = runs;
    m_title->setText(tr("Comparing %n run(s)", nullptr, int(runs.size())));
    for (const RunRecord &run : runs) {
        if (!m_metrics.contains(run.id) || !isEnded(run.state))
            read(run.id);
    }
    showRuns();
}

void RunCompare::read(const QString &id)
{
    inBackground(
        this, [look = std::make_shared<RunLook>(m_context.workspace, m_context.runs, id)] { return look->look({}); },
        [this, id](const RunView &view) {
            m_metrics[id] = view.metrics;
            m_series[id].update(*view.metrics);
            showRuns();
        });
}

std::shared_ptr<const RunMetrics> RunCompare::metricsOf(const QString &id) const
{
    const auto found = m_metrics.find(id);
    return found == m_metrics.end() ? std::make_shared<RunMetrics>() : found->second;
}

void RunCompare::showRuns()
{
    const QStringList shorter = names();
    std::map<QString, std::vector<Series>> charts;
    for (size_t i = 0; i < m_runs.size(); ++i) {
        const QString &id = m_runs[i].id;
        const auto metrics = metricsOf(id); // held: nothing else may hold it
        for (const auto &[metric, points] : metrics->metrics)
            charts[metric].push_back({shorter[qsizetype(i)], m_series[id].data(metric), int(i)});
    }
    std::erase_if(charts, [](const auto &chart) { return chart.second.size() < 2; });
    QStringList shown = shorter;
    for (const auto &[metric, series] : charts) {
        shown << u'\n' + metric;
        for (const Series &one : series)
            shown << one.name;
    }
    if (shown != m_shown)
        rebuildCharts(charts);
    m_shown = shown;
    for (Chart *chart : m_made) // a cursor or a zoom stays where it is while values come in
        chart->dataChanged();
    rebuildDifferences();
}

void RunCompare::rebuildCharts(const std::map<QString, std::vector<Series>> &charts)
{
    clear(m_charts);
    m_made.clear();
    for (const auto &[metric, series] : charts) {
        auto *chart = new Chart(metric);
        chart->setSeries(series);
        chart->setFixedHeight(dp(this, kChartHeight));
        m_charts->addWidget(chart, int(m_made.size()) / 2, int(m_made.size()) % 2);
        m_made.push_back(chart);
        connect(chart, &Chart::cursorMoved, this, [this, chart](std::optional<double> x) {
            for (Chart *other : m_made) {
                if (other != chart)
                    other->setCursor(x);
            }
        });
    }
    if (m_made.empty() && !m_runs.empty())
        m_charts->addWidget(paragraph(tr("These runs share no metric.")), 0, 0, Qt::AlignTop);
}

QStringList RunCompare::names() const
{
    QStringList names;
    for (const RunRecord &run : m_runs)
        names << run.name;
    return shortNames(names);
}

void RunCompare::rebuildDifferences()
{
    std::vector<std::shared_ptr<const RunMetrics>> metrics;
    for (const RunRecord &run : m_runs)
        metrics.push_back(metricsOf(run.id));
    RunDifferences differences = compareRuns(m_runs, metrics, m_context.kinds);
    QStringList ids;
    for (const RunRecord &run : m_runs)
        ids << run.id;
    if (ids == m_listed && differences == m_differences)
        return;
    m_listed = ids;
    m_differences = std::move(differences);
    clear(m_table);
    //: %1 of %2 settings
    m_differ->setText(tr("%1 of %2 settings differ").arg(m_differences.rows.size()).arg(m_differences.compared));
    if (m_differences.rows.empty())
        return;
    const QStringList shorter = names();
    for (int i = 0; i < int(m_runs.size()); ++i)
        m_table->addWidget(new SeriesName(i, shorter[i], m_runs[size_t(i)].name), 0, i + 1);
    int row = 1;
    for (const RunDifference &difference : m_differences.rows) {
        addDifference(difference, row);
        row += 2;
    }
}

void RunCompare::addDifference(const RunDifference &difference, int row)
{
    m_table->addWidget(new Separator, row, 0, 1, int(m_runs.size()) + 1);
    m_table->addWidget(new ElidedLabel(difference.name, Type::Body, Ink::Text2), row + 1, 0);
    for (int i = 0; i < int(difference.values.size()); ++i)
        m_table->addWidget(new DifferenceCell(difference.values[i], difference.differs[size_t(i)]), row + 1, i + 1);
}

} // namespace mooring
