#include "ui/azure/targets/mltargetpage.h"

#include "core/base/text.h"
#include "core/jobs/background.h"
#include "core/jobs/job.h"
#include "core/targets/detaching.h"
#include "ui/attach/detach/detachproof.h"
#include "ui/attach/ladder/checkpanel.h"
#include "ui/attach/ladder/rungdetails.h"
#include "ui/azure/targets/computeacts.h"
#include "ui/azure/targets/mlattachdesk.h"
#include "ui/azure/targets/mlcheck.h"
#include "ui/azure/targets/mlsample.h"
#include "ui/azure/targets/mltargetside.h"
#include "ui/azure/targets/scaleform.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/sameasbox.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/tabpages.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kSoonMs = 5000;
constexpr int kMeterMs = 60'000; ///< as often as the tree asks Azure
constexpr int kSideFrom = 860;   ///< px of page width from which the side column stands beside the ladder

QWidget *padded(const QWidget *of, QWidget *content)
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(dp(of, 24), dp(of, 16), dp(of, 24), dp(of, 16));
    column->setSpacing(dp(of, 12));
    column->addWidget(content);
    column->addStretch(1);
    return whole;
}

} // namespace

MlTargetPage::MlTargetPage(const AppContext &context, const QString &name, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_workplace(std::make_shared<MlWorkplace>(context)),
      m_name(name),
      m_acts(new ComputeActs(context, m_workplace, name, this)),
      m_banner(new Banner)
{
    setObjectName(u"mlTargetPage"_s);
    makeHeader();
    aboveBody()->addWidget(m_banner);
    makeBody();
    connectActs();
    showActs();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (isVisible())
            read();
    });
    connect(&m_meter, &QTimer::timeout, this, &MlTargetPage::readUsage);
    m_meter.start(kMeterMs);
}

Button *MlTargetPage::addAct(const char *objectName, const QString &text, const QString &icon)
{
    Button *button = edgeButton(text, icon);
    button->setObjectName(QLatin1String(objectName));
    header()->addAction(button, false);
    return button;
}

/// In order of weight: the header shows the first three that apply, the others are under "more".
void MlTargetPage::makeHeader()
{
    header()->setTitle(m_name);
    m_run = addAct("runHere", tr("Run here…"), u"run"_s);
    m_run->setKind(ButtonKind::Filled);
    connect(m_run, &QAbstractButton::clicked, this, [this] {
        m_context.navigator.go(u"new-run?target="_s + QString::fromLatin1(QUrl::toPercentEncoding(m_name)));
    });
    m_again = addAct("checkAgain", tr("Check again"), u"view-refresh"_s);
    m_again->setToolTip(tr("Check again (F5)"));
    connect(m_again, &QAbstractButton::clicked, this, [this] { check({}); });
    m_start = addAct("startCompute", tr("Start"), u"run"_s);
    connect(m_start, &QAbstractButton::clicked, m_acts, &ComputeActs::start);
    m_stop = addAct("stopCompute", tr("Stop…"), u"media-playback-stop"_s);
    connect(m_stop, &QAbstractButton::clicked, m_acts, &ComputeActs::stop);
    m_detach = addAct("detach", tr("Detach…"), {});
    connect(m_detach, &QAbstractButton::clicked, this, &MlTargetPage::detach);
    m_sample = addAct("runSampleHere", tr("Run the sample"), u"beaker"_s);
    connect(m_sample, &QAbstractButton::clicked, this, &MlTargetPage::runSampleThere);
    m_restart = addAct("restartCompute", tr("Restart…"), {});
    connect(m_restart, &QAbstractButton::clicked, m_acts, &ComputeActs::restart);
    m_delete = addAct("deleteCompute", tr("Delete…"), {});
    m_delete->setKind(ButtonKind::Danger);
    connect(m_delete, &QAbstractButton::clicked, m_acts, &ComputeActs::remove);
}

void MlTargetPage::makeBody()
{
    m_tabs = new TabPages;
    m_tabs->setObjectName(u"targetTabs"_s);
    m_tabs->addPage(u"checks"_s, tr("Checks"), makeChecks());
    m_document = new CodeBox;
    m_document->setObjectName(u"azureDocument"_s);
    m_document->setAccessibleName(tr("All that Azure says of it"));
    m_about = new MlTargetSide(MlTargetSide::Place::Page);
    auto *details = new QWidget;
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_about);
    column->addWidget(m_document);
    m_tabs->addPage(u"details"_s, tr("Details"), scrolling(padded(this, details)));
    m_sameAs = new SameAsBox;
    m_tabs->addPage(u"code"_s, tr("As code"), scrolling(padded(this, m_sameAs)));
    setBody(m_tabs);
}

