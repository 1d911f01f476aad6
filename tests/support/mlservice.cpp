#include "tests/support/mlservice.h"

#include <QDir>
#include <QFile>
#include <QUrl>

namespace mooring::test {

using namespace Qt::StringLiterals;

namespace {

WebAnswer notFound(const QString &what)
{
    return WebAnswer::json(
        toBytes({{"error", {{"code", "ResourceNotFound"}, {"message", toStd(what + u" was not found."_s)}}}}), 404);
}

Json parse(const QByteArray &body) { return Json::parse(body.toStdString(), nullptr, false); }

} // namespace

QByteArray MlService::workspacePath()
{
    return QByteArray("/subscriptions/") + kSubscription +
           "/resourceGroups/lab/providers/Microsoft.MachineLearningServices/workspaces/ws1";
}

QString MlService::resource(const QString &providerAndType, const QString &name)
{
    return u"/subscriptions/%1/resourceGroups/lab/providers/%2/%3"_s.arg(QLatin1String(kSubscription), providerAndType,
                                                                         name);
}

Json MlService::compute(const QString &name, const QString &type, const QString &resourceId, const Json &own)
{
    Json properties = {{"computeType", toStd(type)},
                       {"computeLocation", "koreacentral"},
                       {"provisioningState", "Succeeded"},
                       {"createdOn", "2026-11-23T01:00:00.000Z"},
                       {"modifiedOn", "2026-11-23T01:00:00.000Z"},
                       {"isAttachedCompute", !resourceId.isEmpty()},
                       {"disableLocalAuth", false}};
    if (!resourceId.isEmpty())
        properties["resourceId"] = toStd(resourceId);
    if (!own.is_null())
        properties["properties"] = own;
    return {{"id", workspacePath().toStdString() + "/computes/" + toStd(name)},
            {"name", toStd(name)},
            {"type", "Microsoft.MachineLearningServices/workspaces/computes"},
            {"location", "koreacentral"},
            {"properties", std::move(properties)}};
}

WebAnswer MlService::answer(const WebAsk &ask)
{
    WebAnswer given = first ? first(ask) : WebAnswer{0, {}};
    if (given.status == 0)
        given = route(ask);
    m_traffic.emplace_back(ask, given);
    return given;
}

WebAnswer MlService::route(const WebAsk &ask)
{
    const QString path = QUrl::fromPercentEncoding(ask.path());
    const QString ws = QString::fromLatin1(workspacePath());
    if (path.startsWith(u"/operations/"_s))
        return status(path.section(u'/', -1));
    if (path == ws)
        return workspace();
    if (path == ws + u"/computes"_s)
        return list();
    if (path.startsWith(ws + u"/computes/"_s)) {
        const QString rest = path.mid(ws.size() + 10);
        order << QString::fromLatin1(ask.method) + u" computes/"_s + rest;
        return computeCall(ask, rest.section(u'/', 0, 0), rest.section(u'/', 1));
    }
    if (path.startsWith(ws + u"/jobs"_s)) {
        order << QString::fromLatin1(ask.method) + path.mid(ws.size());
        return jobCall(ask, path.section(u'/', 10, 10), path.section(u'/', 11));
    }
    if (path.startsWith(ws + u"/codes/"_s) || path.startsWith(ws + u"/environments/mooring-"_s)) {
        order << QString::fromLatin1(ask.method) + u' ' + path.mid(ws.size() + 1).section(u'/', 0, 0);
        return assetCall(ask, path.mid(ws.size() + 1));
    }
    if (path == u"/discovery")
        return WebAnswer::json(toBytes({{"api", base.toStdString()}}));
    if (path.startsWith(u"/history/v1.0"_s + ws))
        return historyCall(ask, path.section(u"/experiments/"_s, 1));
    if (path.startsWith(u"/blob/"_s))
        return blobCall(ask, path.mid(6));
    const auto found = resources.find(path.toLower());
    return found == resources.end() ? notFound(path) : WebAnswer::json(toBytes(found->second));
}

WebAnswer MlService::workspace() const
{
    return WebAnswer::json(toBytes({{"id", workspacePath().toStdString()},
                                    {"name", "ws1"},
                                    {"type", "Microsoft.MachineLearningServices/workspaces"},
                                    {"location", "koreacentral"},
                                    {"properties",
                                     {{"provisioningState", "Succeeded"},
                                      {"workspaceId", "11111111-2222-3333-4444-555555555555"},
                                      {"discoveryUrl", (base + "/discovery").toStdString()}}}}));
}

WebAnswer MlService::list() const
{
    Json value = Json::array();
    for (const auto &[name, compute] : computes)
        value.push_back(compute);
    return WebAnswer::json(toBytes({{"value", std::move(value)}}));
}

WebAnswer MlService::begun(const QString &compute, bool isDelete, const QString &end, int httpStatus,
                           const QByteArray &body)
{
    const QString id = u"op%1"_s.arg(m_operations.size() + 1);
    m_operations[id] = {compute, looks, isDelete, end};
    WebAnswer answer = httpStatus == 202 ? WebAnswer{202, {}} : WebAnswer::json(body, httpStatus);
    const QByteArray url = base + "/operations/" + id.toLatin1() + "?api-version=2024-10-01&t=1&s=CANARY-signature";
    answer.headers.emplace_back("Azure-AsyncOperation", url);
    if (isDelete)
        answer.headers.emplace_back("Location", url);
    answer.headers.emplace_back("Retry-After", "0");
    return answer;
}

WebAnswer MlService::status(const QString &id)
{
    const auto found = m_operations.find(id);
    if (found == m_operations.end())
        return notFound(id);
    Operation &operation = found->second;
    const bool isDone = operation.left-- <= 0;
    if (isDone && operation.isDelete)
        computes.erase(operation.compute);
    if (const auto compute = computes.find(operation.compute); isDone && compute != computes.end())
        compute->second["properties"]["provisioningState"] = toStd(operation.end);
    WebAnswer answer = WebAnswer::json(
        toBytes({{"status", isDone ? toStd(operation.end) : "InProgress"}, {"percentComplete", isDone ? 100 : 40}}));
    answer.headers.emplace_back("Retry-After", "0");
    return answer;
}

WebAnswer MlService::computeCall(const WebAsk &ask, const QString &name, const QString &act)
{
    const auto found = computes.find(name);
    if (ask.method == "PUT")
        return putCompute(ask, name);
    if (found == computes.end())
        return notFound(name);
    Json &properties = found->second["properties"];
    if (ask.method == "GET")
        return WebAnswer::json(toBytes(found->second));
    if (ask.method == "DELETE")
        return deleteCompute(ask, name);
    if (ask.method == "PATCH") {
        properties["properties"]["scaleSettings"] = parse(ask.body)["properties"]["properties"]["scaleSettings"];
        return WebAnswer::json(toBytes(found->second));
    }
    properties["properties"]["state"] = act == u"stop" ? "Stopped" : "Running";
    return WebAnswer{202, {}};
}

WebAnswer MlService::putCompute(const WebAsk &ask, const QString &name)
{
    const Json sent = parse(ask.body)["properties"];
    Json own = sent.value("properties", Json());
    for (const char *secret : {"administratorAccount", "databricksAccessToken"}) {
        if (own.is_object())
            own.erase(secret);
    }
    if (own.is_object() && sent["computeType"] == "ComputeInstance")
        own["state"] = "Running";
    Json made = compute(name, QString::fromStdString(sent["computeType"]), stringAt(sent, "resourceId"), own);
    made["properties"]["provisioningState"] = "Creating";
    QString end = u"Succeeded"_s;
    if (!provisioningErrors.is_null()) {
        made["properties"]["provisioningErrors"] = provisioningErrors;
        end = u"Failed"_s;
    }
    computes[name] = made;
    return begun(name, false, end, 201, toBytes(made));
}

WebAnswer MlService::deleteCompute(const WebAsk &ask, const QString &name)
{
    order.last() += u" "_s + QString::fromLatin1(ask.query("underlyingResourceAction"));
    return begun(name, true, u"Succeeded"_s, 202, {});
}

WebAnswer MlService::jobCall(const WebAsk &ask, const QString &name, const QString &act)
{
    const auto shown = [](const QString &id, const Json &job) {
        Json json = job;
        json["id"] = workspacePath().toStdString() + "/jobs/" + toStd(id);
        json["name"] = toStd(id);
        json["type"] = "Microsoft.MachineLearningServices/workspaces/jobs";
        return json;
    };
    if (name.isEmpty()) {
        Json value = Json::array();
        for (const auto &[id, job] : jobs)
            value.push_back(shown(id, job));
        return WebAnswer::json(toBytes({{"value", std::move(value)}}));
    }
    if (ask.method == "PUT") {
        jobs[name] = parse(ask.body);
        jobs[name]["properties"]["status"] = "Starting";
        return WebAnswer::json(toBytes(shown(name, jobs[name])), 201);
    }
    const auto found = jobs.find(name);
    if (found == jobs.end())
        return notFound(name);
    if (act == u"cancel") {
        found->second["properties"]["status"] = "Canceled";
        statuses = QStringList{u"Canceled"_s};
        return WebAnswer{200, {}};
    }
    return WebAnswer::json(toBytes(shown(name, found->second)));
}

WebAnswer MlService::assetCall(const WebAsk &ask, const QString &path)
{
    const std::string id = workspacePath().toStdString() + '/' + toStd(path);
    if (path.endsWith(u"/versions"_s)) { // code by its hash
        const auto found = codesByHash.find(QString::fromLatin1(ask.query("hash")));
        Json value = Json::array();
        if (found != codesByHash.end())
            value.push_back({{"id", toStd(found->second)}, {"name", "1"}, {"properties", Json::object()}});
        return WebAnswer::json(toBytes({{"value", std::move(value)}}));
    }
    if (path.endsWith(u"/startPendingUpload"_s))
        return WebAnswer::json(toBytes({{"pendingUploadType", "TemporaryBlobReference"},
                                        {"blobReferenceForConsumption",
                                         {{"blobUri", base.toStdString() + "/blob/code"},
                                          {"credential", {{"credentialType", "SAS"}, {"sasUri", sas(u"code"_s)}}}}}}));
    const QString key = path.section(u'/', 1);
    if (ask.method == "PUT") {
        const Json body = parse(ask.body);
        if (path.startsWith(u"codes/"_s))
            codesByHash[stringAt(body["properties"]["properties"], "hash_sha256")] = fromStd(id);
        else
            environments[key] = body;
        Json made = body;
        made["id"] = id;
        made["name"] = "1";
        return WebAnswer::json(toBytes(made), 201);
    }
    const auto found = environments.find(key);
    if (found == environments.end())
        return notFound(path);
    Json made = found->second;
    made["id"] = id;
    return WebAnswer::json(toBytes(made));
}

std::string MlService::sas(const QString &path) const
{
    return base.toStdString() + "/blob/" + QUrl::toPercentEncoding(path, "/").toStdString() +
           "?sv=2024-08-04&sp=rw&sig=" + signature.toStdString();
}

QString MlService::nextStatus() { return statuses.size() > 1 ? statuses.takeFirst() : statuses.value(0); }

WebAnswer MlService::details(const QString &run)
{
    const QString status = nextStatus();
    Json json = {{"runId", toStd(run)},
                 {"status", toStd(status)},
                 {"startTimeUtc", "2026-11-23T01:00:00.000Z"},
                 {"tags", {{"team", "lab"}}},
                 {"logFiles", {{"user_logs/std_log.txt", sas(u"logs/std_log.txt"_s)}}}};
    if (status == u"Failed")
        json["error"] = {
            {"error",
             {{"code", "UserError"},
              {"message", "outer"},
              {"details", Json::array({{{"code", "x"}, {"message", "ZeroDivisionError: division by zero"}}})}}}};
    return WebAnswer::json(toBytes(json));
}

WebAnswer MlService::historyCall(const WebAsk &ask, const QString &path)
{
    const QString run = path.section(u'/', 2, 2);
    if (path.endsWith(u"metrics:query"_s)) {
        const QString filter = stringAt(parse(ask.body), "filter");
        const auto found = metrics.find(filter.section(u'\'', 1, 1));
        return WebAnswer::json(toBytes({{"value", found == metrics.end() ? Json::array() : found->second}}));
    }
    if (path.endsWith(u"/details"_s))
        return details(run);
    if (path.endsWith(u"/artifacts"_s)) {
        Json value = Json::array();
        for (const QString &artifact : artifacts)
            value.push_back(
                {{"origin", "ExperimentRun"}, {"container", "dcid." + toStd(run)}, {"path", toStd(artifact)}});
        return WebAnswer::json(toBytes({{"value", std::move(value)}}));
    }
    if (path.endsWith(u"/artifacts/contentinfo"_s)) {
        const QString wanted = QString::fromUtf8(ask.query("path"));
        return WebAnswer::json(toBytes({{"contentUri", sas(u"run/"_s + wanted)}, {"path", toStd(wanted)}}));
    }
    return notFound(path);
}

WebAnswer MlService::blobCall(const WebAsk &ask, const QString &path)
{
    if (ask.query("sig") != signature)
        return {403, "<?xml version=\"1.0\"?><Error><Code>AuthenticationFailed</Code><Message>Signature not "
                     "valid</Message></Error>"};
    if (ask.method == "PUT") {
        if (ask.query("comp") == "block") {
            m_blocks += ask.body;
            return {201, {}};
        }
        blobs[path] = ask.query("comp") == "blocklist" ? m_blocks : ask.body;
        m_blocks.clear();
        metadata[path] = ask.header("x-ms-meta-upload_status");
        return {201, {}};
    }
    const auto found = blobs.find(path);
    const QByteArray content = path == u"logs/std_log.txt" ? log : found == blobs.end() ? QByteArray() : found->second;
    if (path != u"logs/std_log.txt" && found == blobs.end())
        return {404, {}};
    const QByteArray range = ask.header("Range").mid(6);
    const qint64 from = range.split('-').value(0).toLongLong();
    if (!honoursRange)
        return {200, content};
    if (from >= content.size())
        return {416, {}};
    WebAnswer part{206, content.mid(from, range.split('-').value(1).toLongLong() - from + 1)};
    part.headers = {{"Content-Range", "bytes " + QByteArray::number(from) + '-' +
                                          QByteArray::number(from + part.body.size() - 1) + '/' +
                                          QByteArray::number(content.size())}};
    return part;
}

bool MlService::writeTraffic(const QString &folder) const
{
    QDir().mkpath(folder);
    bool isGood = true;
    for (size_t i = 0; i < m_traffic.size(); ++i) {
        const auto &[ask, answer] = m_traffic[i];
        Json sent = Json::object(), given = Json::object();
        for (const auto &[name, value] : ask.headers)
            sent[name.toLower().toStdString()] = name.toLower() == "authorization" ? "Bearer x" : value.toStdString();
        for (const auto &[name, value] : answer.headers)
            given[name.toStdString()] = value.toStdString();
        // The data planes have no version in their addresses; the validator finds them by one.
        QByteArray url = "https://management.azure.com" + ask.target;
        const bool isPlane = ask.target.startsWith("/history/") || ask.target.startsWith("/artifact/");
        if (isPlane)
            url += (url.contains('?') ? "&" : "?") + QByteArray("api-version=2019-09-30");
        const auto bodyOf = [](const QByteArray &text) {
            const Json json = parse(text);
            return text.isEmpty() || json.is_discarded() ? Json() : json;
        };
        Json request = {{"method", ask.method.toStdString()}, {"url", url.toStdString()}, {"headers", sent}};
        Json response = {{"statusCode", std::to_string(answer.status)}, {"headers", given}};
        if (const Json body = bodyOf(ask.body); !body.is_null())
            request["body"] = body;
        if (const Json body = bodyOf(answer.body); !body.is_null())
            response["body"] = body;
        QFile file(u"%1/%2.json"_s.arg(folder).arg(i, 4, 10, QChar(u'0')));
        const QByteArray text =
            toPrettyBytes({{"liveRequest", std::move(request)}, {"liveResponse", std::move(response)}});
        isGood = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && isGood;
    }
    return isGood;
}

} // namespace mooring::test
