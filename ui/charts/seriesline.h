#pragma once

#include "ui/charts/seriesdata.h"

#include <QPolygonF>
#include <QRectF>

namespace mooring {

/// Where data stand on the screen.
struct PlotMap
{
    QRectF plot;
    double x0 = 0, x1 = 1, y0 = 0, y1 = 1;

    double toX(double x) const { return plot.left() + (x - x0) / (x1 - x0) * plot.width(); }
    double toY(double y) const { return plot.bottom() - (y - y0) / (y1 - y0) * plot.height(); }
    double fromX(double px) const { return x0 + (px - plot.left()) / plot.width() * (x1 - x0); }
};

/// One pixel column of a dense line: from the least to the greatest value in it, and on to where the column before it
/// ended.
struct Column
{
    double x; ///< left edge
    double top, bottom;
};

/// More points than two a column: the stroke of such a line would cost far more than these.
bool isDense(const SeriesData &data, const PlotMap &map, double ratio);
QList<Column> columnsOf(const SeriesData &data, const PlotMap &map, double ratio);

/// The line of a series in parts without a gap. More points than two a pixel column: least and greatest of each column,
/// so that no spike is lost at any length. `ratio`: device pixels of one px.
QList<QPolygonF> linesOf(const SeriesData &data, const PlotMap &map, double ratio);
/// The same, smoothed on both sides over `half` points each, less toward the ends.
QList<QPolygonF> smoothLinesOf(const SeriesData &data, const PlotMap &map, double ratio, size_t half);

} // namespace mooring
