#include "ui/attach/targetpage.h"

#include "core/base/text.h"
#include "core/jobs/background.h"
#include "core/jobs/job.h"
#include "core/targets/targetservice.h"
#include "core/workspace/workspace.h"
#include "ui/attach/checkside.h"
#include "ui/attach/detach/detachflow.h"
#include "ui/attach/detach/detachproof.h"
#include "ui/attach/ladder/checkpanel.h"
#include "ui/attach/ladder/machinefacts.h"
#include "ui/attach/wizard/homeforms.h"
#include "ui/context/appcontext.h"
#include "ui/context/questioncard.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/tabbar.h"
#include "ui/widgets/tabpages.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/ascodetab.h"
#include "ui/workspace/stateglyphs.h"
#include "ui/workspace/targetcheck.h"
#include "ui/workspace/workspacecontent.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kSideFrom = 860; ///< px of page width from which the side column stands beside the ladder

} // namespace

TargetPage::TargetPage(const AppContext &context, const PageRegistry &parts, const QString &name, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_parts(parts),
      m_name(name),
      m_banner(new Banner),
      m_detach(new DetachFlow(context, name, this))
{
    setObjectName(u"targetPage"_s);
    makeHeader(parts.page(u"new-run"_s) != nullptr);
    aboveBody()->addWidget(m_banner);
    m_tabs = new TabPages;
    m_tabs->setObjectName(u"targetTabs"_s);
    m_tabs->addPage(u"checks"_s, tr("Checks"), makeChecks());
    if (const PageRegistry::PartFactory *runs = parts.part(u"runs-of-target"_s))
        m_tabs->addPage(u"runs"_s, tr("Runs"), [this, make = *runs] { return make(m_context, m_name); });
    if (m_name != builtinTargetName(m_context)) {
        m_tabs->addPage(u"settings"_s, tr("Settings"), makeSettings());
        m_tabs->addPage(u"code"_s, tr("As code"), makeCode());
    }
    setBody(m_tabs);
    connectDetach();
}

void TargetPage::act(const QString &word)
{
    if (word == u"detach" && !m_gone)
        m_detach->begin();
}

void TargetPage::connectDetach()
{
    connect(m_detach, &DetachFlow::goesOn, this, &TargetPage::showDetachGoesOn);
    connect(m_detach, &DetachFlow::failed, this, [this](const Error &error) {
        m_banner->tell(Tone::Fail, tr("%1 was not detached.", "a target").arg(m_name), error.text());
    });
    connect(m_detach, &DetachFlow::detached, this, &TargetPage::showDetached);
}

void TargetPage::showDetachGoesOn(const QString &sentence, bool looking)
{
    m_detachButton->setEnabled(sentence.isEmpty());
    m_banner->clear();
    m_banner->clearActions();
    if (sentence.isEmpty())
        return;
    m_banner->tell(Tone::Accent, sentence);
    Button *stop = edgeButton(tr("Stop"));
    stop->setObjectName(u"stopDetach"_s);
    connect(stop, &QAbstractButton::clicked, m_detach, &DetachFlow::stop);
    m_banner->addAction(stop);
    if (!looking)
        return;
    Button *atOnce = edgeButton(tr("Detach without looking…"));
    atOnce->setObjectName(u"detachAtOnce"_s);
    connect(atOnce, &QAbstractButton::clicked, m_detach, &DetachFlow::askAtOnce);
    m_banner->addAction(atOnce);
}

void TargetPage::showDetached(const DetachReport &report)
{
    m_gone = true;
    m_checks->setCard(nullptr);
    m_banner->clear();
    header()->setBadge(Glyph::Stopped, tr("Detached"));
    header()->setFacts({detachSummary(report)});
    for (Button *button : {m_run, m_again, m_detachButton}) {
        if (button)
            header()->showAction(button, false);
    }
    Button *attach = edgeButton(tr("Attach again…"), u"link"_s);
    attach->setObjectName(u"attachAgain"_s);
    connect(attach, &QAbstractButton::clicked, this, [this] { m_context.navigator.go(u"attach"_s); });
    header()->addAction(attach);
    Button *close = filledButton(tr("Close"));
    close->setObjectName(u"closeProof"_s);
    connect(close, &QAbstractButton::clicked, this, [this] { m_context.navigator.go(u"targets"_s); });
    header()->addAction(close);
    setHeaderLine(true);
    setBody(new DetachProof(report));
}

void TargetPage::makeHeader(bool canRun)
{
    header()->setTitle(targetTitle(m_name, m_context.kinds));
    if (canRun) {
        m_run = filledButton(tr("Run here…"), u"run"_s);
        m_run->setObjectName(u"runHere"_s);
        connect(m_run, &QAbstractButton::clicked, this, [this] {
            m_context.navigator.go(u"new-run?target="_s + QString::fromLatin1(QUrl::toPercentEncoding(m_name)));
        });
        header()->addAction(m_run);
    }
    m_again = edgeButton(tr("Check again"), u"view-refresh"_s);
    m_again->setObjectName(u"checkAgain"_s);
    m_again->setToolTip(tr("Check again (F5)"));
    connect(m_again, &QAbstractButton::clicked, this, [this] { check({}); });
    header()->addAction(m_again);
    m_detachButton = edgeButton(tr("Detach…"));
    m_detachButton->setObjectName(u"detach"_s);
    connect(m_detachButton, &QAbstractButton::clicked, m_detach, &DetachFlow::begin);
    header()->addAction(m_detachButton);
}

QWidget *TargetPage::makeChecks()
{
    m_checks = new CheckPanel;
    connect(m_checks, &CheckPanel::runAgain, this, [this](const QString &id) { check({id}); });
    connect(m_checks, &CheckPanel::ended, this, &TargetPage::checkEnded);
    connect(m_checks, &CheckPanel::selected, this, [this](const QString &id) {
        m_side->setRung(m_target && m_target->lastCheck ? m_target->lastCheck->find(id) : nullptr);
    });
    m_side = new CheckSide;
    connect(m_side, &CheckSide::runAgain, this, [this](const QString &id) { check({id}); });
    m_sideColumn = sideColumn(m_side, 384);
    auto *checks = new QWidget;
    auto *layout = new QHBoxLayout(checks);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scrolling(m_checks), 1);
    layout->addWidget(m_sideColumn);
    return checks;
}

