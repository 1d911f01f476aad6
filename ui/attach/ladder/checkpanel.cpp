#include "ui/attach/ladder/checkpanel.h"

#include "core/base/text.h"
#include "core/jobs/job.h"
#include "ui/attach/ladder/ladderrows.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/ladderfeed.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

CheckPanel::CheckPanel(QWidget *parent)
    : QWidget(parent),
      m_summary(new TextLabel({}, Type::Body, Ink::Text2)),
      m_total(new TextLabel({}, Type::Small, Ink::Text2)),
      m_language(helpLine({})),
      m_cardPlace(new QVBoxLayout),
      m_ladder(new Ladder)
{
    m_summary->setObjectName(u"checkSummary"_s);
    Button *copy = flatButton(tr("Copy report"), u"edit-copy"_s);
    copy->setObjectName(u"copyReport"_s);
    connect(copy, &QAbstractButton::clicked, this, &CheckPanel::copyReport);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(dp(this, 12), 0, 0, 0);
    head->setSpacing(dp(this, 12));
    head->addWidget(sectionTitle(tr("Checks")));
    head->addWidget(m_summary, 1);
    head->addWidget(m_total);
    head->addWidget(copy);
    m_ladder->setObjectName(u"ladder"_s);
    m_ladder->setAccessibleName(tr("Checks"));
    connect(m_ladder, &Ladder::runAgain, this, &CheckPanel::runAgain);
    connect(m_ladder, &Ladder::selectionChanged, this, &CheckPanel::selected);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 12), dp(this, 8), dp(this, 12), dp(this, 16));
    m_cardPlace->setContentsMargins(dp(this, 12), 0, dp(this, 12), 0);
    column->addLayout(m_cardPlace);
    column->addLayout(head);
    m_language->setObjectName(u"checkedInOtherLanguage"_s);
    m_language->setText(tr("What came back is in the language of that check. Check again to read it in this one."));
    m_language->setContentsMargins(dp(this, 12), 0, 0, 0);
    m_language->hide();
    column->addWidget(m_language);
    column->addWidget(m_ladder);
    column->addStretch(1);
}

void CheckPanel::setChecks(const std::vector<Rung> &rungs, const std::optional<LadderReport> &last)
{
    m_rungs = rungs;
    m_last = last;
    if (m_check)
        return;
    m_ladder->setRows(rowsOf(m_rungs, m_last));
    showHead();
}

void CheckPanel::follow(LadderFeed *check)
{
    m_check = check;
    setCard(nullptr);
    m_ladder->setRows(rowsOf(m_rungs, check->only().isEmpty() ? std::optional<LadderReport>() : m_last));
    for (const RungResult &rung : check->heard())
        hear(rung);
    connect(check, &LadderFeed::rungChanged, this, &CheckPanel::hear);
    connect(check->job(), &Job::finished, this, [this, job = check->job()] {
        m_check = nullptr;
        Q_EMIT ended(job);
    });
    showHead();
}

bool CheckPanel::isFollowing() const { return m_check != nullptr; }

void CheckPanel::hear(const RungResult &rung)
{
    m_ladder->setRow(rowOf(rung));
    showHead();
}

void CheckPanel::showHead()
{
    m_summary->setText(summaryOf(m_ladder->rows()));
    m_language->setVisible(!m_check && spokeOtherwise());
    m_total->setText(m_check || !m_last
                         ? QString()
                         : tr("%1, %2", "how long, when").arg(humanDuration(m_last->totalMs), humanTime(m_last->at)));
}

/// Answers are a record and stay as they were given. Most titles are others now: the window spoke another language
/// then.
bool CheckPanel::spokeOtherwise() const
{
    qsizetype same = 0, others = 0;
    for (const Rung &rung : m_rungs) {
        if (const RungResult *earlier = m_last ? m_last->find(rung.id) : nullptr)
            (earlier->title == rung.title ? same : others) += 1;
    }
    return others > same;
}

void CheckPanel::setCanRun(bool can) { m_ladder->setCanRun(can); }

void CheckPanel::setCard(QWidget *card)
{
    if (m_card)
        m_card->deleteLater();
    m_card = card;
    if (card)
        m_cardPlace->addWidget(card);
}

void CheckPanel::copyReport() const
{
    const QString head = tr("%1, %2", "target, summary").arg(m_title, summaryOf(m_ladder->rows()));
    QGuiApplication::clipboard()->setText(head + u'\n' + m_ladder->report());
}

} // namespace mooring
