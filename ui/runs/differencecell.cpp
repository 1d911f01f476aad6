#include "ui/runs/differencecell.h"

#include "ui/widgets/tokens.h"

#include <QPainter>

namespace mooring {

namespace {

constexpr int kInner = 6; ///< from the ground's edge to the text; plain values stand in line with it

} // namespace

DifferenceCell::DifferenceCell(const QString &value, bool differs, QWidget *parent)
    : QWidget(parent), m_value(value), m_differs(differs)
{
    setFont(fontOf(this, differs ? Type::Section : Type::Body));
    //: %1: a value that is not the one of the other runs
    setAccessibleName(differs ? tr("%1, differs").arg(value) : value);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize DifferenceCell::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_value) + dp(this, 2 * kInner) + 1, dp(this, 25)};
}

QSize DifferenceCell::minimumSizeHint() const { return {dp(this, 36), dp(this, 25)}; }

void DifferenceCell::resizeEvent(QResizeEvent *) { setToolTip(sizeHint().width() > width() ? m_value : QString()); }

void DifferenceCell::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens tokens = Tokens::from(palette());
    const int inner = dp(this, kInner);
    const QString text = fontMetrics().elidedText(m_value, Qt::ElideRight, width() - 2 * inner);
    if (m_differs) {
        const double wide = fontMetrics().horizontalAdvance(text) + 2.0 * inner;
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.warnSoft);
        painter.drawRoundedRect(QRectF(0, dp(this, 2), wide, height() - dp(this, 4)), 3, 3);
    }
    painter.setPen(tokens.text);
    painter.drawText(rect().adjusted(inner, 0, -inner, 0), Qt::AlignVCenter | Qt::TextSingleLine, text);
}

} // namespace mooring
