#include "core/practice/databricks/databrickslab.h"

#include "core/base/clock.h"
#include "core/base/ids.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

LabReply refusal(int status, const char *code, const QString &message, Json details = Json::array())
{
    LabReply reply =
        LabReply::json({{"error_code", code}, {"message", toStd(message)}, {"details", std::move(details)}}, status);
    reply.note = QString::fromLatin1(code);
    return reply;
}

/// A thing that is not there comes as 400, as the service does it.
LabReply missing(const QString &what)
{
    return refusal(400, "INVALID_PARAMETER_VALUE", u"%1 does not exist"_s.arg(what));
}

qint64 runIdOf(const LabRequest &request)
{
    const QString text = request.argument("run_id");
    return text.isEmpty() ? intAt(request.json(), "run_id") : text.toLongLong();
}

QString clusterIdOf(const LabRequest &request)
{
    const QString text = request.argument("cluster_id");
    return text.isEmpty() ? stringAt(request.json(), "cluster_id") : text;
}

} // namespace

DatabricksLab::DatabricksLab(LabWorld &world) : m_world(world)
{
    m_routes.add("GET", u"/api/2.0/preview/scim/v2/Me"_s, [](const LabRequest &, const LabPath &) {
        return LabReply::json({{"id", "7072616374"},
                               {"userName", practice::kUserName},
                               {"displayName", "practice-user"},
                               {"active", true},
                               {"emails", Json::array({{{"value", practice::kUserName}, {"primary", true}}})}});
    });
    addClusters();
    addRuns();
    addFiles();
    addTokens();
}

LabReply DatabricksLab::answer(const LabRequest &request)
{
    if (request.path == u"/.well-known/databricks-config")
        return LabReply::json({{"workspace_id", "7072616374696365"}, {"cloud", "Azure"}}); // asked without a token
    const QString token = request.bearer();
    const bool isKnown = token.startsWith(u"dapi"_s) || m_world.tokens.verified(token).has_value();
    if (!isKnown)
        return refusal(401, "UNAUTHENTICATED", u"Request to the practice workspace needs an access token: dapi…"_s);
    if (m_world.faults.strikes(LabFault::TokenRefused))
        return refusal(403, "PERMISSION_DENIED", u"Access denied."_s,
                       Json::array({{{"@type", "type.googleapis.com/google.rpc.ErrorInfo"},
                                     {"reason", "WRONG_WORKSPACE"},
                                     {"domain", "practice"},
                                     {"metadata", {{"message", "The token belongs to another workspace."}}}}}));
    if (m_world.faults.strikes(LabFault::TooManyRequests))
        return refusal(429, "REQUEST_LIMIT_EXCEEDED", u"Too many requests."_s)
            .with("Retry-After", QByteArray::number(m_world.pace.retryAfter));
    const auto reply = m_routes.answer(request);
    return reply ? *reply : refusal(404, "ENDPOINT_NOT_FOUND", u"No API found for '%1'"_s.arg(request.path));
}

