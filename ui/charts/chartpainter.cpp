#include "ui/charts/chartpainter.h"

#include "core/base/text.h"
#include "ui/widgets/seriesmark.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace mooring {
namespace {

/// A stroke costs the length of the line, up and down: how many times the width of the plot.
double restlessness(const QList<QPolygonF> &parts, double width)
{
    double length = 0;
    for (const QPolygonF &part : parts) {
        for (qsizetype i = 1; i < part.size(); ++i)
            length += std::abs(part[i].y() - part[i - 1].y());
    }
    return length / width;
}

QColor faded(const QColor &color, const QColor &ground)
{
    const auto mix = [](int a, int b) { return int(std::lround(b + (a - b) * 0.32)); };
    return {mix(color.red(), ground.red()), mix(color.green(), ground.green()), mix(color.blue(), ground.blue())};
}

} // namespace

ChartPainter::ChartPainter(const Chart &chart, QPainter &painter)
    : c(chart), p(painter), t(Tokens::from(chart.palette())), map(chart.map()), xs(chart.xTicks()), ys(chart.yTicks())
{
}

int ChartPainter::markOf(size_t series) const
{
    return c.m_series[series].mark >= 0 ? c.m_series[series].mark : int(series);
}

void ChartPainter::paint()
{
    p.setRenderHint(QPainter::Antialiasing);
    paintHead();
    paintGrid();
    paintXLabels();
    p.save();
    p.setClipRect(map.plot.adjusted(-1, -2, 1, 2));
    for (size_t i = 0; i < c.m_series.size(); ++i)
        paintSeries(i);
    p.restore();
    paintNotFinite();
    paintCursor();
}

int ChartPainter::paintLegend()
{
    p.setFont(fontOf(&c, Type::Small));
    const bool below = c.legendIsBelow();
    const int sample = dp(&c, 18), gap = dp(&c, 12), high = dp(&c, 20), top = dp(&c, below ? 26 : 6);
    const int right = c.width() - dp(&c, 16);
    int x = dp(&c, 16);
    if (!below) {
        x = right + gap;
        for (size_t i = 0; i < c.m_series.size(); ++i)
            x -= c.legendWidth(i) + gap;
    }
    const int left = x;
    for (size_t i = 0; i < c.m_series.size(); ++i) {
        const int width = c.legendWidth(i);
        p.setPen(t.text2);
        if (x + width > right + 2) { // the table twin names them all
            p.drawText(QRect(x, top, right - x, high), Qt::AlignVCenter, u"+%1"_s.arg(c.m_series.size() - i));
            break;
        }
        if (!below &&
            i + 1 == c.m_series.size()) // ends where the plot ends; the room kept for longer values is before it
            x = right - sample - dp(&c, 4) - p.fontMetrics().horizontalAdvance(c.legendText(i));
        paintSeriesMark(&p, markOf(i), QRectF(x, top, sample, high), c.palette(), false);
        p.drawText(QRect(x + sample + dp(&c, 4), top, width - sample, high), Qt::AlignVCenter, c.legendText(i));
        x += width + gap;
    }
    return below ? right : left;
}

void ChartPainter::paintHead()
{
    const int legendLeft = paintLegend();
    const QRect head(dp(&c, 16), dp(&c, 6), legendLeft - dp(&c, 16), dp(&c, 20));
    const QFont bold = fontOf(&c, Type::Section);
    p.setFont(bold);
    p.setPen(t.text);
    p.drawText(head, Qt::AlignVCenter, QFontMetrics(bold).elidedText(c.m_title, Qt::ElideRight, head.width()));
    const int after = QFontMetrics(bold).horizontalAdvance(c.m_title) + dp(&c, 10);
    const SeriesData *leading = c.leading();
    const QString note = !c.m_note.isEmpty() ? c.m_note
                         : leading           ? Chart::tr("all %1").arg(humanCount(qint64(leading->size())))
                                             : QString();
    const QFont small = fontOf(&c, Type::Small);
    if (QFontMetrics(small).horizontalAdvance(note) > head.width() - after - dp(&c, 12))
        return;
    p.setFont(small);
    p.setPen(t.text2);
    p.drawText(head.adjusted(after, 0, 0, 0), Qt::AlignVCenter, note);
}

