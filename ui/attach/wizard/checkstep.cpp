#include "ui/attach/wizard/checkstep.h"

#include "ui/attach/ladder/ladderrows.h"
#include "ui/attach/ladder/rungdetails.h"
#include "ui/widgets/button.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/loglines.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kSideFrom = 760; ///< px of width from which the log stands beside the ladder
constexpr int kCardFrom = 960; ///< px of width from which a card does

bool hasEnded(const RungResult &rung) { return rung.verdict != Verdict::Waiting && rung.verdict != Verdict::Running; }

int urgency(const RungResult &rung)
{
    switch (rung.verdict) {
    case Verdict::Failed:
        return rung.dispensable ? 3 : 4;
    case Verdict::Warned:
        return 2;
    case Verdict::Running:
        return 1;
    default:
        return 0;
    }
}

} // namespace

CheckStep::CheckStep(QWidget *parent) : QWidget(parent), m_across(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setObjectName(u"checkStep"_s);
    m_across->setContentsMargins(0, 0, 0, 0);
    m_across->setSpacing(0);
    m_ladderColumn = makeLadder();
    setFocusProxy(m_ladder);
    m_side = makeSide();
    auto *place = new QWidget;
    m_cardPlace = new QVBoxLayout(place);
    m_cardPlace->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 16));
    m_cardPlace->addStretch(1);
    m_cardColumn = sideColumn(place, 392, SideGround::Note);
    m_cardColumn->setMinimumWidth(0);
    m_cardColumn->setMaximumWidth(QWIDGETSIZE_MAX);
    m_across->addWidget(m_ladderColumn, 1);
    m_across->addWidget(m_side);
    m_across->addWidget(m_cardColumn, 1);
    m_cardColumn->hide();
}

QWidget *CheckStep::makeLadder()
{
    m_count = sectionTitle({});
    m_count->setObjectName(u"rungCount"_s);
    m_summary = new TextLabel({}, Type::Body, Ink::Text2);
    m_summary->setObjectName(u"checkSummary"_s);
    m_totalText = new TextLabel({}, Type::Small, Ink::Text2);
    m_totalText->setObjectName(u"checkTotal"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(dp(this, 12), 0, dp(this, 12), 0);
    head->setSpacing(dp(this, 12));
    head->addWidget(m_count);
    head->addWidget(m_summary, 1);
    head->addWidget(m_totalText);
    m_ladder = new Ladder;
    m_ladder->setObjectName(u"ladder"_s);
    m_ladder->setAccessibleName(tr("Checks"));
    m_ladder->setCanRun(false);
    connect(m_ladder, &Ladder::runAgain, this, &CheckStep::runAgain);
    connect(m_ladder, &Ladder::selectionChanged, this, [this](const QString &id) {
        m_picked = !id.isEmpty();
        showSelected();
    });
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(dp(this, 12), dp(this, 12), dp(this, 12), dp(this, 16));
    column->setSpacing(dp(this, 4));
    column->addLayout(head);
    column->addWidget(m_ladder);
    column->addStretch(1);
    return scrolling(content);
}

QWidget *CheckStep::makeSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, dp(this, 12), 0, 0);
    column->setSpacing(0);
    m_details = new RungDetails;
    m_details->setCanRun(false);
    connect(m_details, &RungDetails::runAgain, this, &CheckStep::runAgain);
    auto *details = new QVBoxLayout;
    details->setContentsMargins(dp(this, 16), 0, dp(this, 16), dp(this, 12));
    details->addWidget(m_details);
    column->addLayout(details);
    column->addWidget(new Separator);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(dp(this, 16), dp(this, 8), dp(this, 12), dp(this, 4));
    head->addWidget(sectionTitle(tr("Provisioning log")), 1);
    auto *copy = flatButton(tr("Copy"), u"edit-copy"_s);
    copy->setObjectName(u"copyLog"_s);
    copy->setAccessibleName(tr("Copy the provisioning log"));
    head->addWidget(copy);
    column->addLayout(head);
    m_log = new LogLinesView;
    m_log->setObjectName(u"provisioningLog"_s);
    m_log->setAccessibleName(tr("Provisioning log"));
    m_log->setMinimumHeight(dp(this, 120));
    column->addWidget(m_log, 1);
    connect(copy, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_log->lines()->allText()); });
    return sideColumn(side, 392);
}

