#include "ui/azure/practice/practiceband.h"

#include "ui/azure/practice/practicestate.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kSentenceFrom = 760; ///< px of width under which only the title and the acts stay

} // namespace

PracticeBand::PracticeBand(QWidget *parent)
    : QWidget(parent),
      m_title(new TextLabel({}, Type::Section)),
      m_sentence(new ElidedLabel),
      m_faults(linkButton({})),
      m_leave(linkButton(tr("Leave practice")))
{
    setObjectName(u"practiceBand"_s);
    setFixedHeight(dp(this, 28));
    m_faults->setObjectName(u"practiceFaults"_s);
    m_leave->setObjectName(u"leavePractice"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(dp(this, 12), 0, dp(this, 12), 0);
    row->setSpacing(dp(this, 8));
    row->addWidget(new IconLabel(u"beaker"_s, 16, Ink::Accent));
    row->addSpacing(dp(this, 4));
    row->addWidget(m_title);
    row->addWidget(m_sentence, 1);
    row->addStretch(0);
    for (Button *button : {m_faults, m_leave}) {
        button->setSmall(true);
        row->addWidget(button);
    }
    connect(m_faults, &QAbstractButton::clicked, this, &PracticeBand::faultsWanted);
    connect(m_leave, &QAbstractButton::clicked, this, &PracticeBand::leaveWanted);
    hide();
}

void PracticeBand::tell(const PracticeState &state, bool isOpen)
{
    const int count = int(state.faults.size());
    m_title->setText(isOpen ? tr("Practice lab.") : tr("The practice lab is running."));
    m_sentence->setText(isOpen
                            ? tr("Nothing here is real. No account, no network: %n pretend services on this computer.",
                                 nullptr, int(state.services.size()))
                            : tr("The workspace in this window does not belong to it."));
    m_faults->setText(count ? tr("%n faults are on", nullptr, count) : tr("Faults"));
    m_faults->updateGeometry();
    setAccessibleName(m_title->text() + u' ' + m_sentence->text());
    setVisible(state.isRunning);
}

void PracticeBand::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_sentence->setVisible(width() >= dp(this, kSentenceFrom));
}

void PracticeBand::paintEvent(QPaintEvent *)
{
    const Tokens tokens = Tokens::from(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.accentSoft);
    painter.fillRect(QRectF(0, height() - 1, width(), 1), tokens.accent);
}

} // namespace mooring
