#include "ui/widgets/noticecard.h"

#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QPainter>

namespace mooring {

NoticeCard::NoticeCard(Glyph glyph, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent), m_glyph(new GlyphLabel(glyph, this, 20)), m_content(new QVBoxLayout)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(dp(this, 16), dp(this, 14), dp(this, 16), dp(this, 16));
    row->setSpacing(dp(this, 12));
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    auto *head = sectionTitle(title, this);
    head->setWordWrap(true);
    column->addWidget(head);
    if (!text.isEmpty())
        column->addWidget(paragraph(text, this));
    column->addSpacing(dp(this, 12));
    m_content->setSpacing(dp(this, 8));
    column->addLayout(m_content);
    row->addLayout(column, 1);
}

void NoticeCard::setBar(bool on)
{
    m_bar = on;
    update();
}

void NoticeCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens t = Tokens::from(palette());
    stylepaint::panel(&painter, rect(), t.base, t.line, 6);
    if (!m_bar)
        return;
    painter.setClipRect(QRect(0, 0, dp(this, 4), height()));
    const QColor tone = t.tone(toneOf(m_glyph->glyph()));
    stylepaint::panel(&painter, rect(), tone, tone, 6);
}

} // namespace mooring
