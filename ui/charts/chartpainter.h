#pragma once

#include "ui/charts/chart.h"
#include "ui/widgets/tokens.h"

class QPainter;

namespace mooring {

/// Paints one chart, once.
class ChartPainter
{
public:
    ChartPainter(const Chart &chart, QPainter &painter);
    void paint();

private:
    int markOf(size_t series) const;
    void paintHead();
    int paintLegend();
    void paintGrid();
    void paintXLabels();
    void paintSeries(size_t index);
    void paintColumns(const SeriesData &data, const QColor &color, double width);
    void paintParts(const QList<QPolygonF> &parts, const QPen &wanted);
    void paintNotFinite();
    void paintCursor();

    const Chart &c;
    QPainter &p;
    Tokens t;
    PlotMap map;
    Ticks xs, ys;
};

} // namespace mooring
