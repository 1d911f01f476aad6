#include "ui/runs/runpage.h"

#include "core/base/text.h"
#include "core/inference/modeloutputs.h"
#include "core/jobs/jobrunner.h"
#include "core/runs/runwatcher.h"
#include "ui/log/logpane.h"
#include "ui/runs/causecard.h"
#include "ui/runs/metriccharts.h"
#include "ui/runs/outputfetchjob.h"
#include "ui/runs/phasecells.h"
#include "ui/runs/rundata.h"
#include "ui/runs/rundetails.h"
#include "ui/runs/runmetricstab.h"
#include "ui/runs/runoutputs.h"
#include "ui/runs/runtext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/decisiondialog.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/phasebar.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/tabbar.h"
#include "ui/widgets/tabpages.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/stateglyphs.h"
#include "ui/workspace/workspacecontent.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QUrl>

namespace mooring {

namespace {

constexpr std::chrono::seconds kGrace{10};
constexpr int kNarrow = 760; ///< px of page width under which the charts are in their tab only
constexpr int kWide = 900;   ///< from here the column of charts has its full width
constexpr int kWideColumn = 352;
constexpr int kNarrowColumn = 320;
constexpr int kChartHeight = 184;
constexpr int kLow = 520; ///< px of page height under which the cause stands without its code

QString count(qint64 n) { return n > 0 ? humanCount(n) : QString(); }

} // namespace

RunPage::RunPage(const AppContext &context, const QString &runId, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_runId(runId),
      m_data(new RunData(context, runId, this)),
      m_phases(new PhaseBar),
      m_banner(new Banner),
      m_cause(new CauseCard)
{
    createActions();
    header()->setTitle(runId);
    aboveBody()->addWidget(m_banner);
    aboveBody()->addWidget(m_phases);
    aboveBody()->addWidget(m_cause);
    m_phases->setObjectName(QStringLiteral("phases"));
    m_cause->setObjectName(QStringLiteral("cause"));
    m_phases->hide();
    m_cause->hide();
    setBody(createBody());
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &RunPage::tick);
    connect(m_data, &RunData::looked, this, &RunPage::showView);
}

void RunPage::createActions()
{
    m_folder = edgeButton(tr("Open folder"), QStringLiteral("folder"));
    m_deploy = edgeButton(tr("Deploy…"), QStringLiteral("endpoint"));
    m_again = edgeButton(tr("Run again…"), QStringLiteral("view-refresh"));
    m_cancel = dangerButton(tr("Cancel run…"), QStringLiteral("media-playback-stop"));
    m_folder->setObjectName(QStringLiteral("openFolder"));
    m_deploy->setObjectName(QStringLiteral("deployRun"));
    m_again->setObjectName(QStringLiteral("runAgain"));
    m_cancel->setObjectName(QStringLiteral("cancelRun"));
    for (Button *button : {m_folder, m_deploy, m_again, m_cancel})
        header()->addAction(button, button != m_cancel && button != m_deploy);
    connect(m_folder, &QAbstractButton::clicked, this, &RunPage::openFolder);
    connect(m_deploy, &QAbstractButton::clicked, this,
            [this] { m_context.navigator.go(QStringLiteral("deploy?run=") + m_runId); });
    connect(m_again, &QAbstractButton::clicked, this, &RunPage::runAgain);
    connect(m_cancel, &QAbstractButton::clicked, this, &RunPage::askToCancel);
}

QWidget *RunPage::createBody()
{
    m_tabs = new TabPages;
    m_tabs->addPage(QStringLiteral("log"), tr("Log"), createLogTab());
    m_metrics = new RunMetricsTab;
    m_outputs = new RunOutputs;
    connect(m_outputs, &RunOutputs::fetchWanted, this, &RunPage::startFetch);
    m_details = new RunDetails(m_context.kinds);
    m_tabs->addPage(QStringLiteral("metrics"), tr("Metrics"), m_metrics);
    m_tabs->addPage(QStringLiteral("outputs"), tr("Outputs"), m_outputs);
    m_tabs->addPage(QStringLiteral("details"), tr("Details"), m_details);
    return m_tabs;
}

void RunPage::offerCode(const PageRegistry::PartFactory &make)
{
    m_tabs->addPage(QStringLiteral("code"), tr("As code"), [this, make] { return make(m_context, m_runId); });
}

QWidget *RunPage::createLogTab()
{
    auto *tab = new QWidget;
    auto *row = new QHBoxLayout(tab);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_log = new LogPane;
    m_charts = new MetricCharts(kChartHeight);
    m_charts->setObjectName(QStringLiteral("sideCharts"));
    m_chartColumn = sideColumn(m_charts, kWideColumn);
    row->addWidget(m_log, 1);
    row->addWidget(m_chartColumn);
    m_chartColumn->hide();
    return tab;
}

void RunPage::shown()
{
    m_data->setActive(true);
    m_second.start();
}

void RunPage::refresh() { m_data->look(); }

void RunPage::hideEvent(QHideEvent *event)
{
    m_data->setActive(false);
    m_second.stop();
    Page::hideEvent(event);
}

void RunPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_chartColumn->setFixedWidth(dp(this, width() < dp(this, kWide) ? kNarrowColumn : kWideColumn));
    m_tabs->tabs()->setEdge(header()->isCompact() ? 16 : 24);
    m_cause->setBrief(height() < dp(this, kLow));
    showColumn();
}

