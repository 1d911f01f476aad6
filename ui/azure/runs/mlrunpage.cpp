#include "ui/azure/runs/mlrunpage.h"

#include "core/base/text.h"
#include "core/jobs/background.h"
#include "core/jobs/jobrunner.h"
#include "ui/azure/runs/mloutputstab.h"
#include "ui/azure/runs/mlrundesk.h"
#include "ui/context/openworkspace.h"
#include "ui/log/logpane.h"
#include "ui/runs/metriccharts.h"
#include "ui/runs/runtext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/decisiondialog.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/sameasbox.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/tabbar.h"
#include "ui/widgets/tabpages.h"
#include "ui/workspace/stateglyphs.h"

#include <QFile>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kSoonMs = 3000;
constexpr std::chrono::seconds kCancelWait{120};

QWidget *padded(const QWidget *of, QWidget *content)
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(dp(of, 24), dp(of, 16), dp(of, 24), dp(of, 16));
    column->addWidget(content);
    column->addStretch(1);
    return scrolling(whole);
}

} // namespace

MlRunPage::MlRunPage(const AppContext &context, const QString &runId, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_workplace(std::make_shared<MlWorkplace>(context)),
      m_id(runId),
      m_banner(new Banner),
      m_cancel(dangerButton(tr("Cancel run…"), u"media-playback-stop"_s)),
      m_again(edgeButton(tr("Run again…"), u"view-refresh"_s))
{
    setObjectName(u"mlRunPage"_s);
    makeHeader();
    aboveBody()->addWidget(m_banner);
    setBody(makeBody());
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (isVisible())
            read();
    });
}

MlRunPage::~MlRunPage()
{
    if (m_follow)
        m_follow->cancel();
}

void MlRunPage::makeHeader()
{
    header()->setTitle(m_id);
    header()->setIcon(u"run"_s);
    m_again->setObjectName(u"runAgain"_s);
    m_cancel->setObjectName(u"cancelRun"_s);
    header()->addAction(m_again, false);
    header()->addAction(m_cancel, false);
    connect(m_again, &QAbstractButton::clicked, this, [this] {
        m_context.navigator.go(u"new-run?again="_s + QString::fromLatin1(QUrl::toPercentEncoding(m_id)));
    });
    connect(m_cancel, &QAbstractButton::clicked, this, &MlRunPage::askToCancel);
}

QWidget *MlRunPage::makeBody()
{
    m_log = new LogPane;
    m_log->setObjectName(u"mlRunLog"_s);
    m_charts = new MetricCharts(160);
    m_charts->setObjectName(u"mlRunCharts"_s);
    m_outputs = new MlOutputsTab(m_context, m_workplace);
    connect(m_outputs, &MlOutputsTab::failed, this, [this](const Error &error) {
        if (error.kind != ErrorKind::Canceled)
            m_banner->tell(Tone::Fail, tr("The outputs were not fetched."), error.text());
    });
    m_facts = new FactList;
    m_facts->setObjectName(u"mlRunFacts"_s);
    m_facts->setLabelWidth(128);
    m_sameAs = new SameAsBox;
    m_tabs = new TabPages;
    m_tabs->setObjectName(u"runTabs"_s);
    m_tabs->addPage(u"log"_s, tr("Log"), m_log);
    m_tabs->addPage(u"metrics"_s, tr("Metrics"), padded(this, m_charts));
    m_tabs->addPage(u"outputs"_s, tr("Outputs"), m_outputs);
    m_tabs->addPage(u"details"_s, tr("Details"), padded(this, m_facts));
    m_tabs->addPage(u"code"_s, tr("As code"), padded(this, m_sameAs));
    return m_tabs;
}

QString MlRunPage::logPath() const { return m_folder.filePath(u"std_log.txt"_s); }

void MlRunPage::read()
{
    if (m_reading)
        return;
    m_reading = true;
    inBackground(
        this,
        [workplace = m_workplace, id = m_id, known = m_outputs->outputs()] { return seeRun(*workplace, id, known); },
        [this](const MlRunSeen &seen) {
            m_reading = false;
            show(seen);
        });
}

void MlRunPage::show(const MlRunSeen &seen)
{
    if (!seen.run) {
        m_banner->tell(Tone::Unknown, tr("The run could not be read."), seen.run.error().text());
        m_soon.start();
        return;
    }
    const RunRecord &run = *seen.run;
    if (std::exchange(m_state, run.state).value_or(run.state) != run.state)
        m_context.openWorkspace.noteChange(); // the tree shows it too
    m_banner->clear();
    if (!run.reason.isEmpty() && run.state == RunState::Failed)
        m_banner->tell(Tone::Fail, tr("The run failed."), run.reason);
    showHeader(run);
    showFacts(seen);
    if (seen.metrics)
        m_charts->setMetrics(seen.metrics);
    m_outputs->setSeen(seen);
    const size_t outputs = m_outputs->outputs().size();
    m_tabs->tabs()->setCount(u"outputs"_s, outputs ? humanCount(qint64(outputs)) : QString());
    m_log->setLive(seen.isLive());
    follow();
    if (seen.isLive())
        m_soon.start();
}

