#pragma once

#include <QString>

#include <vector>

namespace mooring {

/// Round numbers for an axis: a range that holds the data, and the places of its lines.
struct Ticks
{
    double from = 0;
    double to = 1;
    double step = 1;
    std::vector<double> at;
};

/// At most `most` steps (at least 2 lines) over [least, greatest]; an empty or single range is widened.
Ticks niceTicks(double least, double greatest, int most);
/// The text of a tick: as many digits as the step needs, "15k", "1.2M", "1e-05".
QString tickText(double value, double step);
/// A value for people: four significant digits, the last zeros too: "0.2371", "0.4060", "12.30", "64", "12 345".
QString valueText(double value);
enum class XAxis { Step, Epoch, Time };
/// "step 14 168", "epoch 21", "14:02:11". Time: seconds since the epoch.
QString xText(double x, XAxis axis);
QString xTickText(double x, double step, XAxis axis);

} // namespace mooring
