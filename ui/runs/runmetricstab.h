#pragma once

#include "core/runs/metrics.h"

#include <QWidget>

#include <memory>

class QStackedLayout;

namespace mooring {

class EmptyState;
class FactList;
class MetricCharts;
class TextLabel;

/// The Metrics tab: all charts, and at the right the parameters and tags.
class RunMetricsTab : public QWidget
{
    Q_OBJECT
public:
    explicit RunMetricsTab(QWidget *parent = nullptr);

    void setMetrics(const std::shared_ptr<const RunMetrics> &metrics, bool live);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createSide();

    MetricCharts *m_charts;
    FactList *m_params;
    FactList *m_tags;
    TextLabel *m_paramsTitle = nullptr;
    TextLabel *m_tagsTitle = nullptr;
    QWidget *m_side;
    QWidget *m_filled;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
};

} // namespace mooring