void CheckStep::setRungs(const std::vector<Rung> &rungs, const LadderReport *earlier)
{
    m_results.clear();
    for (const Rung &rung : rungs) {
        const RungResult *before = earlier ? earlier->find(rung.id) : nullptr;
        RungResult result = before ? *before : RungResult();
        result.id = rung.id;
        result.title = rung.title;
        result.dispensable = rung.dispensable;
        m_results.push_back(std::move(result));
    }
    std::vector<LadderRow> rows;
    for (const RungResult &result : m_results)
        rows.push_back(rowOf(result));
    m_ladder->setRows(std::move(rows));
    m_ladder->select({});
    m_picked = false;
    showHead();
    showSelected();
}

void CheckStep::setRung(const RungResult &rung)
{
    const auto found =
        std::find_if(m_results.begin(), m_results.end(), [&](const RungResult &each) { return each.id == rung.id; });
    if (found == m_results.end())
        m_results.push_back(rung);
    else
        *found = rung;
    m_ladder->setRow(rowOf(rung));
    showHead();
    showSelected();
}

void CheckStep::setAsking(const RungResult &rung)
{
    LadderRow row = rowOf(rung);
    row.glyph = Glyph::Waiting;
    row.verdict = tr("waiting for your answer");
    row.answer = row.verdict;
    row.tone = Tone::Neutral;
    row.fix.clear();
    m_ladder->setRow(row);
    for (RungResult &result : m_results) { // those behind it wait as well
        if (result.verdict != Verdict::Skipped && result.id != rung.id)
            continue;
        result.verdict = Verdict::Waiting;
        result.answered.clear();
        if (result.id != rung.id)
            m_ladder->setRow(rowOf(result));
    }
    showHead();
    m_ladder->select(rung.id);
}

void CheckStep::showHead()
{
    const auto ended = std::count_if(m_results.begin(), m_results.end(), hasEnded);
    m_count->setText(tr("%1 of %2", "rungs that ended, all").arg(ended).arg(m_results.size()));
    m_summary->setText(summaryOf(m_ladder->rows()));
}

void CheckStep::showSelected()
{
    const RungResult *shown = nullptr;
    for (const RungResult &rung : m_results) {
        if (m_picked ? rung.id == m_ladder->selected() : urgency(rung) > (shown ? urgency(*shown) : 0))
            shown = &rung;
    }
    m_details->setVisible(shown != nullptr);
    if (shown)
        m_details->setRung(*shown);
}

void CheckStep::setTotal(const QString &text) { m_totalText->setText(text); }

void CheckStep::setCanRun(bool can)
{
    m_ladder->setCanRun(can);
    m_details->setCanRun(can);
}

void CheckStep::clearLog() { m_log->lines()->setLines({}); }

void CheckStep::addLines(const std::vector<LogLine> &lines) { m_log->lines()->append(lines); }

void CheckStep::setCard(QWidget *card)
{
    const bool hadFocus = m_card && m_card->isAncestorOf(QApplication::focusWidget());
    if (m_card)
        m_card->deleteLater();
    m_card = card;
    if (hadFocus)
        m_ladder->setFocus(Qt::OtherFocusReason);
    if (card)
        m_cardPlace->insertWidget(0, card);
    layOut();
}

void CheckStep::layOut()
{
    const bool wide = width() >= dp(this, m_card ? kCardFrom : kSideFrom);
    m_cardColumn->setVisible(m_card != nullptr);
    m_side->setVisible(wide && !m_card);
    // Narrow: what waits for an answer comes first, the ladder under it.
    m_across->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop);
    const bool beside = wide && m_card;
    m_across->setStretchFactor(m_cardColumn, wide ? 1 : 2);
    m_ladderColumn->setMaximumWidth(beside ? dp(this, 424) : QWIDGETSIZE_MAX);
    m_ladderColumn->setMinimumWidth(beside ? qMin(dp(this, 424), width() / 2) : 0);
}

void CheckStep::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

LadderReport CheckStep::report(const QString &target) const
{
    LadderReport report;
    report.target = target;
    for (const RungResult &rung : m_results) {
        if (!hasEnded(rung))
            continue;
        report.rungs.push_back(rung);
        report.facts.update(rung.facts);
    }
    return report;
}

QString CheckStep::skippable() const
{
    QString failed;
    for (const RungResult &rung : m_results) {
        if (rung.verdict == Verdict::Running)
            return rung.id;
        if (failed.isEmpty() && rung.verdict == Verdict::Failed && !rung.dispensable && rung.question.isEmpty())
            failed = rung.id;
    }
    return failed;
}

} // namespace mooring
