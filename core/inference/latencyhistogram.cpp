#include "core/inference/latencyhistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace mooring {

namespace {

constexpr int kSubBits = 11; // 2048 values are told apart in the first bucket, 1024 in each further one
constexpr qint64 kGreatest = (qint64(1) << 48) - 1;
constexpr int kHalf = 1 << (kSubBits - 1);

size_t indexOf(qint64 ns)
{
    const int width = 64 - std::countl_zero(std::uint64_t(ns) | (2 * kHalf - 1));
    const int bucket = width - kSubBits;
    return size_t(bucket) * kHalf + size_t(ns >> bucket);
}

/// Middle of what falls to the index.
qint64 valueOf(size_t index)
{
    if (index < size_t(2 * kHalf))
        return qint64(index);
    const size_t bucket = index / kHalf - 1;
    const qint64 sub = qint64(index - bucket * kHalf);
    return (sub << bucket) + (qint64(1) << bucket) / 2;
}

} // namespace

LatencyHistogram::LatencyHistogram() : m_counts(indexOf(kGreatest) + 1) {}

void LatencyHistogram::record(qint64 ns)
{
    const qint64 value = std::clamp<qint64>(ns, 0, kGreatest);
    ++m_counts[indexOf(value)];
    m_min = m_count == 0 ? value : std::min(m_min, value);
    m_max = std::max(m_max, value);
    m_sum += double(value);
    ++m_count;
}

qint64 LatencyHistogram::percentile(double percent) const
{
    if (m_count == 0 || percent <= 0)
        return min();
    if (percent >= 100)
        return m_max;
    const auto wanted = qint64(std::ceil(percent / 100 * double(m_count)));
    qint64 seen = 0;
    for (size_t i = indexOf(m_min); i < m_counts.size(); ++i) {
        seen += m_counts[i];
        if (seen >= wanted)
            return std::clamp(valueOf(i), m_min, m_max);
    }
    return m_max;
}

std::vector<LatencyHistogram::Bar> LatencyHistogram::bars(int wanted) const
{
    std::vector<Bar> list;
    if (m_count == 0 || wanted <= 0)
        return list;
    const double low = double(std::max<qint64>(1, m_min)), high = double(std::max<qint64>(m_min + 1, m_max));
    const double ratio = std::pow(high / low, 1.0 / wanted);
    for (int i = 0; i < wanted; ++i)
        list.push_back({qint64(low * std::pow(ratio, i)), qint64(low * std::pow(ratio, i + 1)), 0});
    list.front().fromNs = m_min;
    list.back().toNs = m_max;
    size_t bar = 0;
    for (size_t i = indexOf(m_min); i <= indexOf(m_max); ++i) {
        while (bar + 1 < list.size() && valueOf(i) >= list[bar].toNs)
            ++bar;
        list[bar].count += m_counts[i];
    }
    return list;
}

std::vector<LatencyHistogram::Bar> LatencyHistogram::linearBars(qint64 toNs, int wanted) const
{
    std::vector<Bar> list;
    if (m_count == 0 || wanted <= 0 || toNs <= 0)
        return list;
    const double width = double(toNs) / wanted;
    for (int i = 0; i < wanted; ++i)
        list.push_back({qint64(width * i), qint64(width * (i + 1)), 0});
    for (size_t i = indexOf(m_min); i <= indexOf(std::min(m_max, toNs)); ++i) {
        const auto bar = size_t(double(valueOf(i)) / width);
        if (bar < list.size())
            list[bar].count += m_counts[i];
    }
    return list;
}

} // namespace mooring
