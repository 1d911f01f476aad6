#include "ui/widgets/elidedlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

namespace mooring {

ElidedLabel::ElidedLabel(const QString &text, Type type, Ink ink, QWidget *parent)
    : QWidget(parent), m_type(type), m_ink(ink)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFont(fontOf(this, m_type));
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    if (m_text == text && accessibleName() == text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateToolTip();
    updateGeometry();
    update();
}

void ElidedLabel::setInk(Ink ink)
{
    m_ink = ink;
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

bool ElidedLabel::isElided() const { return fontMetrics().horizontalAdvance(m_text) > width(); }

QSize ElidedLabel::sizeHint() const
{
    const int line = m_type == Type::Title ? 32 : m_type == Type::Hero ? 40 : m_type == Type::Small ? 18 : 20;
    return {fontMetrics().horizontalAdvance(m_text) + 1, qMax(dp(this, line), fontMetrics().height())};
}

QSize ElidedLabel::minimumSizeHint() const { return {qMin(sizeHint().width(), dp(this, 48)), sizeHint().height()}; }

void ElidedLabel::updateToolTip() { setToolTip(isElided() ? m_text : QString()); }

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::from(palette());
    painter.setPen(isEnabled() ? t.ink(m_ink) : t.text3);
    painter.drawText(rect(), int(m_alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, m_mode, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent *) { updateToolTip(); }

void ElidedLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(fontOf(this, m_type));
}

} // namespace mooring