void ChartPainter::paintGrid()
{
    const double ratio = p.device()->devicePixelRatioF();
    p.setFont(fontOf(&c, Type::Tiny));
    for (double value : ys.at) {
        const double y = std::round(map.toY(value) * ratio) / ratio;
        p.fillRect(QRectF(map.plot.left(), y, map.plot.width(), 1), t.line);
        p.setPen(t.text2);
        const bool top = value == ys.at.back() && !c.m_unit.isEmpty();
        const QString text = tickText(value, ys.step) + (top ? c.m_unit : QString());
        p.drawText(QRectF(0, y - 10, map.plot.left() - dp(&c, 8), 20), Qt::AlignRight | Qt::AlignVCenter, text);
    }
}

void ChartPainter::paintXLabels()
{
    if (!c.leading())
        return;
    const QFont tiny = fontOf(&c, Type::Tiny);
    const QFontMetrics metrics(tiny);
    p.setFont(tiny);
    p.setPen(t.text2);
    const double top = map.plot.bottom() + dp(&c, 3);
    const QString word = c.m_axis == XAxis::Step    ? Chart::tr("%1 steps")
                         : c.m_axis == XAxis::Epoch ? Chart::tr("epoch %1")
                                                    : u"%1"_s;
    // The last label stands at the edge with the word, the others only where they do not touch a neighbour.
    double freeFrom = -1e9;
    const double last = xs.at.empty() ? 0 : map.toX(xs.at.back());
    const QString lastText = xs.at.empty() ? QString() : word.arg(xTickText(xs.at.back(), xs.step, c.m_axis));
    const double lastLeft =
        std::min(last + metrics.horizontalAdvance(xTickText(xs.at.empty() ? 0 : xs.at.back(), xs.step, c.m_axis)) / 2.0,
                 map.plot.right()) -
        metrics.horizontalAdvance(lastText);
    for (size_t i = 0; i + 1 < xs.at.size(); ++i) {
        const QString text = xTickText(xs.at[i], xs.step, c.m_axis);
        const double width = metrics.horizontalAdvance(text);
        const double left = std::max(map.plot.left() - 4, map.toX(xs.at[i]) - width / 2);
        if (left < freeFrom || left + width + 8 > lastLeft)
            continue;
        p.drawText(QPointF(left, top + metrics.ascent()), text);
        freeFrom = left + width + 16;
    }
    if (!xs.at.empty())
        p.drawText(QPointF(lastLeft, top + metrics.ascent()), lastText);
}

void ChartPainter::paintColumns(const SeriesData &data, const QColor &color, double width)
{
    const QList<Column> columns = columnsOf(data, map, p.device()->devicePixelRatioF());
    QList<QRectF> rects;
    rects.reserve(columns.size());
    for (const Column &column : columns)
        rects << QRectF(column.x, column.top - width / 2, width, column.bottom - column.top + width);
    p.setPen(Qt::NoPen);
    p.setBrush(color);
    p.drawRects(rects);
    p.setBrush(Qt::NoBrush);
}

