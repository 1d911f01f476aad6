#include "core/practice/ml/labhistory.h"

#include "core/base/clock.h"

#include <QCryptographicHash>
#include <QUuid>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

/// ErrorResponse of the data planes.
Json historyError(const char *code, const QString &message)
{
    return {{"error", {{"code", code}, {"message", toStd(message)}}},
            {"correlation", {{"operation", "practice"}, {"request", "practice"}}},
            {"environment", practice::kRegion},
            {"location", practice::kRegion},
            {"time", labNow()}};
}

LabReply noRun(const QString &id)
{
    return LabReply::json(historyError("UserError", u"The run '%1' does not exist."_s.arg(id)), 404);
}

std::string idFor(const QString &text)
{
    return QUuid::createUuidV5(QUuid(QString::fromLatin1(practice::kWorkspaceId)), text)
        .toString(QUuid::WithoutBraces)
        .toStdString();
}

Json artifact(const QString &run, const QString &path)
{
    return {{"artifactId", toStd(u"ExperimentRun/%1/%2"_s.arg(LabJobs::containerOf(run), path))},
            {"origin", "ExperimentRun"},
            {"container", toStd(LabJobs::containerOf(run))},
            {"path", toStd(path)},
            {"createdTime", labNow()}};
}

bool isConstant(const QString &word, const QString &filter) // RunId eq 'x'
{
    return filter.contains(u'\'' + word + u'\'') || filter.contains(u'"' + word + u'"') || filter.endsWith(u' ' + word);
}

} // namespace

void LabHistory::addTo(LabRoutes &routes, const QString &workspace)
{
    const QString history = u"/history/v1.0"_s + workspace;
    addRun(routes, history, "GET", {}, &LabHistory::run);
    addRun(routes, history, "PATCH", {}, &LabHistory::run);
    addRun(routes, history, "GET", u"/details"_s, &LabHistory::details);
    addRun(routes, history, "GET", u"/artifacts"_s, &LabHistory::artifacts);
    addRun(routes, history, "GET", u"/artifacts/path"_s, &LabHistory::artifacts);
    addRun(routes, history, "GET", u"/artifacts/contentinfo"_s, &LabHistory::contentInfo);
    addRun(routes, history, "GET", u"/artifacts/prefix/contentinfo"_s, &LabHistory::prefixInfo);
    addRun(routes, history, "POST", u"/events"_s, &LabHistory::events);
    const auto empty = [](const LabRequest &, const LabPath &) { return LabReply::json({{"value", Json::array()}}); };
    for (const QString &root : {u"/experiments/{e}/runs/{id}"_s, u"/runs/{id}"_s, u"/experimentids/{e}/runs/{id}"_s})
        routes.add("GET", history + root + u"/children"_s, empty);
    const auto all = [this](const LabRequest &, const LabPath &path) {
        Json value = Json::array();
        for (auto job = m_jobs.all().rbegin(); job != m_jobs.all().rend(); ++job) {
            if (path.at("e").isEmpty() || job->experiment() == path.at("e"))
                value.push_back(document(*job));
        }
        return LabReply::json({{"value", value}});
    };
    routes.add("POST", history + u"/experiments/{e}/runs:query"_s, all);
    routes.add("POST", history + u"/runs:query"_s, all);
    routes.add("POST", history + u"/experiments/{e}/metrics:query"_s,
               [this](const LabRequest &request, const LabPath &path) { return metrics(request, path.at("e")); });
    const auto experiment = [](const LabRequest &, const LabPath &path) {
        return LabReply::json({{"experimentId", idFor(path.at("e"))},
                               {"name", toStd(path.at("e"))},
                               {"createdUtc", labNow()},
                               {"tags", Json::object()}});
    };
    routes.add("GET", history + u"/experiments/{e}"_s, experiment);
    routes.add("POST", history + u"/experiments/{e}"_s, experiment);
    addArtifacts(routes, workspace);
    addTracking(routes, workspace);
}

void LabHistory::addRun(LabRoutes &routes, const QString &history, const QByteArray &method, const QString &end,
                        Handler handler)
{
    for (const QString &root : {u"/experiments/{e}/runs/{id}"_s, u"/runs/{id}"_s, u"/experimentids/{e}/runs/{id}"_s}) {
        routes.add(method, history + root + end, [this, handler](const LabRequest &request, const LabPath &path) {
            LabJobs::Job *job = m_jobs.find(path.at("id"));
            return job ? (this->*handler)(request, *job) : noRun(path.at("id"));
        });
    }
}

