#include "core/runs/loggedsummary.h"

#include "core/runs/metricsreader.h"

namespace mooring {

namespace {

constexpr size_t kMost = 100;
constexpr qsizetype kLongest = 200; ///< characters

bool isShort(const QString &name) { return name.size() <= kLongest; }

} // namespace

Json loggedSummary(const RunMetrics &metrics)
{
    Json values = Json::object(), params = Json::object();
    for (const auto &[name, points] : metrics.metrics) {
        if (values.size() < kMost && !points.empty() && isShort(name))
            values[toStd(name)] = metricValueToJson(points.back().value);
    }
    for (const auto &[name, value] : metrics.params) {
        if (params.size() < kMost && isShort(name))
            params[toStd(name)] = toStd(value.left(kLongest));
    }
    return {{"metrics", std::move(values)}, {"params", std::move(params)}};
}

Result<Json> readLoggedSummary(RunService &runs, RunBook &book, const RunRecord &run, const CancelToken &cancel)
{
    const auto files = runs.files(run);
    if (!files)
        return files.error();
    MetricsReader reader(*files->host, files->folder);
    if (const auto read = reader.update(cancel, MetricsReader::Look::Everywhere); !read)
        return read.error();
    const Json summary = loggedSummary(reader.metrics());
    if (isEnded(run.state) && files->isComplete && !run.logged.is_object()) {
        const auto keep = [&summary](RunRecord &now) {
            now.logged = summary;
            return true;
        };
        (void)book.updateRun(run.id, keep); // a disk that is full: it is read again next time
    }
    return summary;
}

Json loggedValue(const Json &summary, const QString &column)
{
    const std::string part = toStd(column.section(u'/', 0, 0)), name = toStd(column.section(u'/', 1));
    if (!summary.is_object() || !summary.contains(part) || !summary[part].is_object() || !summary[part].contains(name))
        return {};
    return summary[part][name];
}

} // namespace mooring