QWidget *MlTargetPage::makeChecks()
{
    m_checks = new CheckPanel;
    m_checks->setTitle(m_name);
    connect(m_checks, &CheckPanel::runAgain, this, [this](const QString &rung) { check({rung}); });
    connect(m_checks, &CheckPanel::ended, this, &MlTargetPage::checkEnded);
    connect(m_checks, &CheckPanel::selected, this, [this](const QString &rung) {
        const RungResult *result =
            m_target && m_target->record.lastCheck ? m_target->record.lastCheck->find(rung) : nullptr;
        m_rung->setVisible(result != nullptr);
        if (result)
            m_rung->setRung(*result);
    });
    m_scale = new ScaleForm;
    auto *apply = edgeButton(tr("Resize"));
    apply->setObjectName(u"resizeCompute"_s);
    auto *scale = new QVBoxLayout;
    scale->setContentsMargins(dp(this, 24), 0, dp(this, 24), dp(this, 16));
    scale->addWidget(sectionTitle(tr("Scale")));
    scale->addWidget(m_scale);
    scale->addWidget(apply, 0, Qt::AlignLeft);
    m_scalePart = new QWidget;
    m_scalePart->setLayout(scale);
    m_scalePart->hide();
    connect(apply, &QAbstractButton::clicked, this, [this] {
        const QString wrong = m_scale->check();
        if (wrong.isEmpty())
            m_acts->resize(m_scale->least(), m_scale->most(), m_scale->idleSeconds());
        else
            m_banner->tell(Tone::Fail, wrong);
    });
    auto *main = new QWidget;
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_checks);
    column->addWidget(m_scalePart);
    column->addStretch(1);

    m_side = new MlTargetSide(MlTargetSide::Place::Page);
    m_rung = new RungDetails;
    m_rung->hide();
    connect(m_rung, &RungDetails::runAgain, this, [this](const QString &rung) { check({rung}); });
    auto *side = new QWidget;
    auto *parts = new QVBoxLayout(side);
    parts->setContentsMargins(0, 0, 0, 0);
    auto *rung = new QVBoxLayout;
    rung->setContentsMargins(dp(this, 16), dp(this, 12), dp(this, 16), 0);
    rung->addWidget(m_rung);
    parts->addLayout(rung);
    parts->addWidget(m_side, 1);
    m_sideColumn = sideColumn(side, 384);
    auto *checks = new QWidget;
    auto *across = new QHBoxLayout(checks);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(scrolling(main), 1);
    across->addWidget(m_sideColumn);
    return checks;
}

void MlTargetPage::connectActs()
{
    for (MlTargetSide *side : {m_side, m_about})
        connect(side, &MlTargetSide::priceWanted, this,
                [this](const QString &, const std::optional<NodePrice> &price) { keepPrice(price); });
    connect(m_acts, &ComputeActs::goesOn, this, [this](const QString &sentence) {
        m_banner->clear();
        m_banner->clearActions();
        showActs();
        if (sentence.isEmpty())
            return;
        m_banner->tell(Tone::Accent, sentence, tr("It goes on in Azure also when this page is left."));
        Button *stop = edgeButton(tr("Stop watching"));
        stop->setObjectName(u"stopWatching"_s);
        connect(stop, &QAbstractButton::clicked, m_acts, &ComputeActs::cancel);
        m_banner->addAction(stop);
    });
    connect(m_acts, &ComputeActs::failed, this, [this](const QString &what, const Error &error) {
        m_banner->tell(Tone::Fail, what, error.text());
        read();
    });
    connect(m_acts, &ComputeActs::lostSight, this, [this](const Error &error) {
        m_banner->tell(Tone::Unknown, tr("Not watched any more. Azure ML may go on with it."),
                       error.kind == ErrorKind::Canceled ? QString() : error.text());
        read();
    });
    connect(m_acts, &ComputeActs::done, this, &MlTargetPage::read);
    connect(m_acts, &ComputeActs::detached, this, &MlTargetPage::showDetached);
    connect(m_acts, &ComputeActs::removed, this, [this] {
        showGone(tr("Deleted"));
        setBody(
            padded(this, paragraph(tr("%1 is deleted, with its machines and their disks.", "a target").arg(m_name))));
    });
}

void MlTargetPage::act(const QString &word)
{
    if (word == u"detach" && !m_gone && m_detach->isEnabled())
        detach();
}

void MlTargetPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (m_gone)
        return; // its parts are gone with the body
    const bool hasRoom = width() >= dp(this, kSideFrom);
    m_sideColumn->setVisible(hasRoom);
    m_about->setVisible(!hasRoom);
}

void MlTargetPage::read()
{
    if (m_gone)
        return;
    const auto look = [workplace = m_workplace, name = m_name]() -> Seen {
        Seen seen;
        seen.all = seeTargets(*workplace);
        const MlTarget *target = seen.all.find(name);
        const auto session = workplace->session();
        if (!target || !session)
            return seen;
        seen.rungs = (*session)->targets.checkLadder(*target);
        if (!seen.all.isOffline && target->compute && target->compute->isCluster() && target->compute->isManaged())
            seen.nodes = (*session)->targets.nodes(name, {}).valueOr({});
        return seen;
    };
    inBackground(this, look, [this](const Seen &seen) { show(seen); });
}

void MlTargetPage::show(const Seen &seen)
{
    if (m_gone)
        return;
    m_seen = seen.all;
    const MlTarget *target = m_seen.find(m_name);
    if (!target) {
        m_target.reset();
        const QString none = tr("There is no target named %1 in this workspace.").arg(m_name);
        m_banner->tell(m_seen.isOffline ? Tone::Unknown : Tone::Fail, m_seen.error ? m_seen.error->text() : none);
        return showActs();
    }
    m_target = *target;
    const QString age =
        m_seen.isOffline && m_seen.at.isValid() ? tr("as of %1", "a time").arg(humanTime(m_seen.at)) : QString();
    for (MlTargetSide *side : {m_side, m_about}) {
        side->setTarget(*m_target, age);
        side->setNodes(seen.nodes);
        side->setUsage(m_seen.usageOf(*m_target));
    }
    header()->setIcon(m_target->kind ? m_target->kind->iconName() : QString());
    m_checks->setChecks(seen.rungs, m_target->record.lastCheck);
    m_checks->setCanRun(!m_seen.isOffline);
    m_document->setText(QString::fromUtf8(
        toPrettyBytes(m_target->compute ? m_target->compute->document : m_target->record.toFullJson(m_target->kind))));
    const bool isCluster = m_target->compute && m_target->compute->isCluster() && m_target->compute->isManaged();
    m_scalePart->setVisible(isCluster && !m_seen.isOffline);
    if (isCluster && !m_acts->isBusy())
        m_scale->setCompute(*m_target->compute);
    if (m_seen.isOffline && m_seen.error)
        m_banner->tell(Tone::Unknown, tr("Azure does not answer. These are the last known values."),
                       m_seen.error->text());
    else if (m_banner->tone() == Tone::Unknown)
        m_banner->clear();
    showForms();
    showState();
    if (!m_checks->isFollowing())
        m_checks->setCard(troubleCard(*m_target));
    if (MlCheck *running = MlCheck::running(m_context, *m_workplace, m_name); running && !m_checks->isFollowing())
        follow(running);
}

/// The page itself is not read again: somebody may be typing another scale.
void MlTargetPage::readUsage()
{
    if (m_gone || !isVisible() || !m_target)
        return;
    const auto look = [workplace = m_workplace, name = m_name]() -> Result<UsageHistory> {
        const auto session = workplace->session();
        return session ? (*session)->targets.usage(name) : Result<UsageHistory>(session.error());
    };
    inBackground(this, look, [this](const Result<UsageHistory> &usage) {
        for (MlTargetSide *side : {m_side, m_about}) {
            if (usage && !m_gone)
                side->setUsage(*usage);
        }
    });
}

void MlTargetPage::showState()
{
    const MlTargetLook look = MlTargetLook::of(*m_target);
    QStringList facts{look.type, m_workplace->name()};
    if (m_target->compute && !m_target->compute->location.isEmpty())
        facts << m_target->compute->location;
    if (m_target->record.attachedAt)
        facts << (m_target->compute && m_target->compute->isManaged() ? tr("made %1", "a time")
                                                                      : tr("attached %1", "a time"))
                     .arg(humanTime(*m_target->record.attachedAt));
    header()->setFacts(facts);
    if (m_checks->isFollowing())
        header()->setBadge(Glyph::Preparing, tr("Checking"));
    else
        header()->setBadge(look.glyph, look.state);
    if (m_seen.isOffline || isGoingOn(look.glyph))
        m_soon.start();
    showActs();
}