void LabHistory::addArtifacts(LabRoutes &routes, const QString &workspace)
{
    const QString root = u"/artifact/v2.0"_s + workspace + u"/artifacts/ExperimentRun/{container}"_s;
    const auto add = [&](const QString &end, Handler handler) {
        routes.add("GET", root + end, [this, handler](const LabRequest &request, const LabPath &path) {
            LabJobs::Job *job = m_jobs.find(path.at("container").mid(5)); // after "dcid."
            return job ? (this->*handler)(request, *job) : noRun(path.at("container"));
        });
    };
    add({}, &LabHistory::artifacts);
    add(u"/contentinfo"_s, &LabHistory::contentInfo);
    add(u"/prefix/contentinfo"_s, &LabHistory::prefixInfo);
}

Json LabHistory::document(const LabJobs::Job &job) const
{
    const auto ended = job.run.endedAt();
    Json json{{"runNumber", int(&job - m_jobs.all().data()) + 1},
              {"rootRunId", toStd(job.id)},
              {"experimentId", idFor(job.experiment())},
              {"createdUtc", labTime(job.run.createdAt())},
              {"createdBy",
               {{"userObjectId", practice::kUser}, {"userTenantId", practice::kTenant}, {"userName", "practice-user"}}},
              {"revision", 1},
              {"runId", toStd(job.id)},
              {"status", toStd(job.status())},
              {"hidden", false},
              {"runType", "azureml.scriptrun"},
              {"dataContainerId", toStd(LabJobs::containerOf(job.id))},
              {"name", toStd(stringAt(job.properties, "displayName", job.id))},
              {"target", toStd(stringAt(job.properties, "computeId").section(u'/', -1))},
              {"properties", Json::object()},
              {"tags", job.properties.value("tags", Json::object())}};
    if (const auto begun = job.run.startedAt())
        json["startTimeUtc"] = labTime(*begun);
    if (ended)
        json["endTimeUtc"] = labTime(*ended);
    if (job.run.phase() == LabRun::Phase::Failed)
        json["error"] = historyError("UserError", QString::fromUtf8(LabRun::failureLine()).trimmed());
    return json;
}

LabReply LabHistory::run(const LabRequest &, LabJobs::Job &job) { return LabReply::json(document(job)); }

LabReply LabHistory::details(const LabRequest &, LabJobs::Job &job)
{
    const Json whole = document(job);
    Json json{{"runId", whole["runId"]}, {"target", whole["target"]}, {"status", whole["status"]}};
    for (const char *key : {"startTimeUtc", "endTimeUtc", "error", "tags"}) {
        if (whole.contains(key))
            json[key] = whole[key];
    }
    json["properties"] = Json::object();
    json["warnings"] = Json::array();
    json["runDefinition"] = {{"command", toStd(stringAt(job.properties, "command"))}, {"target", whole["target"]}};
    Json logs = Json::object();
    if (job.run.phase() != LabRun::Phase::Waiting)
        logs["user_logs/std_log.txt"] = toStd(m_jobs.fileUrl(job.id, u"user_logs/std_log.txt"_s));
    json["logFiles"] = logs;
    json["revision"] = 1;
    return LabReply::json(json);
}

LabReply LabHistory::artifacts(const LabRequest &request, LabJobs::Job &job)
{
    const QString below = request.argument("path");
    Json value = Json::array();
    for (const QString &path : m_jobs.files(job.id)) {
        if (below.isEmpty() || path == below || path.startsWith(below + u'/'))
            value.push_back(artifact(job.id, path));
    }
    return LabReply::json({{"value", value}});
}

LabReply LabHistory::contentInfo(const LabRequest &request, LabJobs::Job &job)
{
    const QString path = request.argument("path");
    if (!m_jobs.files(job.id).contains(path))
        return LabReply::json(historyError("UserError", u"The artifact '%1' does not exist."_s.arg(path)), 404);
    Json json = artifact(job.id, path);
    json.erase("artifactId");
    json.erase("createdTime");
    json["contentUri"] = toStd(m_jobs.fileUrl(job.id, path));
    return LabReply::json(json);
}