void RunPage::showColumn() { m_chartColumn->setVisible(width() >= dp(this, kNarrow) && !m_charts->isEmpty()); }

void RunPage::showView()
{
    const RunView &view = m_data->view();
    if (view.failed && view.record.id.isEmpty()) { // no such run
        header()->setTitle(m_runId);
        m_banner->tell(Tone::Fail, view.error.text());
        for (Button *useless : {m_folder, m_deploy, m_again})
            header()->showAction(useless, false);
        m_tabs->hide();
        return;
    }
    header()->showAction(m_again, true);
    m_tabs->show();
    showFailure();
    showHeader();
    showPhases();
    showCause();
    showTabs();
}

/// The banner says what is not as it should be with the view itself, or why the state is not known.
void RunPage::showFailure()
{
    const RunView &view = m_data->view();
    if (view.failed)
        m_banner->tell(Tone::Unknown, view.error.text());
    else if (!m_failure.isEmpty())
        m_banner->tell(Tone::Fail, m_failure);
    else if (view.record.state == RunState::Unknown ||
             (view.record.state == RunState::CancelRequested && !view.record.reason.isEmpty())) // it waits
        m_banner->tell(Tone::Unknown, view.record.reason, view.copyNote);
    else if (view.record.state == RunState::Failed && !view.cause)
        m_banner->tell(Tone::Fail, view.record.reason);
    else if (!view.copyNote.isEmpty())
        m_banner->tell(Tone::Warn, view.copyNote);
    else
        m_banner->clear();
}

void RunPage::showHeader()
{
    const RunRecord &run = m_data->view().record;
    const bool live = !isEnded(run.state);
    m_again->setKind(live ? ButtonKind::Edge : ButtonKind::Filled); // first: a narrow header keeps the most urgent one
    header()->showAction(m_cancel, live);
    m_cancel->setEnabled(run.state != RunState::CancelRequested && !m_canceling);
    header()->showAction(m_folder, !m_data->view().folder.isEmpty());
    // What is on another computer must be copied first, and what still runs may still write.
    header()->showAction(m_deploy,
                         !live && !m_data->view().isCopy && !findModelOutputs(m_data->view().outputs).empty());
    header()->setTitle(run.name);
    header()->setBadge(glyphOf(run.state), badgeText(run));
    QStringList facts{run.settings.script, targetTitle(run.settings.target, m_context.kinds),
                      environmentText(run.settings)};
    if (live) {
        facts << (run.startedAt ? tr("started %1").arg(run.startedAt->toLocalTime().toString(u"HH:mm:ss")) : QString())
              << (run.pid ? tr("pid %1").arg(*run.pid) : QString()) << tr("outlives this window");
    } else if (run.endedAt) {
        const QString at = run.endedAt->toLocalTime().date() == QDate::currentDate()
                               ? run.endedAt->toLocalTime().toString(u"HH:mm:ss")
                               : humanTime(*run.endedAt);
        facts << (run.durationMs() ? tr("ended %1 after %2").arg(at, humanDuration(*run.durationMs()))
                                   : tr("ended %1").arg(at));
    }
    if (const auto &proof = m_data->view().proof; !live && proof && proof->isNoneLeft())
        facts << tr("no process left");
    facts.removeAll(QString());
    header()->setFacts(facts);
    Q_EMIT titleChanged(run.name);
}

