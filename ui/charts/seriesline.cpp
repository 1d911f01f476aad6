#include "ui/charts/seriesline.h"

#include <algorithm>
#include <cmath>

namespace mooring {
namespace {

/// Gathers points and begins a new part at each gap.
class Parts
{
public:
    void add(double x, double y) { m_open << QPointF(x, y); }
    void gap()
    {
        if (!m_open.isEmpty())
            m_all << std::move(m_open);
        m_open = {};
    }
    QList<QPolygonF> take()
    {
        gap();
        return std::move(m_all);
    }
    bool isOpen() const { return !m_open.isEmpty(); }
    double lastY() const { return m_open.constLast().y(); }

private:
    QList<QPolygonF> m_all;
    QPolygonF m_open;
};

/// One point more on each side, so that lines reach the edge of the plot.
std::pair<size_t, size_t> shownPart(const SeriesData &data, const PlotMap &map)
{
    size_t from = data.firstFrom(map.x0), to = data.firstFrom(map.x1);
    while (to < data.size() && data.x(to) <= map.x1)
        ++to;
    return {from > 0 ? from - 1 : 0, std::min(data.size(), to + 1)};
}

/// Steps over a column at a time: calls with the half-open part of each that has points, and the column's middle in px.
template <class Each>
void eachColumn(const SeriesData &data, const PlotMap &map, double ratio, size_t from, size_t to, Each each)
{
    const int columns = std::max(1, int(std::ceil(map.plot.width() * ratio)));
    size_t at = from;
    for (int column = -1; column <= columns && at < to; ++column) {
        const double right = map.plot.left() + (column + 1) / ratio;
        size_t end = column == columns ? to : std::min(to, data.firstFrom(map.fromX(right)));
        if (end > at)
            each(at, end, right - 0.5 / ratio);
        at = std::max(at, end);
    }
}

} // namespace

bool isDense(const SeriesData &data, const PlotMap &map, double ratio)
{
    const auto [from, to] = shownPart(data, map);
    return double(to - from) > 2 * map.plot.width() * ratio;
}

QList<Column> columnsOf(const SeriesData &data, const PlotMap &map, double ratio)
{
    QList<Column> columns;
    const auto [from, to] = shownPart(data, map);
    bool gap = true;
    double lastTop = 0, lastBottom = 0;
    eachColumn(data, map, ratio, from, to, [&](size_t first, size_t end, double middle) {
        const SeriesData::Range range = data.range(first, end);
        if (!range.any) {
            gap = true;
            return;
        }
        const double top = map.toY(range.greatest), bottom = map.toY(range.least);
        Column column{middle - 0.5 / ratio, top, bottom};
        if (!gap && lastBottom < top)
            column.top = lastBottom;
        else if (!gap && lastTop > bottom)
            column.bottom = lastTop;
        columns << column;
        lastTop = top, lastBottom = bottom, gap = false;
    });
    return columns;
}

QList<QPolygonF> linesOf(const SeriesData &data, const PlotMap &map, double ratio)
{
    Parts parts;
    const auto [from, to] = shownPart(data, map);
    if (double(to - from) <= 2 * map.plot.width() * ratio) {
        for (size_t i = from; i < to; ++i)
            std::isfinite(data.y(i)) ? parts.add(map.toX(data.x(i)), map.toY(data.y(i))) : parts.gap();
        return parts.take();
    }
    eachColumn(data, map, ratio, from, to, [&](size_t first, size_t end, double x) {
        const SeriesData::Range range = data.range(first, end);
        if (!range.any)
            return parts.gap();
        double near = map.toY(range.least), far = map.toY(range.greatest);
        if (parts.isOpen() && std::abs(parts.lastY() - far) < std::abs(parts.lastY() - near))
            std::swap(near, far);
        parts.add(x, near);
        if (near != far)
            parts.add(x, far);
    });
    return parts.take();
}

QList<QPolygonF> smoothLinesOf(const SeriesData &data, const PlotMap &map, double ratio, size_t half)
{
    Parts parts;
    const auto [from, to] = shownPart(data, map);
    const auto smooth = [&](size_t i) { // shrinks toward the ends, so that first and last value stand where they are
        const size_t reach = std::min({half, i, data.size() - 1 - i});
        return data.mean(i - reach, i + reach + 1);
    };
    const auto add = [&](size_t i, double x) {
        const double y = smooth(i);
        std::isfinite(y) ? parts.add(x, map.toY(y)) : parts.gap();
    };
    if (double(to - from) <= 2 * map.plot.width() * ratio) {
        for (size_t i = from; i < to; ++i)
            add(i, map.toX(data.x(i)));
    } else {
        eachColumn(data, map, ratio, from, to,
                   [&](size_t first, size_t end, double x) { add(first + (end - first) / 2, x); });
    }
    return parts.take();
}

} // namespace mooring