void MlTargetPage::showActs()
{
    if (m_gone)
        return; // its parts are gone with the body
    const bool isThere = m_target.has_value();
    const bool isManaged = isThere && m_target->compute && m_target->compute->isManaged();
    const bool isInstance = isManaged && m_target->compute->isInstance();
    const bool isStopped = isInstance && m_target->compute->state == u"Stopped";
    const bool takesRuns = isThere && m_target->takesJobs();
    header()->showAction(m_run, takesRuns && !isStopped);
    header()->showAction(m_sample, takesRuns && m_target->state() == u"ready");
    header()->showAction(m_again, isThere);
    header()->showAction(m_detach, isThere && !isManaged);
    header()->showAction(m_delete, isManaged);
    header()->showAction(m_start, isInstance && isStopped);
    header()->showAction(m_stop, isInstance && !isStopped);
    header()->showAction(m_restart, isInstance && !isStopped);
    const bool canAct = !m_seen.isOffline && !m_acts->isBusy() && !m_checks->isFollowing();
    for (Button *button : {m_run, m_sample, m_again, m_detach, m_delete, m_start, m_stop, m_restart}) {
        button->setEnabled(canAct);
        if (button != m_again)
            button->setToolTip(m_seen.isOffline ? tr("Needs Azure.") : QString());
    }
    m_scalePart->setEnabled(canAct);
}

void MlTargetPage::showForms()
{
    const auto make = [workplace = m_workplace, target = *m_target]() -> std::vector<SameAs> {
        const auto session = workplace->session();
        return session ? formsOf(target, (*session)->targets.workspace()) : std::vector<SameAs>();
    };
    inBackground(this, make, [this](const std::vector<SameAs> &forms) {
        if (!m_gone)
            m_sameAs->setForms(forms);
    });
}

void MlTargetPage::keepPrice(const std::optional<NodePrice> &price)
{
    const auto keep = [workplace = m_workplace, name = m_name, price] {
        return mooring::keepPrice(*workplace, name, price);
    };
    inBackground(this, keep, [this](const Result<> &kept) {
        if (!kept)
            m_banner->tell(Tone::Fail, tr("The price was not kept."), kept.error().text());
        read();
    });
}

void MlTargetPage::check(const QStringList &only)
{
    if (m_gone || !m_target || m_seen.isOffline || m_acts->isBusy() || m_checks->isFollowing())
        return;
    follow(MlCheck::start(m_context, m_workplace, m_name, only));
}

void MlTargetPage::follow(MlCheck *check)
{
    m_banner->clear();
    m_checks->follow(check);
    showState();
}

void MlTargetPage::checkEnded(const Job *job)
{
    if (job->state() == Job::State::Failed)
        m_banner->tell(Tone::Fail, tr("The checks did not reach their end."), job->error().text());
    read();
}

void MlTargetPage::detach()
{
    const auto azure = m_target && m_target->kind ? m_target->kind->azure() : std::nullopt;
    m_acts->detach(azure ? azure->left : QStringList(), isOwnRecord(),
                   m_target && !storedSecrets(m_target->record).isEmpty());
}

bool MlTargetPage::isOwnRecord() const { return m_target && !m_target->compute; }

void MlTargetPage::runSampleThere()
{
    m_sample->setEnabled(false);
    runMlSample(m_context, m_workplace, m_name, this, [this](const std::optional<Error> &error) {
        showActs();
        if (error)
            m_banner->tell(Tone::Fail, tr("The sample was not started."), error->text());
    });
}

void MlTargetPage::showGone(const QString &word)
{
    m_gone = true;
    m_banner->clear();
    header()->setBadge(Glyph::Stopped, word);
    for (Button *button : {m_run, m_sample, m_again, m_detach, m_delete, m_start, m_stop, m_restart})
        header()->showAction(button, false);
    Button *close = filledButton(tr("Close"));
    close->setObjectName(u"closeProof"_s);
    connect(close, &QAbstractButton::clicked, this, [this] { m_context.navigator.go(u"targets"_s); });
    header()->addAction(close);
    setHeaderLine(true);
}

void MlTargetPage::showDetached(const DetachReport &report)
{
    header()->setFacts({tr("the resource itself was not touched")});
    showGone(tr("Detached"));
    DetachWords words;
    words.untouched =
        isOwnRecord() ? tr("Mooring forgot it. Azure ML did not know of it, and the resource itself was not touched.")
                      : tr("Azure ML forgot it. The resource itself was not touched.");
    words.asked = tr("asked anew after the end");
    if (!isOwnRecord())
        words.kept = QStringList{tr("Its runs keep their history in the workspace.")};
    words.notLooked = tr("The resource itself: nobody signed in there.");
    setBody(new DetachProof(report, words));
}

} // namespace mooring