void MlRunPage::showHeader(const RunRecord &run)
{
    const bool isLive = !isEnded(run.state);
    header()->setTitle(run.name.isEmpty() ? run.id : run.name);
    header()->setBadge(glyphOf(run.state), isLive ? badgeText(run) : stateText(run));
    QStringList facts{run.settings.script, run.settings.target, run.experiment(), m_workplace->name()};
    facts.removeAll(QString());
    header()->setFacts(facts);
    m_again->setKind(isLive ? ButtonKind::Edge : ButtonKind::Filled);
    header()->showAction(m_again, true);
    header()->showAction(m_cancel, isLive && run.state != RunState::Unknown);
    m_cancel->setEnabled(!m_canceling && run.state != RunState::CancelRequested);
}

void MlRunPage::showFacts(const MlRunSeen &seen)
{
    const RunRecord &run = *seen.run;
    const auto orDash = [](const QString &text) { return text.isEmpty() ? u"–"_s : text; };
    const auto timeOf = [](const std::optional<QDateTime> &time) { return time ? humanTime(*time) : u"–"_s; };
    const RunSettings &settings = run.settings;
    const bool isOurs = !settings.source.isEmpty(); // sent from here: all of its settings are known
    m_facts->setFacts({{tr("Run"), run.id},
                       {tr("State"), stateText(run)},
                       {tr("Reason"), orDash(run.reason)},
                       {tr("Target"), orDash(settings.target)},
                       {tr("Experiment"), run.experiment()},
                       {tr("Script"), orDash(settings.script)},
                       {tr("Source folder"), isOurs ? settings.source : tr("not known: it was not sent from here")},
                       {tr("Environment"), isOurs ? mlEnvironmentText(settings.environment) : u"–"_s},
                       {tr("Created"), timeOf(run.createdAt)},
                       {tr("Started"), timeOf(run.startedAt)},
                       {tr("Ended"), timeOf(run.endedAt)},
                       {tr("Duration"), run.durationMs() ? humanDuration(*run.durationMs()) : u"–"_s}});
    const QString unknown = tr("The run was not sent from here: its folder, arguments and environment are not known.");
    m_sameAs->setForms(
        {{u"command"_s, tr("Command"), isOurs ? commandInLines(mlCommand(m_workplace->name(), settings)) : unknown},
         {u"yaml"_s, u"run.yaml"_s, isOurs ? QString::fromUtf8(settings.toYaml()).trimmed() : unknown},
         {u"sdk"_s, u"Python"_s, isOurs ? seen.python : unknown},
         {u"cli"_s, u"az ml"_s, isOurs ? seen.azureCli : unknown}});
}

void MlRunPage::follow()
{
    if (m_isFollowed || m_follow)
        return;
    m_isFollowed = true;
    QFile file(logPath());
    if (!m_folder.isValid() || !file.open(QIODevice::WriteOnly)) {
        m_banner->tell(Tone::Fail, tr("There is no place for the log on this computer."), file.errorString());
        return;
    }
    file.close();
    m_log->setLogs({{u"std_log.txt"_s, logPath()}});
    const auto work = [workplace = m_workplace, id = m_id, path = logPath()](JobContext &job) -> Result<> {
        const auto session = workplace->session();
        if (!session)
            return session.error();
        const auto run = (*session)->runs.find(id, job.cancelToken());
        if (!run)
            return run.error();
        QFile spool(path);
        if (!spool.open(QIODevice::Append | QIODevice::Unbuffered))
            return Error::failed(u"log.notKept"_s, tr("The log could not be written: %1").arg(spool.errorString()));
        MlLog log = (*session)->runs.log(*run, u"std"_s);
        const auto ended =
            log.follow([&](const QByteArray &bytes) { spool.write(bytes); },
                       [&](const QString &trouble) { job.log(trouble, LogLine::Level::Warning); }, job.cancelToken());
        return ended ? Result<>() : Result<>(ended.error());
    };
    m_follow = m_context.jobs.start(tr("Follow the log of %1", "a run").arg(m_id), work);
    connect(m_follow, &Job::finished, this, [this, job = m_follow.data()] {
        m_follow = nullptr;
        if (job->state() == Job::State::Failed)
            m_banner->tell(Tone::Unknown, tr("The log is not followed any more. The run goes on."),
                           job->error().text());
        read();
    });
}

void MlRunPage::askToCancel()
{
    if (m_canceling)
        return;
    auto *dialog = new DecisionDialog(tr("Cancel run %1", "a run").arg(m_id),
                                      tr("Azure ML ends its processes. What it wrote to its outputs stays."), this);
    dialog->setObjectName(u"cancelDialog"_s);
    dialog->setCancelText(tr("Let it run"));
    dialog->setDanger(tr("Cancel run"));
    connect(dialog, &QDialog::accepted, this, [this] {
        const auto work = [workplace = m_workplace, id = m_id](JobContext &job) -> Result<> {
            const auto session = workplace->session();
            if (!session)
                return session.error();
            const auto ended = (*session)->runs.cancelRun(id, kCancelWait, job);
            return ended ? Result<>() : Result<>(ended.error());
        };
        m_canceling = m_context.jobs.start(tr("Cancel %1").arg(m_id), work);
        m_cancel->setEnabled(false);
        connect(m_canceling, &Job::finished, this, [this, job = m_canceling.data()] {
            m_canceling = nullptr;
            if (job->state() == Job::State::Failed) {
                const bool isKnown = job->error().kind != ErrorKind::NotReachable;
                m_banner->tell(isKnown ? Tone::Fail : Tone::Unknown,
                               isKnown ? tr("The run was not canceled.")
                                       : tr("It is not known whether the run was canceled."),
                               job->error().text());
            }
            read();
        });
    });
    dialog->open();
}

} // namespace mooring
