#pragma once

#include <QString>

#include <array>

namespace mooring {

/// Times in microseconds, counted in buckets that are linear within each power of two: 12 % wide at most, constant
/// memory.
class GapHistogram
{
public:
    void add(qint64 microseconds);
    void clear();

    qint64 count() const { return m_count; }
    qint64 max() const { return m_max; }
    /// The upper edge of the bucket that holds it; share from 0 to 1. 0 when nothing was counted.
    qint64 percentile(double share) const;
    /// One line for each power of two that was seen, with a bar: for a terminal, not translated.
    QString chart() const;

private:
    static constexpr int steps = 8; // buckets of one power of two
    static constexpr int powers = 36;
    static size_t bucketOf(qint64 microseconds);
    static qint64 upperEdge(size_t bucket);

    std::array<qint64, size_t(steps) * powers> m_buckets{};
    qint64 m_count = 0;
    qint64 m_max = 0;
};

} // namespace mooring
