#include "ui/widgets/factsline.h"

#include "ui/widgets/tokens.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace mooring {

FactsLine::FactsLine(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void FactsLine::setFacts(const QStringList &facts)
{
    m_facts = facts;
    m_facts.removeAll(QString());
    setAccessibleName(m_facts.join(u", "_s));
    setToolTip(width() < sizeHint().width() ? accessibleName() : QString());
    updateGeometry();
    update();
}

int FactsLine::gap() const { return dp(this, 17); }

QSize FactsLine::sizeHint() const
{
    int width = 0;
    for (const QString &fact : m_facts)
        width += fontMetrics().horizontalAdvance(fact) + gap();
    return {qMax(0, width - gap()) + 1, qMax(dp(this, 20), fontMetrics().height())};
}

QSize FactsLine::minimumSizeHint() const { return {0, sizeHint().height()}; }

void FactsLine::resizeEvent(QResizeEvent *) { setToolTip(width() < sizeHint().width() ? accessibleName() : QString()); }

void FactsLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens t = Tokens::from(palette());
    int x = 0;
    for (qsizetype i = 0; i < m_facts.size() && x < width(); ++i) {
        if (i > 0) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.text3);
            painter.drawEllipse(QPointF(x - gap() / 2.0, height() / 2.0 + 0.5), 1.5, 1.5);
        }
        painter.setPen(t.text2);
        const QString shown = fontMetrics().elidedText(m_facts[i], Qt::ElideRight, width() - x);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::TextSingleLine, shown);
        x += fontMetrics().horizontalAdvance(m_facts[i]) + gap();
    }
}

} // namespace mooring