QWidget *TargetPage::makeSettings()
{
    m_settings = new FactList;
    m_settings->setObjectName(u"targetSettings"_s);
    m_settings->setLabelWidth(144);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 16));
    column->setSpacing(dp(this, 12));
    column->addWidget(m_settings);
    column->addWidget(helpLine(tr("They stand as they were given. To change them: detach, then attach again.")));
    column->addStretch(1);
    return scrolling(content);
}

QWidget *TargetPage::makeCode()
{
    return new AsCodeTab([targets = &m_context.targets, kinds = &m_context.kinds, name = m_name] {
        const auto target = targets->find(name);
        return target ? homeForms(*target, *kinds) : std::vector<SameAs>();
    });
}

void TargetPage::showSettings(const TargetKind *kind)
{
    if (!m_settings)
        return;
    std::vector<std::pair<QString, QString>> facts;
    for (const Field &field : kind ? kind->fields() : std::vector<Field>()) {
        const Json value = m_target->settings.value(toStd(field.id), Json());
        if (field.isSecret()) {
            if (!value.is_null())
                facts.emplace_back(field.label,
                                   boolAt(value, "stored") ? tr("in the keychain") : tr("asked for when it is needed"));
        } else if (value.is_string()) {
            facts.emplace_back(field.label, fromStd(value.get<std::string>()));
        }
    }
    m_settings->setFacts(facts);
}

void TargetPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (m_gone)
        return; // its parts are gone with the body
    m_sideColumn->setVisible(width() >= dp(this, kSideFrom));
}

void TargetPage::read()
{
    if (m_gone)
        return;
    const auto look = [targets = &m_context.targets, workspace = &m_context.workspace, name = m_name]() -> Seen {
        RunQuery query;
        query.target = name;
        query.limit = 1000;
        const auto runs = workspace->runs(query);
        return {targets->find(name), targets->ladderOf(name).valueOr({}), runs ? int(runs->size()) : 0};
    };
    inBackground(this, look, [this](const Seen &seen) { show(seen); });
}

