#include "ui/runs/runmetricstab.h"

#include "ui/runs/metriccharts.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedLayout>

namespace mooring {

namespace {

constexpr int kChartHeight = 240;
constexpr int kTwoColumns = 1000; ///< px of the tab from which charts stand side by side

std::vector<std::pair<QString, QString>> facts(const std::map<QString, QString> &values)
{
    return {values.begin(), values.end()};
}

} // namespace

RunMetricsTab::RunMetricsTab(QWidget *parent)
    : QWidget(parent),
      m_charts(new MetricCharts(kChartHeight)),
      m_params(new FactList),
      m_tags(new FactList),
      m_filled(new QWidget),
      m_empty(new EmptyState(QStringLiteral("chart"), tr("No metrics"), {})),
      m_stack(new QStackedLayout(this))
{
    auto *row = new QHBoxLayout(m_filled);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_charts->layout()->setContentsMargins(dp(this, 8), dp(this, 8), dp(this, 8), dp(this, 8));
    m_side = createSide();
    row->addWidget(scrolling(m_charts), 1);
    row->addWidget(m_side);
    m_empty->setCommand(QStringLiteral("mlflow.log_metric(\"loss\", 0.25, step=1)"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_filled);
}

QWidget *RunMetricsTab::createSide()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(dp(this, 16), dp(this, 12), dp(this, 16), dp(this, 16));
    column->setSpacing(dp(this, 4));
    m_paramsTitle = sectionTitle(tr("Parameters"));
    m_tagsTitle = sectionTitle(tr("Tags"));
    m_tagsTitle->setMinimumHeight(dp(this, 32));
    column->addWidget(m_paramsTitle);
    column->addWidget(m_params);
    column->addWidget(m_tagsTitle);
    column->addWidget(m_tags);
    column->addStretch();
    return sideColumn(content, 320);
}

void RunMetricsTab::setMetrics(const std::shared_ptr<const RunMetrics> &metrics, bool live)
{
    m_empty->setTexts(live ? tr("No metrics yet") : tr("No metrics"),
                      live ? tr("What the script logs with MLflow, azureml or TensorBoard is drawn here as it comes. "
                                "One line is enough:")
                           : tr("The script logged none with MLflow, azureml or TensorBoard. One line is enough:"));
    m_stack->setCurrentWidget(metrics->isEmpty() ? static_cast<QWidget *>(m_empty) : m_filled);
    m_charts->setMetrics(metrics);
    m_params->setFacts(facts(metrics->params));
    m_tags->setFacts(facts(metrics->tags));
    m_paramsTitle->setVisible(!metrics->params.empty());
    m_tagsTitle->setVisible(!metrics->tags.empty());
    m_side->setVisible(!metrics->params.empty() || !metrics->tags.empty());
}

void RunMetricsTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_charts->setColumns(width() >= dp(this, kTwoColumns) ? 2 : 1);
}

} // namespace mooring