void ChartPainter::paintParts(const QList<QPolygonF> &parts, const QPen &wanted)
{
    QPen pen = wanted;
    if (pen.style() != Qt::SolidLine && restlessness(parts, map.plot.width()) > 12) // a dash would not show
        pen = QPen(pen.color(), 1.25, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    p.setPen(pen);
    for (const QPolygonF &part : parts) {
        if (part.size() == 1) { // a value between two gaps is still a value
            p.setBrush(pen.color());
            p.drawEllipse(part.first(), 1.25, 1.25);
            p.setBrush(Qt::NoBrush);
        } else {
            p.drawPolyline(part);
        }
    }
}

void ChartPainter::paintSeries(size_t index)
{
    const SeriesData &data = *c.m_series[index].data;
    if (data.size() == 0)
        return;
    const double ratio = p.device()->devicePixelRatioF();
    const int mark = markOf(index);
    const QColor color = seriesColor(mark, c.palette());
    const bool smooth = c.m_smoothing > 0 && data.size() >= 20;
    const QColor raw = smooth ? faded(color, t.base) : color;
    const QList<QPolygonF> parts = linesOf(data, map, ratio);
    if (isDense(data, map, ratio) && restlessness(parts, map.plot.width()) > 20)
        paintColumns(data, raw, smooth ? 1 : 1.5);
    else
        paintParts(parts, smooth ? QPen(raw, 1) : seriesPen(mark, c.palette()));
    if (smooth) {
        const auto half = size_t(std::max(1.0, double(data.size()) * c.m_smoothing / 2));
        paintParts(smoothLinesOf(data, map, ratio, half), seriesPen(mark, c.palette()));
    }
    const size_t last = data.lastFinite();
    if (last < data.size() && !c.m_view) {
        p.setClipping(false);
        paintSeriesMarker(&p, mark, QPointF(map.toX(data.x(last)), map.toY(data.y(last))), c.palette());
        p.setClipping(true);
    }
}

void ChartPainter::paintNotFinite()
{
    int nans = 0, infinities = 0;
    std::vector<double> places;
    for (const Series &series : c.m_series) {
        const SeriesData &data = *series.data;
        for (size_t index : data.notFinite()) {
            if (data.x(index) < map.x0 || data.x(index) > map.x1)
                continue;
            std::isnan(data.y(index)) ? ++nans : ++infinities;
            places.push_back(map.toX(data.x(index)));
        }
    }
    if (places.empty())
        return;
    std::sort(places.begin(), places.end());
    p.setPen(QPen(t.fail, 1.5, Qt::SolidLine, Qt::RoundCap));
    const double y = map.plot.top();
    double before = -1e9, leftmost = places.front();
    for (double x : places) {
        if (x - before < 3)
            continue; // the same pixel or nearly
        p.drawLine(QPointF(x - 3, y - 3), QPointF(x + 3, y + 3));
        p.drawLine(QPointF(x - 3, y + 3), QPointF(x + 3, y - 3));
        before = x;
    }
    QStringList words;
    if (nans > 0)
        words << Chart::tr("%1 NaN").arg(humanCount(nans));
    if (infinities > 0)
        words << Chart::tr("%1 Inf").arg(humanCount(infinities));
    const QFont tiny = fontOf(&c, Type::Tiny);
    p.setFont(tiny);
    const double width = QFontMetrics(tiny).horizontalAdvance(words.join(u", "_s));
    const bool room = leftmost - width - 8 > map.plot.left();
    const double left = room ? leftmost - width - 8 : std::min(before + 8, map.plot.right() - width);
    const QRectF where(left, y - 8, width + 2, 16);
    p.fillRect(where.adjusted(-2, 0, 0, 0), t.base);
    p.drawText(where, Qt::AlignVCenter, words.join(u", "_s));
}

void ChartPainter::paintCursor()
{
    if (c.m_dragFrom && c.m_dragTo) {
        QColor shade = t.accent;
        shade.setAlphaF(0.12f);
        const double a = std::min(*c.m_dragFrom, *c.m_dragTo), b = std::max(*c.m_dragFrom, *c.m_dragTo);
        p.fillRect(QRectF(a, map.plot.top(), b - a, map.plot.height()), shade);
    }
    if (!c.m_cursor || *c.m_cursor < map.x0 || *c.m_cursor > map.x1)
        return;
    const double x = std::floor(map.toX(*c.m_cursor));
    p.fillRect(QRectF(x, map.plot.top() + dp(&c, 10), 1, map.plot.height() - dp(&c, 10)), t.text);
    const QFont tiny = fontOf(&c, Type::Tiny);
    p.setFont(tiny);
    const QString text = xText(*c.m_cursor, c.m_axis);
    const double width = QFontMetrics(tiny).horizontalAdvance(text);
    const double left = std::clamp(x - width / 2, map.plot.left(), std::max(map.plot.left(), map.plot.right() - width));
    p.fillRect(QRectF(left - 3, map.plot.top() - 4, width + 6, 14), t.base);
    p.setPen(t.text2);
    p.drawText(QRectF(left, map.plot.top() - 6, width + 2, 18), Qt::AlignVCenter, text);
    for (size_t i = 0; i < c.m_series.size(); ++i) {
        const SeriesData &data = *c.m_series[i].data;
        if (data.size() == 0)
            continue;
        const size_t at = data.nearest(*c.m_cursor);
        if (std::isfinite(data.y(at)))
            paintSeriesMarker(&p, markOf(i), QPointF(map.toX(data.x(at)), map.toY(data.y(at))), c.palette());
    }
}

} // namespace mooring
