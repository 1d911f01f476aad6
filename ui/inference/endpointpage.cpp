#include "ui/inference/endpointpage.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "ui/inference/endpointdetails.h"
#include "ui/inference/endpointfollow.h"
#include "ui/inference/endpointnews.h"
#include "ui/inference/endpointtext.h"
#include "ui/inference/testtab.h"
#include "ui/inference/versionstab.h"
#include "ui/log/logpane.h"
#include "ui/runs/causecard.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/decisiondialog.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tabbar.h"
#include "ui/widgets/tabpages.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/stateglyphs.h"
#include "ui/workspace/workspacecontent.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QCursor>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace mooring {

using Act = EndpointActs::Act;

namespace {

constexpr int kWithLatency = 960; ///< px of page width from which the latency stands beside the request
constexpr int kWithHistory = 700; ///< and the history
constexpr int kLow = 520;         ///< px of page height under which the cause stands without its code

/// How long it has been answering. A version that failed since has changed the record and nothing else.
QString servingFor(const EndpointRecord &endpoint)
{
    const EndpointVersion *serves = endpoint.serving();
    if (!endpoint.answers() || !serves || endpoint.isForeign)
        return {};
    const auto since = endpoint.latest() != serves ? serves->createdAt : endpoint.changedAt;
    if (!since)
        return {};
    const qint64 minutes = since->secsTo(nowUtc()) / 60;
    return minutes < 1 ? EndpointPage::tr("for less than a minute")
                       : EndpointPage::tr("for %1", "a duration").arg(humanDuration(minutes * 60'000));
}

QWidget *emptyTab()
{
    auto *tab = new QWidget;
    auto *column = new QVBoxLayout(tab);
    column->setContentsMargins(0, 0, 0, 0);
    return tab;
}

} // namespace

EndpointPage::EndpointPage(const AppContext &context, const QString &name, bool canDeploy, QWidget *parent)
    : EndpointPage(context, borrowed(context.endpoints), name, canDeploy, parent)
{
}

EndpointPage::EndpointPage(const AppContext &context, const std::shared_ptr<EndpointBench> &bench, const QString &name,
                           bool canDeploy, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_name(name),
      m_data(new EndpointData(context, bench, name, this)),
      m_acts(new EndpointActs(context, name, this)),
      m_follow(new EndpointFollow(bench, name, this)),
      m_banner(new Banner),
      m_cause(new CauseCard),
      m_tabs(new TabPages),
      m_test(new TestTab(context, bench, name)),
      m_log(new LogPane),
      m_versions(new VersionsTab),
      m_details(new EndpointDetails),
      m_latencyTab(emptyTab()),
      m_historyTab(emptyTab())
{
    setObjectName(u"endpointPage"_s);
    makeHeader(canDeploy);
    makeCause();
    aboveBody()->addWidget(m_banner);
    aboveBody()->addWidget(m_cause);
    makeTabs(bench->isElsewhere());
    setBody(m_tabs);
    m_tabs->hide(); // until it is known what it is
    connect(m_data, &EndpointData::looked, this, &EndpointPage::showView);
    connect(m_acts, &EndpointActs::changed, this, [this] {
        showActs();
        showBanner();
    });
    connect(m_acts, &EndpointActs::ended, this, &EndpointPage::actEnded);
    connect(m_follow, &EndpointFollow::logsChanged, m_log, &LogPane::setLogs);
    connect(m_follow, &EndpointFollow::usageChanged, this, &EndpointPage::showUsage);
    connect(m_test, &TestTab::sent, m_data, &EndpointData::look);
}

void EndpointPage::makeHeader(bool canDeploy)
{
    header()->setIcon(u"endpoint"_s);
    header()->setTitle(m_name);
    m_code = edgeButton(tr("Copy as code"), u"edit-copy"_s);
    m_code->setArrow(true);
    m_reload = edgeButton(tr("Reload"), u"view-refresh"_s);
    m_reload->setToolTip(tr("Serve the code and the model as they are now"));
    m_start = edgeButton(tr("Start"), u"run"_s);
    m_stop = edgeButton(tr("Stop", "an endpoint"), u"media-playback-stop"_s);
    const std::pair<Button *, const char *> named[] = {
        {m_code, "copyCode"}, {m_reload, "reload"}, {m_start, "start"}, {m_stop, "stop"}};
    for (const auto &[button, objectName] : named) {
        button->setObjectName(QLatin1String(objectName));
        header()->addAction(button, false);
    }
    connect(m_code, &QAbstractButton::clicked, this, &EndpointPage::popUpCode);
    connect(m_reload, &QAbstractButton::clicked, this, [this] { m_acts->begin(Act::Reload); });
    connect(m_start, &QAbstractButton::clicked, this, [this] { m_acts->begin(Act::Restart); });
    connect(m_stop, &QAbstractButton::clicked, this, [this] { m_acts->begin(Act::Stop); });
    m_codeMenu = new QMenu(this);
    m_codeMenu->addAction(u"curl"_s, this, [this] { copyCode(false); })->setObjectName(u"copyCurl"_s);
    m_codeMenu->addAction(u"Python"_s, this, [this] { copyCode(true); })->setObjectName(u"copyPython"_s);
    m_more = new QMenu(this);
    m_restart = m_more->addAction(tr("Restart"), this, [this] { m_acts->begin(Act::Restart); });
    m_restart->setObjectName(u"restart"_s);
    if (canDeploy) {
        QAction *update =
            m_more->addAction(tr("Update…"), this, [this] { m_context.navigator.go(routeTo("deploy", m_name)); });
        update->setObjectName(u"update"_s);
    }
    m_more->addSeparator();
    m_more->addAction(tr("Delete…"), this, &EndpointPage::askToDelete)->setObjectName(u"delete"_s);
}

void EndpointPage::makeCause()
{
    m_cause->setObjectName(u"initCause"_s);
    m_retry = edgeButton(tr("Retry"), u"view-refresh"_s);
    m_retry->setObjectName(u"retry"_s);
    m_retry->setToolTip(tr("Copies the code again and starts it; nothing is rebuilt"));
    m_cause->addAction(m_retry);
    m_cause->hide();
    connect(m_retry, &QAbstractButton::clicked, this, [this] { m_acts->begin(Act::Reload); });
}

void EndpointPage::makeTabs(bool isElsewhere)
{
    m_tabs->setObjectName(u"endpointTabs"_s);
    // A tab takes its page when it is first looked at; until then it is ours.
    for (QWidget *later : std::initializer_list<QWidget *>{m_historyTab, m_latencyTab, m_log, m_versions, m_details}) {
        later->setParent(this);
        later->hide();
    }
    m_tabs->addPage(u"test"_s, tr("Test"), m_test);
    m_tabs->addPage(u"history"_s, tr("History"), m_historyTab);
    m_tabs->addPage(u"latency"_s, tr("Latency"), m_latencyTab);
    m_tabs->addPage(u"log"_s, tr("Log"), m_log);
    m_tabs->addPage(u"versions"_s, isElsewhere ? tr("Deployments") : tr("Versions"), m_versions);
    m_tabs->addPage(u"details"_s, tr("Details"), m_details);
    m_test->setOtherPlaces(m_latencyTab, m_historyTab);
    arrange();
}

void EndpointPage::offerCode(const PageRegistry::PartFactory &make)
{
    m_tabs->addPage(u"code"_s, tr("As code"), [this, make] { return make(m_context, m_name); });
}

void EndpointPage::arrange()
{
    const bool withLatency = width() >= dp(this, kWithLatency), withHistory = width() >= dp(this, kWithHistory);
    const EndpointRecord &endpoint = m_data->view().record;
    const bool isForeign = m_data->isLoaded() && endpoint.isForeign && !endpoint.canBeAsked;
    m_test->setColumns(withHistory, withLatency);
    TabBar *bar = m_tabs->tabs();
    const QString current = bar->current();
    if ((withLatency && current == u"latency") || (withHistory && current == u"history"))
        m_tabs->show(u"test"_s);
    bar->setTabVisible(u"latency"_s, !withLatency && !isForeign);
    bar->setTabVisible(u"history"_s, !withHistory && !isForeign);
    bar->setEdge(header()->isCompact() ? 16 : 24);
    m_cause->setBrief(height() < dp(this, kLow));
}

void EndpointPage::shown()
{
    m_data->setActive(true);
    m_follow->setActive(true);
}

void EndpointPage::refresh() { m_data->look(); }

void EndpointPage::hideEvent(QHideEvent *event)
{
    m_data->setActive(false);
    m_follow->setActive(false);
    Page::hideEvent(event);
}

void EndpointPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void EndpointPage::showView()
{
    const EndpointView &view = m_data->view();
    if (view.failed && view.record.name.isEmpty()) { // there is none of that name
        m_isGone = view.error.code == u"endpoint.unknown" && !m_acts->isBusy();
        showActs();
        header()->setBadge(Glyph::Stopped, {});
        m_cause->hide();
        m_tabs->hide();
        showBanner();
        return;
    }
    m_isGone = false;
    m_cause->setVisible(view.cause.has_value());
    if (view.cause)
        m_cause->setCause(*view.cause);
    showHeader();
    showActs();
    showBanner();
    if (view.record.isForeign && !view.record.canBeAsked)
        showForeign();
    else
        showTabs();
    m_tabs->show();
}

void EndpointPage::showHeader()
{
    const EndpointRecord &endpoint = m_data->view().record;
    header()->setBadge(glyphOf(endpoint.state), endpointBadge(endpoint));
    QStringList facts{addressText(endpoint)};
    facts << whatServes();
    facts << (endpoint.isForeign && !endpoint.canBeAsked ? tr("made by %1").arg(endpoint.maker)
                                                         : carrierText(endpoint));
    facts << servingFor(endpoint);
    if (const auto &usage = m_follow->usage(); usage && endpoint.answers())
        facts << tr("CPU %1 %, %2").arg(QString::number(usage->cpuPercent, 'f', 0), humanSize(usage->memory));
    facts.removeAll(QString());
    header()->setFacts(facts);
}

/// The model and its version; of one that others made what share of the requests each deployment gets.
QStringList EndpointPage::whatServes() const
{
    const EndpointRecord &endpoint = m_data->view().record;
    const EndpointVersion *version = endpoint.serving() ? endpoint.serving() : endpoint.latest();
    if (!endpoint.canBeAsked)
        return version ? QStringList{tr("%1 v%2", "model, version").arg(modelText(*version)).arg(version->number)}
                       : QStringList();
    QStringList shares;
    for (const EndpointVersion &each : endpoint.versions)
        shares << tr("%1 %2 %", "a deployment, its share").arg(each.title).arg(each.share.value_or(0));
    return shares;
}

/// What can be done now; one of it is the main act.
void EndpointPage::showActs()
{
    const EndpointView &view = m_data->view();
    const EndpointRecord &endpoint = view.record;
    const bool isOurs = m_data->isLoaded() && !view.failed && !endpoint.isForeign;
    const bool isFree = isOurs && !m_acts->isBusy() && endpoint.state != EndpointState::Deploying;
    const bool runs = endpoint.answers(), canStart = !runs && endpoint.active > 0;
    header()->showAction(m_code, isOurs || endpoint.canBeAsked);
    header()->showAction(m_reload, isOurs);
    header()->showAction(m_stop, isOurs && (runs || endpoint.state == EndpointState::Deploying));
    header()->showAction(m_start, isOurs && canStart && endpoint.state != EndpointState::Deploying);
    for (QWidget *act : {m_reload, m_stop, m_start, m_retry})
        act->setEnabled(isFree);
    m_restart->setEnabled(isFree && endpoint.active > 0);
    header()->setMoreMenu(isOurs ? m_more : nullptr);
    for (QAction *action : m_more->actions()) {
        if (action != m_restart)
            action->setEnabled(isOurs && !m_acts->isBusy());
    }
    const bool retries = view.cause.has_value();
    m_retry->setKind(retries ? ButtonKind::Filled : ButtonKind::Edge);
    m_start->setKind(canStart && !retries ? ButtonKind::Filled : ButtonKind::Edge);
    m_test->setMain(!retries && (runs || endpoint.canBeAsked));
}

/// What goes on, else why the last act failed, else what is not as it should be.
void EndpointPage::showBanner()
{
    const bool saysBusy = m_acts->isBusy();
    const EndpointNews news = saysBusy ? newsOfAct(m_acts->act(), m_acts->step()) : newsOf(m_data->view(), m_failure);
    if (news.sentence.isEmpty())
        m_banner->clear();
    else
        m_banner->tell(news.tone, news.sentence, news.more);
    if (saysBusy == m_saysBusy)
        return;
    m_saysBusy = saysBusy;
    m_banner->clearActions();
    if (!saysBusy)
        return;
    Button *cancel = edgeButton(tr("Cancel"));
    cancel->setObjectName(u"cancelAct"_s);
    cancel->setSmall(true);
    connect(cancel, &QAbstractButton::clicked, m_acts, &EndpointActs::cancel);
    m_banner->addAction(cancel);
}

void EndpointPage::showForeign()
{
    TabBar *bar = m_tabs->tabs();
    m_tabs->show(u"details"_s);
    for (const QString &id : bar->ids())
        bar->setTabVisible(id, id == u"details");
    m_details->setEndpoint(m_data->view().record);
}

void EndpointPage::showTabs()
{
    const EndpointView &view = m_data->view();
    m_test->setView(view);
    m_versions->setEndpoint(view.record);
    m_details->setEndpoint(view.record);
    m_tabs->tabs()->setCount(
        u"versions"_s, view.record.versions.empty() ? QString() : humanCount(qint64(view.record.versions.size())));
    m_log->setLive(view.record.answers() || view.record.canBeAsked || view.record.state == EndpointState::Deploying);
    m_follow->setEndpoint(view.record);
}

void EndpointPage::showUsage(const InstanceUsage &usage)
{
    m_test->setUsage(usage);
    m_details->setUsage(usage);
    if (m_data->isLoaded() && !m_data->view().failed)
        showHeader();
}

void EndpointPage::actEnded(Act act, const std::optional<Error> &error)
{
    m_failure = error;
    if (act == Act::Delete && !error) {
        m_isGone = true;
        m_context.navigator.go(u"endpoints"_s);
        return;
    }
    showBanner();
    m_data->look();
}

void EndpointPage::askToDelete()
{
    const EndpointRecord &endpoint = m_data->view().record;
    auto *dialog = new DecisionDialog(tr("Delete the endpoint %1?").arg(m_name),
                                      tr("It is stopped. Its versions, their logs and the history of requests are "
                                         "deleted; that cannot be taken back."),
                                      this);
    dialog->setObjectName(u"deleteDialog"_s);
    const EndpointVersion *newest = endpoint.latest();
    if (newest && !newest->modelPath.isEmpty())
        dialog->addStatement(Glyph::LeftOut, tr("The model stays: %1").arg(newest->modelPath));
    if (newest && !newest->codeSource.isEmpty())
        dialog->addStatement(Glyph::LeftOut, tr("The code stays: %1").arg(newest->codeSource));
    dialog->askName(m_name);
    dialog->setDanger(tr("Delete"));
    connect(dialog, &QDialog::accepted, this, [this] { m_acts->begin(Act::Delete); });
    dialog->open();
}

void EndpointPage::popUpCode()
{
    const bool folded = !m_code->isVisible();
    m_codeMenu->popup(folded ? QCursor::pos() : m_code->mapToGlobal(QPoint(0, m_code->height() + 2)));
}

void EndpointPage::copyCode(bool python)
{
    QGuiApplication::clipboard()->setText(python ? m_test->python() : m_test->curl());
}

} // namespace mooring
