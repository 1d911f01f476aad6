#include "ui/charts/chartscale.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace mooring {
namespace {

double niceStep(double rough)
{
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        if (factor * power >= rough * 0.999999)
            return factor * power;
    }
    return 10 * power;
}

int decimalsOf(double step)
{
    int decimals = 0;
    while (decimals < 8 && std::abs(step - std::round(step)) > 1e-6 * step) {
        step *= 10;
        ++decimals;
    }
    return decimals;
}

QString withoutMinusZero(const QString &text) { return text == u"-0" ? u"0"_s : text; }

} // namespace

Ticks niceTicks(double least, double greatest, int most)
{
    if (!std::isfinite(least) || !std::isfinite(greatest) || greatest < least)
        least = 0, greatest = 1;
    constexpr double farthest = 1e290; // beyond it, and as far below, there is no room left to reckon with
    least = std::clamp(least, -farthest, farthest);
    greatest = std::clamp(greatest, -farthest, farthest);
    most = std::max(most, 2); // around zero it never takes fewer
    if (greatest - least <=
        std::max(std::abs(greatest) * 1e-12, 1 / farthest)) { // one value: a little room on both sides
        const double room = std::abs(greatest) < 1 / farthest ? 0.5 : std::abs(greatest) * 0.1;
        least -= room;
        greatest += room;
    }
    Ticks ticks;
    for (double rough = (greatest - least) / most;; rough *= 1.26) { // rounding outwards may add a step
        ticks.step = niceStep(rough);
        ticks.from = std::floor(least / ticks.step + 1e-9) * ticks.step;
        ticks.to = std::ceil(greatest / ticks.step - 1e-9) * ticks.step;
        if (std::round((ticks.to - ticks.from) / ticks.step) <= most)
            break;
    }
    const int count = int(std::round((ticks.to - ticks.from) / ticks.step));
    for (int i = 0; i <= count; ++i)
        ticks.at.push_back(ticks.from + i * ticks.step);
    return ticks;
}

QString tickText(double value, double step)
{
    const double size = std::abs(value);
    if (size < step * 1e-6)
        return u"0"_s;
    if (step < 1e-4 || size >= 1e12)
        return QString::number(value, 'g', 3);
    if (step >= 1e6 || size >= 1e6)
        return tickText(value / 1e6, step / 1e6) + u'M';
    if (step >= 1000 || (size >= 10000 && step >= 100))
        return tickText(value / 1000, step / 1000) + u'k';
    return withoutMinusZero(QString::number(value, 'f', decimalsOf(step)));
}

QString valueText(double value)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value > 0 ? u"Inf"_s : u"-Inf"_s;
    if (value == std::round(value) && std::abs(value) < 1e9)
        return std::abs(value) >= 10000 ? humanCount(qint64(value)) : QString::number(qint64(value));
    const double size = std::abs(value);
    if (size < 1e-4 || size >= 1e9)
        return QString::number(value, 'g', 4);
    // With their last zeros, so that a running number does not change its length.
    if (size < 9999.5)
        return QString::number(value, 'f', std::max(0, 3 - int(std::floor(std::log10(size)))));
    return humanCount(std::llround(value));
}

QString xText(double x, XAxis axis)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("mooring::Chart", text); };
    const QString number = x == std::round(x) ? humanCount(qint64(x)) : QString::number(x, 'g', 6);
    switch (axis) {
    case XAxis::Time:
        return QDateTime::fromMSecsSinceEpoch(qint64(x * 1000)).toString(u"HH:mm:ss"_s);
    case XAxis::Epoch:
        return say("epoch %1").arg(number);
    case XAxis::Step:
        break;
    }
    return say("step %1").arg(number);
}

QString xTickText(double x, double step, XAxis axis)
{
    if (axis != XAxis::Time)
        return tickText(x, step);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(qint64(x * 1000));
    return time.toString(step < 60 ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

} // namespace mooring
