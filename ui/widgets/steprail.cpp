#include "ui/widgets/steprail.h"

#include "ui/widgets/stateglyph.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace mooring {

StepRail::StepRail(QWidget *parent) : QWidget(parent)
{
    installAccessibleParts();
    setAccessibleName(tr("Steps"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StepRail::setSteps(const QStringList &steps)
{
    m_steps = steps;
    updateGeometry();
    update();
}

void StepRail::setCurrent(int step)
{
    if (step == m_current)
        return;
    m_current = step;
    setAccessibleDescription(partName(step));
    announcePart(this, step, QAccessible::NameChanged);
    update();
}

QString StepRail::partName(int part) const
{
    if (part < m_current)
        return tr("Step %1 of %2, %3, done").arg(part + 1).arg(m_steps.size()).arg(m_steps.value(part));
    return tr("Step %1 of %2, %3").arg(part + 1).arg(m_steps.size()).arg(m_steps.value(part));
}

int StepRail::stepWidth(int step) const
{
    QFont bold = font(); // the current one may be any: its bold width is kept free for all
    bold.setBold(true);
    return dp(this, 18 + 8) + QFontMetrics(bold).horizontalAdvance(m_steps.value(step));
}

QRect StepRail::partRect(int part) const
{
    int x = width() - sizeHint().width();
    for (int i = 0; i < part; ++i)
        x += stepWidth(i) + dp(this, 48);
    return {x, 0, stepWidth(part), height()};
}

QSize StepRail::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < m_steps.size(); ++i)
        width += stepWidth(i) + (i > 0 ? dp(this, 48) : 0);
    return {width, dp(this, 24)};
}

QSize StepRail::minimumSizeHint() const { return {dp(this, 120), dp(this, 24)}; }

bool StepRail::isShort() const { return width() < sizeHint().width(); }

void StepRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens t = Tokens::from(palette());
    QFont bold = font();
    bold.setBold(true);
    if (isShort()) {
        painter.setFont(bold);
        painter.setPen(t.text);
        const QString words = tr("%1 of %2, %3").arg(m_current + 1).arg(m_steps.size()).arg(m_steps.value(m_current));
        painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter,
                         QFontMetrics(bold).elidedText(words, Qt::ElideRight, width()));
        return;
    }
    for (int i = 0; i < m_steps.size(); ++i) {
        const QRect r = partRect(i);
        const double side = dp(this, 18);
        const QRectF ring(r.x(), (height() - side) / 2, side, side);
        if (i < m_current) {
            paintState(&painter, Glyph::Good, ring.adjusted(-1, -1, 1, 1), palette());
        } else {
            painter.setPen(QPen(i == m_current ? t.accent : t.lineStrong, 1));
            painter.setBrush(i == m_current ? QBrush(t.accent) : QBrush(Qt::NoBrush));
            painter.drawEllipse(ring.adjusted(0.5, 0.5, -0.5, -0.5));
            QFont number = fontOf(this, Type::Tiny);
            number.setBold(i == m_current);
            painter.setFont(number);
            painter.setPen(i == m_current ? t.onAccent : t.text2);
            painter.drawText(ring, Qt::AlignCenter, QString::number(i + 1));
        }
        painter.setFont(i == m_current ? bold : font());
        painter.setPen(i <= m_current ? t.text : t.text2);
        painter.drawText(r.adjusted(dp(this, 26), 0, 0, 0), Qt::AlignVCenter, m_steps[i]);
        if (i + 1 < m_steps.size()) {
            const double from = r.right() + 1 + dp(this, 12);
            painter.fillRect(QRectF(from, std::floor(height() / 2.0), dp(this, 24), 1), t.edge);
        }
    }
}

} // namespace mooring
