#pragma once

#include "core/base/json.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace mooring {

/// 24 bytes a point: a million points are 24 MB.
struct MetricPoint
{
    qint64 step = 0;
    qint64 time = -1; ///< ms since the epoch; -1: unknown
    double value = 0; ///< NaN and infinities as they were logged
};

/// What one run logged. Points stand in the order in which they arrived.
struct RunMetrics
{
    QString name; ///< of a child run
    std::map<QString, QString> params;
    std::map<QString, QString> tags;
    std::map<QString, std::vector<MetricPoint>> metrics;
    std::map<QString, RunMetrics> children; ///< runs that the script started inside its own, by their id

    bool isEmpty() const { return params.empty() && tags.empty() && metrics.empty() && children.empty(); }
    qint64 pointCount() const;
    /// Of `metrics` (cli.md), with "children" when there are any.
    Json toJson() const;
};

/// A number, or "NaN", "Infinity", "-Infinity".
Json metricValueToJson(double value);
/// The other way; nothing when it is neither a number nor one of these.
std::optional<double> metricValueFromJson(const Json &value);

} // namespace mooring
