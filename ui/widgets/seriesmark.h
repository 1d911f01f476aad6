#pragma once

#include <QPalette>
#include <QRectF>

class QPainter;
class QPen;

namespace mooring {

/// Series n has colour n, dash n and marker n, the same on charts, in legends and in tables. Indices from 0; more than
/// there are colours begin again with another dash.
QColor seriesColor(int index, const QPalette &palette);
QPen seriesPen(int index, const QPalette &palette, double width = 1.75);
/// circle, square, triangle, diamond; on the sheet, edged in the series' colour.
void paintSeriesMarker(QPainter *painter, int index, const QPointF &at, const QPalette &palette);
/// A sample of the line, with its marker in the middle.
void paintSeriesMark(QPainter *painter, int index, const QRectF &where, const QPalette &palette, bool withMarker);

} // namespace mooring
