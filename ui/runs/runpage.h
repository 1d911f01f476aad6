#pragma once

#include "ui/context/appcontext.h"
#include "ui/context/pageregistry.h"
#include "ui/widgets/page.h"

#include <QTimer>

namespace mooring {

class Banner;
class Button;
class CauseCard;
class EmptyState;
class LogPane;
class PhaseBar;
class MetricCharts;
class RunData;
class RunDetails;
class RunMetricsTab;
class RunOutputs;
class TabPages;

/// One run: header, phases, cause, and the tabs Log, Metrics, Outputs, Details (pictures b and c).
class RunPage : public Page
{
    Q_OBJECT
public:
    RunPage(const AppContext &context, const QString &runId, QWidget *parent = nullptr);

    /// A tab with the run as code, made when it is first looked at.
    void offerCode(const PageRegistry::PartFactory &make);

    void shown() override;
    void refresh() override;

protected:
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createActions();
    QWidget *createBody();
    QWidget *createLogTab();
    void showView();
    void showHeader();
    void showPhases();
    void showCause();
    void showTabs();
    void showColumn();
    void showFailure();
    void tick();
    void openFolder();
    void runAgain();
    void askToCancel();
    void startCancel();
    void startFetch();

    AppContext m_context;
    QString m_runId;
    RunData *m_data;
    PhaseBar *m_phases;
    Banner *m_banner;
    CauseCard *m_cause;
    TabPages *m_tabs;
    LogPane *m_log;
    MetricCharts *m_charts;
    QWidget *m_chartColumn;
    RunMetricsTab *m_metrics;
    RunOutputs *m_outputs;
    RunDetails *m_details;
    Button *m_folder;
    Button *m_deploy;
    Button *m_again;
    Button *m_cancel;
    QTimer m_second;
    QStringList m_shownLogs;
    bool m_canceling = false; ///< our own job does it
    QString m_failure;        ///< of a cancel or a fetch; stays until another one is tried
};

} // namespace mooring