void TargetPage::show(const Seen &seen)
{
    if (m_gone)
        return;
    if (!seen.target) {
        m_target.reset();
        m_banner->tell(Tone::Fail, seen.target.error().text());
        m_again->setEnabled(false);
        return;
    }
    m_target = *seen.target;
    retitle(m_target->lastCheck, seen.rungs);
    m_rungs = seen.rungs;
    m_runCount = seen.runCount;
    const TargetKind *kind = m_context.kinds.find(m_target->kind);
    header()->setIcon(kind ? kind->iconName() : u"server"_s);
    header()->showAction(m_detachButton, m_name != builtinTargetName(m_context));
    m_side->setTarget(*m_target, kind);
    showSettings(kind);
    if (m_tabs->tabs()->ids().contains(u"runs"_s))
        m_tabs->tabs()->setCount(u"runs"_s, m_runCount ? humanCount(m_runCount) : QString());
    m_checks->setTitle(header()->title());
    m_checks->setChecks(m_rungs, m_target->lastCheck);
    if (m_checks->isFollowing())
        return;
    showState();
    TargetCheck *running = TargetCheck::running(m_context, m_name);
    if (running)
        follow(running);
    else if (!m_target->lastCheck)
        check({});
    else
        showQuestion();
}

void TargetPage::showQuestion()
{
    const std::vector<RungResult> &rungs = m_target->lastCheck->rungs;
    const auto rung = std::find_if(rungs.begin(), rungs.end(), [](const RungResult &each) {
        return each.verdict == Verdict::Failed && !each.question.isEmpty();
    });
    const PageRegistry::PartFactory *make =
        rung == rungs.end() ? nullptr : m_parts.part(QuestionCard::partName(rung->question));
    if (!make || m_refusedAt == m_target->lastCheck->at || !rung->facts.contains(toStd(rung->question)))
        return m_checks->setCard(nullptr);
    if (m_checks->card())
        return;
    auto *card = qobject_cast<QuestionCard *>(
        (*make)(m_context, QString::fromUtf8(toBytes(rung->facts[toStd(rung->question)]))));
    if (!card)
        return;
    const auto showMainAct = [this, card] {
        if (m_run)
            m_run->setKind(card->hasMainAct() ? ButtonKind::Edge : ButtonKind::Filled);
    };
    connect(card, &QuestionCard::mainActChanged, this, showMainAct);
    connect(card, &QuestionCard::goOn, this, [this] { check({}); });
    connect(card, &QuestionCard::refused, this, [this] {
        m_refusedAt = m_target->lastCheck->at;
        m_checks->setCard(nullptr);
        if (m_run)
            m_run->setKind(ButtonKind::Filled);
    });
    m_checks->setCard(card);
    showMainAct();
}

void TargetPage::showState()
{
    const TargetKind *kind = m_context.kinds.find(m_target->kind);
    QStringList facts{kind ? kind->title() : m_target->kind};
    if (kind && targetTitle(m_name, m_context.kinds) == kind->title())
        facts = QStringList{tr("Always there")};
    if (const QString place = m_target->lastCheck ? placeOf(*m_target->lastCheck) : QString(); !place.isEmpty())
        facts << place;
    if (m_target->attachedAt && kind && kind->attachable())
        facts << tr("attached %1", "a time").arg(humanTime(*m_target->attachedAt));
    facts << tr("%n runs", nullptr, m_runCount);
    header()->setFacts(facts);
    if (m_checks->isFollowing()) {
        header()->setBadge(Glyph::Preparing, tr("Checking"));
        return;
    }
    if (!m_target->lastCheck) {
        header()->setBadge(Glyph::NotBegun, tr("Not checked yet"));
        return;
    }
    const LadderReport &report = *m_target->lastCheck;
    const auto worst = std::find_if(report.rungs.begin(), report.rungs.end(), [](const RungResult &rung) {
        return rung.verdict == Verdict::Failed || rung.verdict == Verdict::Warned;
    });
    const QString state = targetStateText(m_target->state());
    header()->setBadge(glyphOfTarget(m_target->state()),
                       worst == report.rungs.end() ? state : tr("%1, %2", "state, check").arg(state, worst->title));
}

void TargetPage::check(const QStringList &only)
{
    if (!m_gone && m_target && !m_checks->isFollowing())
        follow(TargetCheck::start(m_context, m_name, only));
}

void TargetPage::follow(TargetCheck *check)
{
    m_checks->follow(check);
    if (m_run)
        m_run->setKind(ButtonKind::Filled);
    m_banner->clear();
    m_again->setEnabled(false);
    showState();
}

void TargetPage::checkEnded(const Job *job)
{
    m_again->setEnabled(true);
    if (job->state() == Job::State::Failed)
        m_banner->tell(Tone::Fail, tr("The checks did not reach their end."), job->error().text());
    read();
}

} // namespace mooring
