#include "ui/attach/targetpage.h"

#include "core/base/text.h"
#include "core/jobs/background.h"
#include "core/jobs/job.h"
#include "core/targets/targetservice.h"
#include "core/workspace/workspace.h"
#include "ui/attach/checkside.h"
#include "ui/attach/ladderrows.h"
#include "ui/context/appcontext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/tabbar.h"
#include "ui/widgets/tabpages.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/stateglyphs.h"
#include "ui/workspace/targetcheck.h"
#include "ui/workspace/workspacecontent.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kSideFrom = 860; ///< px of page width from which the side column stands beside the ladder

} // namespace

TargetPage::TargetPage(const AppContext &context, const QString &name, const PageRegistry::PartFactory *runs,
                       bool canRun, QWidget *parent)
    : Page(parent), m_context(context), m_name(name), m_banner(new Banner)
{
    setObjectName(u"targetPage"_s);
    makeHeader(canRun);
    aboveBody()->addWidget(m_banner);
    m_tabs = new TabPages;
    m_tabs->addPage(u"checks"_s, tr("Checks"), makeChecks());
    if (runs)
        m_tabs->addPage(u"runs"_s, tr("Runs"), [this, make = *runs] { return make(m_context, m_name); });
    setBody(m_tabs);
}

void TargetPage::makeHeader(bool canRun)
{
    header()->setTitle(targetTitle(m_name, m_context.kinds));
    if (canRun) {
        Button *run = filledButton(tr("Run here…"), u"run"_s);
        run->setObjectName(u"runHere"_s);
        connect(run, &QAbstractButton::clicked, this, [this] {
            m_context.navigator.go(u"new-run?target="_s + QString::fromLatin1(QUrl::toPercentEncoding(m_name)));
        });
        header()->addAction(run);
    }
    m_again = edgeButton(tr("Check again"), u"view-refresh"_s);
    m_again->setObjectName(u"checkAgain"_s);
    m_again->setToolTip(tr("Check again (F5)"));
    connect(m_again, &QAbstractButton::clicked, this, [this] { check({}); });
    header()->addAction(m_again);
}

QWidget *TargetPage::makeChecks()
{
    m_summary = new TextLabel({}, Type::Body, Ink::Text2);
    m_summary->setObjectName(u"checkSummary"_s);
    m_total = new TextLabel({}, Type::Small, Ink::Text2);
    Button *copy = flatButton(tr("Copy report"), u"edit-copy"_s);
    copy->setObjectName(u"copyReport"_s);
    connect(copy, &QAbstractButton::clicked, this, &TargetPage::copyReport);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(dp(this, 12), 0, 0, 0);
    head->setSpacing(dp(this, 12));
    head->addWidget(sectionTitle(tr("Checks")));
    head->addWidget(m_summary, 1);
    head->addWidget(m_total);
    head->addWidget(copy);

    m_ladder = new Ladder;
    m_ladder->setObjectName(u"ladder"_s);
    m_ladder->setAccessibleName(tr("Checks"));
    connect(m_ladder, &Ladder::runAgain, this, [this](const QString &id) { check({id}); });
    connect(m_ladder, &Ladder::selectionChanged, this, [this](const QString &id) {
        m_side->setRung(m_target && m_target->lastCheck ? m_target->lastCheck->find(id) : nullptr);
    });
    auto *ladder = new QWidget;
    auto *column = new QVBoxLayout(ladder);
    column->setContentsMargins(dp(this, 12), dp(this, 8), dp(this, 12), dp(this, 16));
    column->addLayout(head);
    column->addWidget(m_ladder);
    column->addStretch(1);

    m_side = new CheckSide;
    m_sideColumn = sideColumn(m_side, 384);
    auto *checks = new QWidget;
    auto *layout = new QHBoxLayout(checks);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scrolling(ladder), 1);
    layout->addWidget(m_sideColumn);
    return checks;
}

void TargetPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_sideColumn->setVisible(width() >= dp(this, kSideFrom));
}

void TargetPage::read()
{
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
    m_side->setTarget(*m_target, kind);
    if (m_tabs->tabs()->ids().contains(u"runs"_s))
        m_tabs->tabs()->setCount(u"runs"_s, m_runCount ? humanCount(m_runCount) : QString());
    if (m_check)
        return;
    m_ladder->setRows(rowsOf(m_rungs, m_target->lastCheck));
    showState();
    TargetCheck *running = TargetCheck::running(m_context, m_name);
    if (running)
        follow(running);
    else if (!m_target->lastCheck)
        check({});
}

void TargetPage::showState()
{
    const TargetKind *kind = m_context.kinds.find(m_target->kind);
    QStringList facts{kind ? kind->title() : m_target->kind};
    if (kind && targetTitle(m_name, m_context.kinds) == kind->title())
        facts = QStringList{tr("Always there")};
    if (m_target->attachedAt && kind && kind->attachable())
        facts << tr("attached %1", "a time").arg(humanTime(*m_target->attachedAt));
    facts << tr("%n runs", nullptr, m_runCount);
    header()->setFacts(facts);
    m_summary->setText(summaryOf(m_ladder->rows()));
    if (m_check) {
        header()->setBadge(Glyph::Preparing, tr("Checking"));
        m_total->setText({});
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
    m_total->setText(tr("%1, %2", "how long, when").arg(humanDuration(report.totalMs), humanTime(report.at)));
}

void TargetPage::check(const QStringList &only)
{
    if (!m_check && m_target)
        follow(TargetCheck::start(m_context, m_name, only));
}

void TargetPage::follow(TargetCheck *check)
{
    m_check = check;
    m_banner->clear();
    m_again->setEnabled(false);
    m_ladder->setRows(rowsOf(m_rungs, check->only().isEmpty() ? std::optional<LadderReport>() : m_target->lastCheck));
    for (const RungResult &rung : check->heard())
        showRung(rung);
    connect(check, &TargetCheck::rungChanged, this, &TargetPage::showRung);
    connect(check->job(), &Job::finished, this, [this, job = check->job()] { checkEnded(job); });
    showState();
}

void TargetPage::showRung(const RungResult &rung)
{
    m_ladder->setRow(rowOf(rung));
    m_summary->setText(summaryOf(m_ladder->rows()));
}

void TargetPage::checkEnded(const Job *job)
{
    m_check = nullptr;
    m_again->setEnabled(true);
    if (job->state() == Job::State::Failed)
        m_banner->tell(Tone::Fail, tr("The checks did not reach their end."), job->error().text());
    read();
}

void TargetPage::copyReport()
{
    const QString head = tr("%1, %2", "target, summary").arg(header()->title(), summaryOf(m_ladder->rows()));
    QGuiApplication::clipboard()->setText(head + u'\n' + m_ladder->report());
}

} // namespace mooring
