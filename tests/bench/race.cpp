#include "tests/bench/race.h"

#include <algorithm>
#include <numeric>

namespace mooring::bench {

using namespace Qt::StringLiterals;

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const size_t half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

double Race::medianA() const { return median(a); }
double Race::medianB() const { return median(b); }

double Race::ratio() const
{
    std::vector<double> ratios;
    for (size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        ratios.push_back(a[i] / std::max(b[i], 1e-6));
    return median(ratios);
}

Race race(const Try &a, const Try &b, int pairs)
{
    Race result;
    for (int pair = -1; pair < pairs; ++pair) {
        const auto first = a();
        const auto second = first ? b() : std::nullopt;
        if (!first || !second)
            return result;
        if (pair < 0)
            continue; // warms the caches
        result.a.push_back(*first);
        result.b.push_back(*second);
    }
    result.complete = true;
    return result;
}

QString ms(double value) { return QString::number(value, 'f', value < 100 ? 1 : 0) + u" ms"_s; }

} // namespace mooring::bench
