#include "ui/widgets/badge.h"

#include "ui/widgets/tokens.h"
#include "ui/widgets/turnclock.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

namespace mooring {
namespace {

QFont badgeFont(const QWidget *widget)
{
    QFont font = fontOf(widget, Type::Small);
    font.setBold(true);
    return font;
}

} // namespace

Badge::Badge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFont(badgeFont(this));
}

Badge::Badge(Glyph glyph, const QString &word, QWidget *parent) : Badge(parent) { setState(glyph, word); }

void Badge::setState(Glyph glyph, const QString &word)
{
    if (glyph == m_glyph && word == m_word)
        return;
    m_glyph = glyph;
    m_word = word;
    setAccessibleName(word);
    setToolTip(width() < sizeHint().width() ? word : QString());
    watchTurn(this, isGoingOn(glyph));
    updateGeometry();
    update();
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

QSize Badge::sizeHint() const
{
    return {dp(this, 8 + 16 + 6) + fontMetrics().horizontalAdvance(m_word) + dp(this, 8), dp(this, 24)};
}

QSize Badge::minimumSizeHint() const { return {qMin(sizeHint().width(), dp(this, 220)), sizeHint().height()}; }

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens t = Tokens::from(palette());
    const Tone tone = toneOf(m_glyph);
    painter.setPen(t.highContrast ? QPen(t.tone(tone), 1) : QPen(Qt::NoPen));
    painter.setBrush(t.soft(tone));
    const double inset = t.highContrast ? 0.5 : 0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 4, 4);
    const int glyph = dp(this, 16);
    paintState(&painter, m_glyph, QRectF(dp(this, 8), (height() - glyph) / 2, glyph, glyph), palette(), currentTurn());
    const QRect text = rect().adjusted(dp(this, 30), 0, -dp(this, 6), 0);
    painter.setPen(t.tone(tone));
    painter.drawText(text, Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_word, Qt::ElideRight, text.width()));
}

void Badge::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(badgeFont(this));
}

} // namespace mooring
