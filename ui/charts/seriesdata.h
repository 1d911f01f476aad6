#pragma once

#include <QString>

#include <cstddef>
#include <memory>
#include <vector>

namespace mooring {

/// The points of one curve, for millions of them: append-only, with a pyramid of least and greatest values that grows
/// with it. Asking for the range of any part costs the logarithm of its length. Lives on one thread (that of the
/// window).
class SeriesData
{
public:
    struct Range
    {
        double least = 0;
        double greatest = 0;
        bool any = false; ///< false: no finite value in it
    };

    /// x may stand still; one that falls back is put in its place, which costs the length of what follows. A point
    /// whose x is not a number is left out. y may be NaN or infinite: such points are kept and counted, and no line is
    /// drawn through them.
    void append(double x, double y);
    void reserve(size_t count);

    size_t size() const { return m_x.size(); }
    double x(size_t index) const { return m_x[index]; }
    double y(size_t index) const { return m_y[index]; }
    /// Of [from, to).
    Range range(size_t from, size_t to) const;
    /// Mean of the finite values of [from, to); NaN when there is none.
    double mean(size_t from, size_t to) const;
    /// Index of the first point at or after x; size() when none.
    size_t firstFrom(double x) const;
    /// Index of the point nearest to x. Not for an empty series.
    size_t nearest(double x) const;
    /// Indices of the points that are not finite, rising.
    const std::vector<size_t> &notFinite() const { return m_notFinite; }
    /// Index of the last finite point; size() when none.
    size_t lastFinite() const;

private:
    static constexpr size_t fan = 8; ///< values under one of the next level

    struct Level
    {
        std::vector<double> least;
        std::vector<double> greatest;
    };
    void addToPyramid(size_t index);
    void rebuildFrom(size_t index);
    void include(Range &range, double least, double greatest) const;

    std::vector<double> m_x;
    std::vector<double> m_y;
    std::vector<Level> m_levels;
    std::vector<size_t> m_notFinite;
    mutable std::vector<double> m_sums; ///< of the finite values before each index; made when a mean is asked for
};

} // namespace mooring