void DatabricksLab::addClusters()
{
    m_clusters[u"1123-practice-small"_s] = {{{"cluster_name", "practice-small"},
                                             {"spark_version", "15.4.x-scala2.12"},
                                             {"node_type_id", "Standard_DS3_v2"},
                                             {"num_workers", 2}},
                                            u"RUNNING"_s,
                                            nowUtc()};
    for (const QString &root : {u"/api/2.1/clusters/"_s, u"/api/2.0/clusters/"_s}) {
        m_routes.add("GET", root + u"list"_s, [this](const LabRequest &, const LabPath &) {
            Json clusters = Json::array();
            for (const auto &[id, cluster] : m_clusters)
                clusters.push_back(shownCluster(id, cluster));
            return LabReply::json({{"clusters", clusters}});
        });
        m_routes.add("GET", root + u"get"_s, [this](const LabRequest &request, const LabPath &) {
            const auto found = m_clusters.find(clusterIdOf(request));
            return found == m_clusters.end() ? missing(u"Cluster "_s + clusterIdOf(request))
                                             : LabReply::json(shownCluster(found->first, found->second));
        });
        m_routes.add("POST", root + u"create"_s, [this](const LabRequest &request, const LabPath &) {
            if (stringAt(request.json(), "spark_version").isEmpty())
                return missing(u"spark_version"_s);
            if (m_world.faults.strikes(LabFault::QuotaZero))
                return refusal(400, "QUOTA_EXCEEDED", u"The quota of cores in koreacentral is 0."_s);
            const QString id = u"1123-practice-"_s + randomWord(6);
            m_clusters[id] = {request.json(), u"RUNNING"_s, nowUtc()};
            return LabReply::json({{"cluster_id", toStd(id)}});
        });
        for (const auto &[act, state] : {std::pair(u"start"_s, u"RUNNING"_s), std::pair(u"restart"_s, u"RUNNING"_s),
                                         std::pair(u"delete"_s, u"TERMINATED"_s)}) {
            m_routes.add("POST", root + act, [this, to = state](const LabRequest &request, const LabPath &) {
                return changeCluster(request, to);
            });
        }
        m_routes.add("POST", root + u"permanent-delete"_s, [this](const LabRequest &request, const LabPath &) {
            return m_clusters.erase(clusterIdOf(request)) ? LabReply::json(Json::object())
                                                          : missing(u"Cluster "_s + clusterIdOf(request));
        });
        m_routes.add("GET", root + u"spark-versions"_s, [](const LabRequest &, const LabPath &) {
            return LabReply::json(
                {{"versions", Json::array({{{"key", "15.4.x-scala2.12"}, {"name", "15.4 LTS (practice)"}}})}});
        });
        m_routes.add("GET", root + u"list-node-types"_s, [](const LabRequest &, const LabPath &) {
            return LabReply::json({{"node_types", Json::array({{{"node_type_id", "Standard_DS3_v2"},
                                                                {"memory_mb", 14'336},
                                                                {"num_cores", 4.0},
                                                                {"description", "Standard_DS3_v2 (practice)"},
                                                                {"instance_type_id", "Standard_DS3_v2"},
                                                                {"category", "General Purpose"}}})}});
        });
    }
}

LabReply DatabricksLab::changeCluster(const LabRequest &request, const QString &state)
{
    const auto found = m_clusters.find(clusterIdOf(request));
    if (found == m_clusters.end())
        return missing(u"Cluster "_s + clusterIdOf(request));
    found->second.state = state;
    return LabReply::json(Json::object());
}

Json DatabricksLab::shownCluster(const QString &id, const Cluster &cluster) const
{
    Json document = cluster.sent;
    document.update({{"cluster_id", toStd(id)},
                     {"state", toStd(cluster.state)},
                     {"state_message", ""},
                     {"start_time", cluster.madeAt.toMSecsSinceEpoch()},
                     {"creator_user_name", practice::kUserName}});
    if (cluster.state == u"TERMINATED")
        document["termination_reason"] = {{"code", "USER_REQUEST"}, {"type", "SUCCESS"}};
    return document;
}

void DatabricksLab::addRuns()
{
    for (const QString &root : {u"/api/2.2/jobs/runs/"_s, u"/api/2.1/jobs/runs/"_s, u"/api/2.0/jobs/runs/"_s}) {
        m_routes.add("POST", root + u"submit"_s, [this](const LabRequest &request, const LabPath &) {
            const Json sent = request.json();
            if (!sent.contains("tasks") || !sent["tasks"].is_array() || sent["tasks"].empty())
                return missing(u"Task"_s);
            const qint64 id = m_nextRun;
            m_nextRun += 2;
            m_runs[id] = {sent, LabRun(m_world, QString::fromUtf8(toBytes(sent["tasks"])))};
            return LabReply::json({{"run_id", id}});
        });
        m_routes.add("GET", root + u"list"_s, [this](const LabRequest &, const LabPath &) {
            Json runs = Json::array();
            for (auto run = m_runs.rbegin(); run != m_runs.rend(); ++run)
                runs.push_back(shownRun(run->first, run->second));
            return LabReply::json({{"runs", runs}, {"has_more", false}});
        });
        m_routes.add("GET", root + u"get"_s, [this](const LabRequest &request, const LabPath &) {
            const auto found = m_runs.find(runIdOf(request));
            return found == m_runs.end() ? missing(u"Run %1"_s.arg(runIdOf(request)))
                                         : LabReply::json(shownRun(found->first, found->second));
        });
        m_routes.add("GET", root + u"get-output"_s, [this](const LabRequest &request, const LabPath &) {
            const auto found = m_runs.find(runIdOf(request) - 1); // of its task
            if (found == m_runs.end())
                return m_runs.contains(runIdOf(request))
                           ? refusal(400, "INVALID_PARAMETER_VALUE",
                                     u"Retrieving the output of runs with multiple tasks is not supported."_s)
                           : missing(u"Run %1"_s.arg(runIdOf(request)));
            const LabRun &run = found->second.run;
            Json json{{"metadata", shownRun(found->first, found->second)}, {"logs_truncated", false}};
            json["logs"] = run.isDone() ? run.log().toStdString() : std::string(); // only at the end
            if (run.phase() == LabRun::Phase::Failed)
                json["error"] = LabRun::failureLine().trimmed().toStdString();
            return LabReply::json(json);
        });
        m_routes.add("POST", root + u"cancel"_s, [this](const LabRequest &request, const LabPath &) {
            const auto found = m_runs.find(runIdOf(request));
            if (found == m_runs.end())
                return missing(u"Run %1"_s.arg(runIdOf(request)));
            found->second.run.cancel();
            return LabReply::json(Json::object());
        });
        m_routes.add("POST", root + u"delete"_s, [this](const LabRequest &request, const LabPath &) {
            return m_runs.erase(runIdOf(request)) ? LabReply::json(Json::object())
                                                  : missing(u"Run %1"_s.arg(runIdOf(request)));
        });
    }
}

Json DatabricksLab::shownRun(qint64 id, const Run &run) const
{
    const auto phase = run.run.phase();
    Json state{{"life_cycle_state", phase == LabRun::Phase::Waiting   ? "PENDING"
                                    : phase == LabRun::Phase::Running ? "RUNNING"
                                                                      : "TERMINATED"},
               {"state_message", ""},
               {"user_cancelled_or_timedout", phase == LabRun::Phase::Canceled}};
    if (run.run.isDone())
        state["result_state"] = phase == LabRun::Phase::Succeeded  ? "SUCCESS"
                                : phase == LabRun::Phase::Canceled ? "CANCELED"
                                                                   : "FAILED";
    Json task = run.sent["tasks"].front();
    task.update({{"run_id", id + 1}, {"state", state}});
    Json document{{"run_id", id},
                  {"job_id", id},
                  {"run_name", run.sent.value("run_name", Json("Untitled"))},
                  {"run_page_url", toStd(m_world.databricks + u"/#job/%1/run/1"_s.arg(id))},
                  {"run_type", "SUBMIT_RUN"},
                  {"creator_user_name", practice::kUserName},
                  {"start_time", run.run.createdAt().toMSecsSinceEpoch()},
                  {"state", state},
                  {"tasks", Json::array({task})}};
    if (const auto ended = run.run.endedAt())
        document["end_time"] = ended->toMSecsSinceEpoch();
    return document;
}

void DatabricksLab::addFiles()
{
    const auto ok = [](const LabRequest &, const LabPath &) { return LabReply::json(Json::object()); };
    const QString root = u"/api/2.0/workspace/"_s;
    m_routes.add("POST", root + u"mkdirs"_s, ok);
    m_routes.add("POST", root + u"import"_s, [this](const LabRequest &request, const LabPath &) {
        const Json sent = request.json(); // databricks-sdk sends it as multipart: then the path is not looked for
        const QString path = stringAt(sent, "path", u"/practice-upload"_s);
        m_files[path] = sent.contains("content")
                            ? QByteArray::fromBase64(QByteArray::fromStdString(sent["content"].get<std::string>()))
                            : request.body;
        return LabReply::json(Json::object());
    });
    m_routes.add("POST", root + u"delete"_s, [this](const LabRequest &request, const LabPath &) {
        m_files.erase(stringAt(request.json(), "path"));
        return LabReply::json(Json::object());
    });
    m_routes.add("GET", root + u"list"_s, [this](const LabRequest &, const LabPath &) {
        Json objects = Json::array();
        for (const auto &[path, content] : m_files)
            objects.push_back({{"path", toStd(path)}, {"object_type", "FILE"}, {"size", content.size()}});
        return LabReply::json({{"objects", objects}});
    });
    m_routes.add("GET", root + u"get-status"_s, [this](const LabRequest &request, const LabPath &) {
        const QString path = request.argument("path");
        return m_files.contains(path)
                   ? LabReply::json({{"path", toStd(path)}, {"object_type", "FILE"}})
                   : refusal(404, "RESOURCE_DOES_NOT_EXIST", u"Path (%1) doesn't exist."_s.arg(path));
    });
    const QString file = u"/api/2.0/fs/files/{*path}"_s;
    m_routes.add("PUT", file, [this](const LabRequest &request, const LabPath &path) {
        m_files[path.at("path")] = request.body;
        return LabReply{204};
    });
    m_routes.add("GET", file, [this](const LabRequest &, const LabPath &path) {
        const auto found = m_files.find(path.at("path"));
        return found == m_files.end() ? refusal(404, "NOT_FOUND", u"The file being accessed is not found."_s)
                                      : LabReply::text(found->second, "application/octet-stream");
    });
    m_routes.add("DELETE", file, [this](const LabRequest &, const LabPath &path) {
        m_files.erase(path.at("path"));
        return LabReply{204};
    });
}

void DatabricksLab::addTokens()
{
    m_routes.add("POST", u"/api/2.0/token/create"_s, [this](const LabRequest &request, const LabPath &) {
        const QString id = randomWord(16);
        Json info{{"token_id", toStd(id)},
                  {"creation_time", nowUtc().toMSecsSinceEpoch()},
                  {"expiry_time", -1},
                  {"comment", request.json().value("comment", Json(""))}};
        m_tokens[id] = info;
        return LabReply::json({{"token_value", toStd(u"dapi-practice-"_s + randomWord(24))}, {"token_info", info}});
    });
    m_routes.add("GET", u"/api/2.0/token/list"_s, [this](const LabRequest &, const LabPath &) {
        Json infos = Json::array();
        for (const auto &[id, info] : m_tokens)
            infos.push_back(info);
        return LabReply::json({{"token_infos", infos}});
    });
    m_routes.add("POST", u"/api/2.0/token/delete"_s, [this](const LabRequest &request, const LabPath &) {
        m_tokens.erase(stringAt(request.json(), "token_id"));
        return LabReply::json(Json::object());
    });
}

} // namespace mooring
