#include "ui/widgets/chip.h"

#include "ui/widgets/icons.h"

#include <QPainter>

namespace mooring {

Chip::Chip(const QString &text, Tone tone, const QString &iconName, QWidget *parent)
    : QWidget(parent), m_tone(tone), m_iconName(iconName)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(fontOf(this, Type::Small));
    setText(text);
}

void Chip::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Chip::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize Chip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + dp(this, 12 + (m_iconName.isEmpty() ? 0 : 20)) + 1, dp(this, 20)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens t = Tokens::from(palette());
    painter.setPen(t.highContrast ? QPen(t.tone(m_tone), 1) : QPen(Qt::NoPen));
    painter.setBrush(t.soft(m_tone));
    const double inset = t.highContrast ? 0.5 : 0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 3, 3);
    int x = dp(this, 6);
    if (!m_iconName.isEmpty()) {
        const int side = dp(this, 16);
        paintIcon(&painter, m_iconName, QRectF(x - 2, (height() - side) / 2.0, side, side), t.tone(m_tone));
        x += dp(this, 18);
    }
    painter.setPen(m_tone == Tone::Neutral ? t.text2 : t.tone(m_tone));
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::TextSingleLine, m_text);
}

} // namespace mooring