LabReply LabHistory::prefixInfo(const LabRequest &request, LabJobs::Job &job)
{
    const QString prefix = request.argument("path");
    Json value = Json::array();
    for (const QString &path : m_jobs.files(job.id)) {
        if (!path.startsWith(prefix))
            continue;
        value.push_back({{"contentUri", toStd(m_jobs.fileUrl(job.id, path))},
                         {"origin", "ExperimentRun"},
                         {"container", toStd(LabJobs::containerOf(job.id))},
                         {"path", toStd(path)}});
    }
    return LabReply::json({{"value", value}});
}

/// Older clients cancel by an event.
LabReply LabHistory::events(const LabRequest &request, LabJobs::Job &job)
{
    if (stringAt(request.json(), "name").contains(u"Cancel"_s))
        job.run.cancel();
    return LabReply{200};
}

LabReply LabHistory::metrics(const LabRequest &request, const QString &experiment) const
{
    const QString filter = stringAt(request.json(), "filter");
    Json value = Json::array();
    for (const LabJobs::Job &job : m_jobs.all()) {
        if (job.experiment() != experiment || (!filter.isEmpty() && !isConstant(job.id, filter)))
            continue;
        Json cells = Json::array();
        for (const LabRun::Point &point : job.run.points())
            cells.push_back({{"loss", point.loss}});
        if (cells.empty())
            continue;
        value.push_back(
            {{"runId", toStd(job.id)},
             {"metricId", idFor(job.id + u"/loss"_s)},
             {"dataContainerId", toStd(LabJobs::containerOf(job.id))},
             {"metricType", "azureml.v1.scalar"},
             {"createdUtc", labTime(job.run.createdAt())},
             {"name", "loss"},
             {"numCells", cells.size()},
             {"cells", cells},
             {"schema",
              {{"numProperties", 1},
               {"properties", Json::array({{{"propertyId", "loss"}, {"name", "loss"}, {"type", "float"}}})}}}});
    }
    return LabReply::json({{"value", value}});
}

void LabHistory::addTracking(LabRoutes &routes, const QString &workspace)
{
    for (const QString &version : {u"v1.0"_s, u"v2.0"_s}) {
        const QString root = u"/mlflow/"_s + version + workspace + u"/api/2.0/mlflow"_s;
        routes.add("GET", root + u"/runs/get"_s,
                   [this](const LabRequest &request, const LabPath &) { return trackedRun(request); });
        routes.add("GET", root + u"/metrics/get-history"_s,
                   [this](const LabRequest &request, const LabPath &) { return trackedMetric(request); });
    }
}

LabReply LabHistory::trackedRun(const LabRequest &request)
{
    const LabJobs::Job *job = m_jobs.find(request.argument("run_id"));
    if (!job)
        return LabReply::json({{"error_code", "RESOURCE_DOES_NOT_EXIST"}, {"message", "No such run."}}, 404);
    const QString status = job->status();
    Json metrics = Json::array();
    if (const auto points = job->run.points(); !points.empty())
        metrics.push_back({{"key", "loss"},
                           {"value", points.back().loss},
                           {"timestamp", points.back().at.toMSecsSinceEpoch()},
                           {"step", points.back().step}});
    const Json info{{"run_id", toStd(job->id)},
                    {"experiment_id", idFor(job->experiment())},
                    {"status", status == u"Completed"  ? "FINISHED"
                               : status == u"Failed"   ? "FAILED"
                               : status == u"Canceled" ? "KILLED"
                                                       : "RUNNING"},
                    {"start_time", job->run.createdAt().toMSecsSinceEpoch()},
                    {"lifecycle_stage", "active"}};
    return LabReply::json(
        {{"run",
          {{"info", info}, {"data", {{"metrics", metrics}, {"params", Json::array()}, {"tags", Json::array()}}}}}});
}

LabReply LabHistory::trackedMetric(const LabRequest &request)
{
    const LabJobs::Job *job = m_jobs.find(request.argument("run_id"));
    Json metrics = Json::array();
    if (job && request.argument("metric_key") == u"loss") {
        for (const LabRun::Point &point : job->run.points())
            metrics.push_back({{"key", "loss"},
                               {"value", point.loss},
                               {"timestamp", point.at.toMSecsSinceEpoch()},
                               {"step", point.step}});
    }
    return LabReply::json({{"metrics", metrics}});
}

} // namespace mooring
