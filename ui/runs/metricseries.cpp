#include "ui/runs/metricseries.h"

namespace mooring {

namespace {

/// {"loss", "val"} for "val_loss" and "validation/loss"; {"loss", ""} for "loss".
std::pair<QString, QString> splitName(const QString &metric)
{
    static constexpr std::pair<const char *, const char *> kPrefixes[] = {
        {"train", "train"},    {"training", "train"}, {"val", "val"}, {"valid", "val"},
        {"validation", "val"}, {"test", "test"},      {"eval", "val"}};
    for (const auto &[prefix, name] : kPrefixes) {
        const QLatin1String word(prefix);
        if (metric.size() > word.size() + 1 && metric.startsWith(word) &&
            (metric[word.size()] == u'_' || metric[word.size()] == u'/'))
            return {metric.mid(word.size() + 1), QString::fromLatin1(name)};
    }
    return {metric, {}};
}

} // namespace

std::vector<MetricGroup> groupMetrics(const RunMetrics &metrics)
{
    std::map<QString, std::vector<std::pair<QString, QString>>> groups;
    for (const auto &[metric, points] : metrics.metrics) {
        const auto [title, part] = splitName(metric);
        groups[title].emplace_back(part, metric);
    }
    std::vector<MetricGroup> list;
    for (auto &[title, members] : groups) {
        // "loss" beside "val_loss" is the training's.
        for (auto &[series, metric] : members) {
            if (series.isEmpty())
                series = members.size() > 1 ? QStringLiteral("train") : metric;
        }
        list.push_back({members.size() == 1 ? members.front().second : title, members});
    }
    return list;
}

void MetricSeries::update(const RunMetrics &metrics)
{
    for (const auto &[metric, points] : metrics.metrics) {
        Entry &entry = m_entries[metric];
        if (points.size() < entry.taken)
            entry = {};
        for (; entry.taken < points.size(); ++entry.taken)
            entry.data->append(double(points[entry.taken].step), points[entry.taken].value);
    }
}

std::shared_ptr<SeriesData> MetricSeries::data(const QString &metric) const
{
    const auto found = m_entries.find(metric);
    return found == m_entries.end() ? std::make_shared<SeriesData>() : found->second.data;
}

} // namespace mooring
