#include "ui/charts/seriesdata.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mooring {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

} // namespace

void SeriesData::reserve(size_t count)
{
    m_x.reserve(count);
    m_y.reserve(count);
}

void SeriesData::append(double x, double y)
{
    if (!std::isfinite(x))
        return;
    if (!m_x.empty() && x < m_x.back()) {
        const auto at = std::upper_bound(m_x.begin(), m_x.end(), x) - m_x.begin();
        m_x.insert(m_x.begin() + at, x);
        m_y.insert(m_y.begin() + at, y);
        rebuildFrom(size_t(at));
        return;
    }
    m_x.push_back(x);
    m_y.push_back(y);
    addToPyramid(m_x.size() - 1);
}

void SeriesData::addToPyramid(size_t index)
{
    const double y = m_y[index];
    if (!std::isfinite(y))
        m_notFinite.push_back(index);
    const double least = std::isfinite(y) ? y : infinite, greatest = std::isfinite(y) ? y : -infinite;
    size_t block = index / fan;
    for (size_t depth = 0;; ++depth, block /= fan) {
        if (depth == m_levels.size()) { // a new top: it has to begin with what is below it
            Level level;
            const std::vector<double> *below = depth == 0 ? nullptr : &m_levels[depth - 1].least;
            const size_t blocks = block + 1;
            level.least.assign(blocks, infinite);
            level.greatest.assign(blocks, -infinite);
            for (size_t i = 0; below && i < below->size(); ++i) {
                level.least[i / fan] = std::min(level.least[i / fan], m_levels[depth - 1].least[i]);
                level.greatest[i / fan] = std::max(level.greatest[i / fan], m_levels[depth - 1].greatest[i]);
            }
            m_levels.push_back(std::move(level));
        }
        Level &level = m_levels[depth];
        if (block == level.least.size()) {
            level.least.push_back(infinite);
            level.greatest.push_back(-infinite);
        }
        level.least[block] = std::min(level.least[block], least);
        level.greatest[block] = std::max(level.greatest[block], greatest);
        if (level.least.size() <= fan && depth + 1 == m_levels.size())
            return; // few enough to be looked at one by one
    }
}

void SeriesData::rebuildFrom(size_t)
{
    m_levels.clear();
    m_notFinite.clear();
    m_sums.clear();
    for (size_t i = 0; i < m_x.size(); ++i)
        addToPyramid(i);
}

void SeriesData::include(Range &range, double least, double greatest) const
{
    if (least > greatest)
        return; // a block without a finite value
    range.least = range.any ? std::min(range.least, least) : least;
    range.greatest = range.any ? std::max(range.greatest, greatest) : greatest;
    range.any = true;
}

SeriesData::Range SeriesData::range(size_t from, size_t to) const
{
    Range found;
    to = std::min(to, m_y.size());
    while (from < to) {
        // The widest block that begins here and ends in time.
        size_t depth = 0, width = 1;
        while (depth < m_levels.size() && from % (width * fan) == 0 && from + width * fan <= to) {
            width *= fan;
            ++depth;
        }
        if (depth == 0)
            std::isfinite(m_y[from]) ? include(found, m_y[from], m_y[from]) : void();
        else
            include(found, m_levels[depth - 1].least[from / width], m_levels[depth - 1].greatest[from / width]);
        from += width;
    }
    return found;
}

double SeriesData::mean(size_t from, size_t to) const
{
    to = std::min(to, m_y.size());
    if (from >= to)
        return std::numeric_limits<double>::quiet_NaN();
    if (m_sums.empty())
        m_sums.push_back(0);
    while (m_sums.size() <= m_y.size()) {
        const double y = m_y[m_sums.size() - 1];
        m_sums.push_back(m_sums.back() + (std::isfinite(y) ? y : 0));
    }
    const auto first = std::lower_bound(m_notFinite.begin(), m_notFinite.end(), from);
    const auto last = std::lower_bound(first, m_notFinite.end(), to);
    const size_t count = to - from - size_t(last - first);
    return count == 0 ? std::numeric_limits<double>::quiet_NaN() : (m_sums[to] - m_sums[from]) / double(count);
}

size_t SeriesData::firstFrom(double x) const
{
    return size_t(std::lower_bound(m_x.begin(), m_x.end(), x) - m_x.begin());
}

size_t SeriesData::nearest(double x) const
{
    const size_t after = firstFrom(x);
    if (after == 0)
        return 0;
    if (after == m_x.size())
        return after - 1;
    return x - m_x[after - 1] <= m_x[after] - x ? after - 1 : after;
}

size_t SeriesData::lastFinite() const
{
    for (size_t i = m_y.size(); i > 0; --i) {
        if (std::isfinite(m_y[i - 1]))
            return i - 1;
    }
    return m_y.size();
}

} // namespace mooring
