#include "ui/widgets/seriesmark.h"

#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QPen>

namespace mooring {

QColor seriesColor(int index, const QPalette &palette)
{
    const Tokens t = Tokens::from(palette);
    return t.series[size_t(index) % t.series.size()];
}

QPen seriesPen(int index, const QPalette &palette, double width)
{
    QPen pen(seriesColor(index, palette), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    static const QList<QList<qreal>> dashes{{}, {6, 3}, {2, 2.5}, {8, 3, 2, 3}};
    const int count = int(dashes.size());
    const QList<qreal> &dash = dashes[(index + index / 6) % count];
    if (!dash.isEmpty()) { // given in px; Qt counts in widths of the pen
        QList<qreal> inWidths;
        for (qreal part : dash)
            inWidths << part / width;
        pen.setDashPattern(inWidths);
    }
    return pen;
}

void paintSeriesMarker(QPainter *painter, int index, const QPointF &at, const QPalette &palette)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(seriesColor(index, palette), 1.5));
    painter->setBrush(Tokens::from(palette).base);
    switch (index % 4) {
    case 0:
        painter->drawEllipse(at, 3.4, 3.4);
        break;
    case 1:
        painter->drawRect(QRectF(at.x() - 3, at.y() - 3, 6, 6));
        break;
    case 2:
        painter->drawPolygon(QPolygonF({at + QPointF(0, -3.8), at + QPointF(3.8, 3), at + QPointF(-3.8, 3)}));
        break;
    default:
        painter->drawPolygon(
            QPolygonF({at + QPointF(0, -4), at + QPointF(4, 0), at + QPointF(0, 4), at + QPointF(-4, 0)}));
    }
    painter->restore();
}

void paintSeriesMark(QPainter *painter, int index, const QRectF &where, const QPalette &palette, bool withMarker)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(seriesPen(index, palette, 2));
    const double y = std::floor(where.center().y()) + 0.5;
    painter->drawLine(QPointF(where.left(), y), QPointF(where.right(), y));
    if (withMarker)
        paintSeriesMarker(painter, index, QPointF(where.center().x(), y), palette);
    painter->restore();
}

} // namespace mooring
