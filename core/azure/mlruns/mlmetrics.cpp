#include "core/azure/mlruns/mlmetrics.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlMetrics", text); }

constexpr int kMostPages = 1000;

} // namespace

void addMetrics(const Json &page, RunMetrics &metrics)
{
    const auto value = page.find("value");
    if (value == page.end() || !value->is_array())
        return;
    for (const Json &metric : *value) {
        const auto cells = metric.find("cells");
        if (!metric.is_object() || cells == metric.end() || !cells->is_array())
            continue;
        const QString name = stringAt(metric, "name");
        const auto at = timeAt(metric, "createdUtc");
        for (const Json &cell : *cells) {
            if (!cell.is_object())
                continue;
            for (const auto &[column, entry] : cell.items()) {
                const auto number = metricValueFromJson(entry);
                if (!number)
                    continue;
                const QString own = fromStd(column);
                const QString series = own == name || name.isEmpty() ? own : name + u'/' + own;
                auto &points = metrics.metrics[series];
                points.push_back({qint64(points.size()), at ? at->toMSecsSinceEpoch() : -1, *number});
            }
        }
    }
}

Result<RunMetrics> metricsOf(const RunHistory &history, const CancelToken &cancel)
{
    RunMetrics metrics;
    const auto details = history.details(cancel);
    if (!details)
        return details.error();
    metrics.tags = details->tags;
    QString run = history.run();
    Json query = {{"filter", toStd(u"RunId eq '%1'"_s.arg(run.replace(u"'"_s, u"''"_s)))},
                  {"orderBy", "CreatedUtc asc"}};
    QString last;
    for (int page = 0; page < kMostPages; ++page) {
        const auto call = history.experimentCall("POST", u"metrics:query"_s,
                                                 tr("The metrics of the run %1 could not be read.").arg(history.run()),
                                                 query, cancel);
        if (!call)
            return call.error();
        const auto answer = history.arm().json(*call, cancel);
        if (!answer)
            return answer.error();
        addMetrics(*answer, metrics);
        const QString next = stringAt(*answer, "continuationToken");
        if (next.isEmpty() || next == last)
            return metrics;
        last = next;
        query["continuationToken"] = toStd(next);
    }
    return Error::failed(u"azure.badList"_s, tr("The metrics of the run %1 have no end.").arg(history.run()));
}

} // namespace mooring
