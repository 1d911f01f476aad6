#include "core/runs/metrics.h"

#include "core/base/clock.h"

#include <cmath>
#include <limits>

namespace mooring {

namespace {

Json textMap(const std::map<QString, QString> &map)
{
    Json json = Json::object();
    for (const auto &[key, value] : map)
        json[toStd(key)] = toStd(value);
    return json;
}

Json pointsToJson(const std::vector<MetricPoint> &points)
{
    Json list = Json::array();
    for (const MetricPoint &point : points) {
        Json time = point.time < 0 ? Json() : Json(toStd(toIso(fromEpochMs(point.time))));
        list.push_back({{"step", point.step}, {"time", std::move(time)}, {"value", metricValueToJson(point.value)}});
    }
    return list;
}

} // namespace

Json metricValueToJson(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "Infinity" : "-Infinity";
    return value;
}

std::optional<double> metricValueFromJson(const Json &value)
{
    if (value.is_number())
        return value.get<double>();
    if (!value.is_string())
        return {};
    const auto &word = value.get_ref<const std::string &>();
    if (word == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (word == "Infinity")
        return std::numeric_limits<double>::infinity();
    if (word == "-Infinity")
        return -std::numeric_limits<double>::infinity();
    return {};
}

qint64 RunMetrics::pointCount() const
{
    qint64 count = 0;
    for (const auto &[key, points] : metrics)
        count += qint64(points.size());
    for (const auto &[id, child] : children)
        count += child.pointCount();
    return count;
}

Json RunMetrics::toJson() const
{
    Json series = Json::object();
    for (const auto &[key, points] : metrics)
        series[toStd(key)] = pointsToJson(points);
    Json json = {{"params", textMap(params)}, {"tags", textMap(tags)}, {"metrics", std::move(series)}};
    for (const auto &[id, child] : children) {
        Json one = child.toJson();
        one["name"] = textOrNull(child.name);
        json["children"][toStd(id)] = std::move(one);
    }
    return json;
}

} // namespace mooring
