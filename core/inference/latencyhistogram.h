#pragma once

#include <QtGlobal>

#include <vector>

namespace mooring {

/// Durations in nanoseconds, kept in constant memory within 0.1 % of what they were: linear below 2 µs, then 1024 steps
/// for each doubling, up to 78 hours.
class LatencyHistogram
{
public:
    LatencyHistogram();

    void record(qint64 ns);
    qint64 count() const { return m_count; }
    /// The duration that `percent` of all do not exceed; 0 when there is none. 0 and 100 are exact.
    qint64 percentile(double percent) const;
    double mean() const { return m_count > 0 ? m_sum / double(m_count) : 0; }
    qint64 min() const { return m_count > 0 ? m_min : 0; }
    qint64 max() const { return m_max; }

    struct Bar
    {
        qint64 fromNs, toNs, count;
    };
    /// For drawing: at most `bars` of equal ratio from the least to the greatest.
    std::vector<Bar> bars(int bars) const;
    /// For drawing: `bars` of equal width from 0 to `toNs`; what took longer is in none of them.
    std::vector<Bar> linearBars(qint64 toNs, int bars) const;

private:
    std::vector<qint64> m_counts;
    qint64 m_count = 0, m_min = 0, m_max = 0;
    double m_sum = 0;
};

} // namespace mooring
