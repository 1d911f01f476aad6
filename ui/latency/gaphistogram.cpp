#include "ui/latency/gaphistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace mooring {

using namespace Qt::StringLiterals;

size_t GapHistogram::bucketOf(qint64 microseconds)
{
    const auto value = quint64(std::max<qint64>(microseconds, 0));
    if (value < steps)
        return size_t(value); // the first buckets are one microsecond wide
    const int power = int(std::bit_width(value)) - 1;
    const auto step = size_t(value >> (power - 3)) & (steps - 1);
    return std::min(size_t(power - 2) * steps + step, size_t(steps) * powers - 1);
}

qint64 GapHistogram::upperEdge(size_t bucket)
{
    if (bucket < steps)
        return qint64(bucket);
    const int power = int(bucket / steps) + 2;
    return ((qint64(steps) + qint64(bucket % steps) + 1) << (power - 3)) - 1;
}

void GapHistogram::add(qint64 microseconds)
{
    ++m_buckets[bucketOf(microseconds)];
    ++m_count;
    m_max = std::max(m_max, microseconds);
}

void GapHistogram::clear() { *this = {}; }

qint64 GapHistogram::percentile(double share) const
{
    const auto wanted = std::max<qint64>(qint64(std::ceil(share * double(m_count))), 1);
    qint64 seen = 0;
    for (size_t bucket = 0; bucket < m_buckets.size(); ++bucket) {
        seen += m_buckets[bucket];
        if (seen >= wanted)
            return std::min(upperEdge(bucket), m_max);
    }
    return 0;
}

QString GapHistogram::chart() const
{
    std::array<qint64, powers> rows{};
    for (size_t bucket = 0; bucket < m_buckets.size(); ++bucket)
        rows[bucket / steps] += m_buckets[bucket];
    const qint64 most = std::max<qint64>(*std::max_element(rows.begin(), rows.end()), 1);
    QString all;
    for (size_t row = 0; row < rows.size(); ++row) {
        if (rows[row] == 0)
            continue;
        const double below = double(upperEdge(row * steps + steps - 1) + 1) / 1000.0;
        // Logarithmic, so that one gap among a million is still seen.
        const int length = 1 + int(39.0 * std::log1p(double(rows[row])) / std::log1p(double(most)));
        all += u"  < %1 ms  %2  %3\n"_s.arg(below, 9, 'f', 3).arg(rows[row], 9).arg(QString(length, u'#'));
    }
    return all;
}

} // namespace mooring
