#pragma once

#include "core/inference/endpointbench.h"
#include "core/inference/scoringcall.h"
#include "ui/context/appcontext.h"

#include <QPointer>
#include <QWidget>

class QGridLayout;
class QSpinBox;

namespace mooring {

class Button;
class FactList;
class LatencyChart;
class LoadRun;
class SegmentedControl;
class TextLabel;

/// How fast an endpoint answers: the last load as histogram, percentiles and facts, and the way to measure again.
class LatencyPanel : public QWidget
{
    Q_OBJECT
public:
    LatencyPanel(const AppContext &context, std::shared_ptr<EndpointBench> bench, const QString &endpoint,
                 QWidget *parent = nullptr);

    /// Of the version that is loaded; nothing: not known.
    void setColdStart(const std::optional<qint64> &ms);
    /// What the instance takes now; peaks are kept while a load goes on.
    void setUsage(const InstanceUsage &usage);
    /// Empty: one can measure.
    void setRefusal(const QString &reason);
    void measure(const ScoringRequest &request, int version);
    bool isMeasuring() const;

Q_SIGNALS:
    /// Measure was pressed: measure() is wanted.
    void measureWanted();

private:
    QWidget *makeResult();
    QWidget *makePercentiles();
    QWidget *makeSettings();
    void follow(LoadRun *run);
    void showRun();
    void showFacts();
    void press();

    AppContext m_context;
    std::shared_ptr<EndpointBench> m_bench;
    QString m_endpoint;
    QPointer<LoadRun> m_run;
    TextLabel *m_what;
    LatencyChart *m_chart;
    std::vector<TextLabel *> m_percentiles;
    TextLabel *m_unit, *m_problem;
    FactList *m_facts;
    SegmentedControl *m_mode;
    QSpinBox *m_amount, *m_seconds;
    TextLabel *m_amountUnit;
    Button *m_measure;
    std::optional<qint64> m_coldStart;
    std::optional<InstanceUsage> m_peak;
    QString m_refusal;
};

} // namespace mooring