void RunPage::showPhases()
{
    const RunView &view = m_data->view();
    m_phases->setCells(phaseCells(view.record, view.usual, QDateTime::currentDateTimeUtc()));
    m_phases->setVisible(!view.record.phases.empty());
}

void RunPage::showCause()
{
    const auto &cause = m_data->view().cause;
    m_cause->setVisible(cause.has_value());
    if (cause)
        m_cause->setCause(*cause);
}

void RunPage::showTabs()
{
    const RunView &view = m_data->view();
    const bool live = !isEnded(view.record.state);
    QStringList paths;
    std::vector<LogSource> logs;
    for (const auto &[title, path] : view.logs) {
        logs.push_back({title, path});
        paths << path;
    }
    if (paths != m_shownLogs) {
        m_shownLogs = paths;
        m_log->setLogs(logs);
    }
    m_log->setLive(live);
    m_charts->setMetrics(view.metrics);
    showColumn();
    m_metrics->setMetrics(view.metrics, live);
    m_outputs->setOutputs({view.outputs, view.outputsFolder, view.isCopy ? view.record.settings.target : QString(),
                           view.record.outputsFetchedAt, live, runningOutputFetch(m_context, m_runId) != nullptr});
    m_details->setView(view);
    m_tabs->tabs()->setCount(QStringLiteral("metrics"), count(qint64(view.metrics->metrics.size())));
    m_tabs->tabs()->setCount(QStringLiteral("outputs"), count(qint64(view.outputs.size())));
}

/// Only what runs by itself: elapsed times.
void RunPage::tick()
{
    if (!m_data->isLoaded() || m_data->view().record.id.isEmpty() || isEnded(m_data->view().record.state))
        return;
    showHeader();
    showPhases();
}

void RunPage::startFetch()
{
    m_failure.clear();
    Job *job = startOutputFetch(m_context, m_data->view().record);
    connect(job, &Job::finished, this, [this, job] {
        if (job->state() == Job::State::Failed)
            m_failure = job->error().text();
        m_data->look();
    });
    showTabs();
}

void RunPage::openFolder() { QDesktopServices::openUrl(QUrl::fromLocalFile(m_data->view().folder)); }

void RunPage::runAgain() { m_context.navigator.go(QStringLiteral("new-run?again=") + m_runId); }

void RunPage::askToCancel()
{
    const RunRecord &run = m_data->view().record;
    auto *dialog = new DecisionDialog(tr("Cancel the run %1?").arg(run.name),
                                      tr("Its processes are asked to end; after %n second(s) they are killed. Then "
                                         "Mooring looks for any that are left.",
                                         nullptr, int(kGrace.count())),
                                      this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("cancelDialog"));
    dialog->addStatement(Glyph::Good, tr("The log, the metrics and the outputs written so far stay."));
    dialog->setDanger(tr("Cancel run"));
    dialog->setCancelText(tr("Let it run"));
    connect(dialog, &QDialog::accepted, this, &RunPage::startCancel);
    dialog->open();
}

void RunPage::startCancel()
{
    m_canceling = true;
    m_cancel->setEnabled(false);
    m_failure.clear();
    const QString id = m_runId;
    Job *job = m_context.jobs.start(
        tr("Cancel %1").arg(m_data->view().record.name), [&runs = m_context.runs, id](JobContext &context) -> Result<> {
            const auto report = runs.cancelRun(id, kGrace, context);
            if (!report)
                return report.error();
            if (report->left.empty())
                return {};
            return Error::failed(QStringLiteral("run.processesLeft"),
                                 QCoreApplication::translate("mooring::RunPage", "%n process(es) left.", nullptr,
                                                             int(report->left.size())));
        });
    connect(job, &Job::finished, this, [this, job] {
        m_canceling = false;
        if (job->state() == Job::State::Failed)
            m_failure = job->error().text();
        m_data->look();
    });
    if (m_context.watcher)
        m_context.watcher->nudge();
}

} // namespace mooring
