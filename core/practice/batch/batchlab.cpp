#include "core/practice/batch/batchlab.h"

#include "core/practice/batch/sharedkey.h"

#include "core/base/clock.h"

#include <QLocale>
#include <QUuid>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

const char *const kMetadata = "odata.metadata";

QByteArray httpTime(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

LabReply refusal(const LabRequest &request, int status, const char *code, const QString &message)
{
    LabReply reply = LabReply::json({{kMetadata, toStd(request.base + u"/$metadata#Microsoft.Azure.Batch.Protocol.Entities.Container.errors/@Element"_s)},
                                     {"code", code},
                                     {"message", {{"lang", "en-US"}, {"value", toStd(message)}}}},
                                    status);
    reply.note = QString::fromLatin1(code);
    return reply;
}

/// What was added answers with its address and an empty body.
LabReply added(const LabRequest &request, const QString &path)
{
    const QByteArray url = (request.base + path).toLatin1();
    LabReply reply{201};
    return reply.with("Location", url).with("DataServiceId", url).with("ETag", "\"0x1\"").with(
        "Last-Modified", httpTime(nowUtc()));
}

void addCommon(Json &document, const LabWorld &world, const QString &path, const QDateTime &at)
{
    document.update({{"url", toStd(world.batch + path)},
                     {"eTag", "0x1"},
                     {"lastModified", labTime(at)},
                     {"creationTime", labTime(at)},
                     {"stateTransitionTime", labTime(at)}});
}

Json withoutNulls(Json value)
{
    for (auto entry = value.begin(); entry != value.end();)
        entry = entry->is_null() ? value.erase(entry) : std::next(entry);
    return value;
}

} // namespace

BatchLab::BatchLab(LabWorld &world, const LabResources &resources) : m_world(world), m_resources(resources)
{
    addPools();
    addJobs();
    addTasks();
    addFiles();
    m_routes.add("GET", u"/supportedimages"_s, [](const LabRequest &, const LabPath &) {
        const Json image{{"publisher", "canonical"}, {"offer", "0001-com-ubuntu-server-jammy"}, {"sku", "22_04-lts"}, {"version", "latest"}};
        return LabReply::json({{"value", Json::array({{{"nodeAgentSKUId", "batch.node.ubuntu 22.04"},
                                                       {"imageReference", image},
                                                       {"osType", "linux"},
                                                       {"verificationType", "verified"}}})}});
    });
}

LabReply BatchLab::answer(const LabRequest &request)
{
    LabReply reply;
    if (const auto refusal = refused(request)) {
        reply = *refusal;
    } else {
        const auto answered = m_routes.answer(request);
        reply = answered ? *answered : refusal(request, 404, "ResourceNotFound", u"The specified resource does not exist."_s);
    }
    if (const QByteArray id = request.header("client-request-id"); !id.isEmpty())
        reply.with("client-request-id", id);
    return reply.with("request-id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
        .with("DataServiceVersion", "3.0");
}

std::optional<LabReply> BatchLab::refused(const LabRequest &request)
{
    const bool isKnown = !request.bearer().isEmpty()
                             ? m_world.tokens.verified(request.bearer()).has_value()
                             : isSignedWithSharedKey(request, QString::fromLatin1(kAccount), m_resources.key(u"batch"_s));
    if (!isKnown || m_world.faults.strikes(LabFault::KeyChanged))
        return refusal(request, 403, "AuthenticationFailed",
                       u"Server failed to authenticate the request. Make sure the value of Authorization header is "
                       u"formed correctly including the signature."_s);
    if (!request.hasArgument("api-version"))
        return refusal(request, 400, "MissingRequiredQueryParameter", u"A query parameter that's mandatory is missing."_s);
    const bool hasBody = request.method == "POST" && !request.body.isEmpty();
    if (hasBody && !request.header("Content-Type").contains("odata="))
        return refusal(request, 415, "UnsupportedMediaType", u"Content-Type must be application/json; odata=minimalmetadata."_s);
    return {};
}

void BatchLab::addPools()
{
    m_pools[u"practice-pool"_s] = {{{"id", "practice-pool"}, {"vmSize", "standard_d2s_v3"}, {"targetDedicatedNodes", 2}}, nowUtc()};
    m_routes.add("GET", u"/pools"_s, [this](const LabRequest &request, const LabPath &) {
        Json value = Json::array();
        for (const auto &[id, pool] : m_pools)
            value.push_back(shownPool(pool));
        return LabReply::json({{kMetadata, toStd(request.base + u"/$metadata#pools"_s)}, {"value", value}});
    });
    m_routes.add("POST", u"/pools"_s, [this](const LabRequest &request, const LabPath &) {
        const Json sent = withoutNulls(request.json());
        const QString id = stringAt(sent, "id");
        if (id.isEmpty() || stringAt(sent, "vmSize").isEmpty())
            return refusal(request, 400, "InvalidRequestBody", u"The pool needs its id and the size of its machines."_s);
        if (m_pools.contains(id.toLower()))
            return refusal(request, 409, "PoolExists", u"The specified pool already exists."_s);
        m_pools[id.toLower()] = {sent, nowUtc()};
        return added(request, u"/pools/"_s + id);
    });
    m_routes.add("GET", u"/pools/{pool}"_s, [this](const LabRequest &request, const LabPath &path) {
        const auto found = m_pools.find(path.at("pool").toLower());
        return found == m_pools.end() ? refusal(request, 404, "PoolNotFound", u"The specified pool does not exist."_s)
                                      : LabReply::json(shownPool(found->second));
    });
    m_routes.add("DELETE", u"/pools/{pool}"_s, [this](const LabRequest &request, const LabPath &path) {
        return m_pools.erase(path.at("pool").toLower()) ? LabReply{202}
                                                        : refusal(request, 404, "PoolNotFound", u"The specified pool does not exist."_s);
    });
}

Json BatchLab::shownPool(const Pool &pool) const
{
    Json document = pool.sent;
    addCommon(document, m_world, u"/pools/"_s + stringAt(pool.sent, "id"), pool.madeAt);
    const qint64 nodes = intAt(pool.sent, "targetDedicatedNodes");
    document.update({{"state", "active"},
                     {"allocationState", "steady"},
                     {"allocationStateTransitionTime", labTime(pool.madeAt)},
                     {"currentDedicatedNodes", m_world.faults.isOn(LabFault::QuotaZero) ? 0 : nodes},
                     {"currentLowPriorityNodes", 0},
                     {"targetLowPriorityNodes", 0},
                     {"taskSlotsPerNode", 1}});
    if (!document.contains("targetDedicatedNodes"))
        document["targetDedicatedNodes"] = 0;
    return document;
}

LabReply BatchLab::withJob(const LabPath &path, const std::function<LabReply(Job &)> &work)
{
    const auto found = m_jobs.find(path.at("job").toLower());
    if (found != m_jobs.end())
        return work(found->second);
    LabRequest request;
    request.base = m_world.batch;
    return refusal(request, 404, "JobNotFound", u"The specified job does not exist."_s);
}

void BatchLab::addJobs()
{
    m_routes.add("GET", u"/jobs"_s, [this](const LabRequest &request, const LabPath &) {
        Json value = Json::array();
        for (const auto &[id, job] : m_jobs)
            value.push_back(shownJob(job));
        return LabReply::json({{kMetadata, toStd(request.base + u"/$metadata#jobs"_s)}, {"value", value}});
    });
    m_routes.add("POST", u"/jobs"_s, [this](const LabRequest &request, const LabPath &) {
        const Json sent = withoutNulls(request.json());
        const QString id = stringAt(sent, "id");
        if (id.isEmpty() || !sent.contains("poolInfo"))
            return refusal(request, 400, "InvalidRequestBody", u"The job needs its id and its pool."_s);
        if (m_jobs.contains(id.toLower()))
            return refusal(request, 409, "JobExists", u"The specified job already exists."_s);
        m_jobs[id.toLower()] = Job{sent, nowUtc(), false, {}};
        return added(request, u"/jobs/"_s + id);
    });
    const QString one = u"/jobs/{job}"_s;
    m_routes.add("GET", one, [this](const LabRequest &, const LabPath &path) {
        return withJob(path, [this](Job &job) { return LabReply::json(shownJob(job)); });
    });
    m_routes.add("DELETE", one, [this](const LabRequest &, const LabPath &path) {
        return withJob(path, [&](Job &) {
            m_jobs.erase(path.at("job").toLower());
            return LabReply{202};
        });
    });
    m_routes.add("POST", one + u"/terminate", [this](const LabRequest &, const LabPath &path) {
        return withJob(path, [](Job &job) {
            job.isTerminated = true;
            for (auto &[id, task] : job.tasks)
                task.run.cancel();
            return LabReply{202};
        });
    });
}

Json BatchLab::shownJob(const Job &job) const
{
    Json document = job.sent;
    addCommon(document, m_world, u"/jobs/"_s + stringAt(job.sent, "id"), job.madeAt);
    const bool endsItself = stringAt(job.sent, "onAllTasksComplete") == u"terminatejob" && !job.tasks.empty() &&
                            std::all_of(job.tasks.begin(), job.tasks.end(),
                                        [](const auto &entry) { return entry.second.run.isDone(); });
    document["state"] = job.isTerminated || endsItself ? "completed" : "active";
    document["executionInfo"] = {{"startTime", labTime(job.madeAt)},
                                 {"poolId", stringAt(job.sent.value("poolInfo", Json::object()), "poolId").toStdString()}};
    if (!document.contains("priority"))
        document["priority"] = 0;
    return document;
}

LabReply BatchLab::withTask(const LabPath &path, const std::function<LabReply(Job &, Task &)> &work)
{
    return withJob(path, [&](Job &job) {
        const auto found = job.tasks.find(path.at("task").toLower());
        if (found != job.tasks.end())
            return work(job, found->second);
        LabRequest request;
        request.base = m_world.batch;
        return refusal(request, 404, "TaskNotFound", u"The specified task does not exist."_s);
    });
}

LabReply BatchLab::addTask(const LabRequest &request, const LabPath &path, Job &job)
{
    const Json sent = withoutNulls(request.json());
    const QString id = stringAt(sent, "id");
    if (id.isEmpty() || stringAt(sent, "commandLine").isEmpty())
        return refusal(request, 400, "InvalidRequestBody", u"The task needs its id and its command line."_s);
    if (job.tasks.contains(id.toLower()))
        return refusal(request, 409, "TaskExists", u"The specified task already exists."_s);
    job.tasks[id.toLower()] = Task{sent, LabRun(m_world, stringAt(sent, "commandLine"))};
    return added(request, u"/jobs/%1/tasks/%2"_s.arg(path.at("job"), id));
}

void BatchLab::addTasks()
{
    const QString all = u"/jobs/{job}/tasks"_s;
    const QString one = all + u"/{task}"_s;
    m_routes.add("GET", all, [this](const LabRequest &request, const LabPath &path) {
        return withJob(path, [&](Job &job) {
            Json value = Json::array();
            for (const auto &[id, task] : job.tasks)
                value.push_back(shownTask(job, task));
            return LabReply::json({{kMetadata, toStd(request.base + u"/$metadata#tasks"_s)}, {"value", value}});
        });
    });
    m_routes.add("POST", all, [this](const LabRequest &request, const LabPath &path) {
        return withJob(path, [&](Job &job) { return addTask(request, path, job); });
    });
    m_routes.add("POST", u"/jobs/{job}/addtaskcollection"_s, [this](const LabRequest &request, const LabPath &path) {
        return withJob(path, [&](Job &job) {
            Json value = Json::array();
            for (const Json &task : request.json().value("value", Json::array())) {
                LabRequest single = request;
                single.body = toBytes(task);
                const int status = addTask(single, path, job).status;
                value.push_back({{"status", status == 201 ? "success" : "clienterror"}, {"taskId", toStd(stringAt(task, "id"))}});
            }
            return LabReply::json({{"value", value}});
        });
    });
    m_routes.add("GET", one, [this](const LabRequest &, const LabPath &path) {
        return withTask(path, [this](Job &job, Task &task) { return LabReply::json(shownTask(job, task)); });
    });
    m_routes.add("DELETE", one, [this](const LabRequest &, const LabPath &path) {
        return withTask(path, [&](Job &job, Task &) {
            job.tasks.erase(path.at("task").toLower());
            return LabReply{200};
        });
    });
    m_routes.add("POST", one + u"/terminate", [this](const LabRequest &, const LabPath &path) {
        return withTask(path, [](Job &, Task &task) {
            task.run.cancel();
            return LabReply{204};
        });
    });
}

Json BatchLab::shownTask(const Job &job, const Task &task) const
{
    Json document = task.sent;
    addCommon(document, m_world, u"/jobs/%1/tasks/%2"_s.arg(stringAt(job.sent, "id"), stringAt(task.sent, "id")),
              task.run.createdAt());
    const auto phase = task.run.phase();
    document["state"] = phase == LabRun::Phase::Waiting   ? "active"
                        : phase == LabRun::Phase::Running ? "running"
                                                          : "completed";
    Json execution{{"retryCount", 0}, {"requeueCount", 0}};
    if (const auto begun = task.run.startedAt())
        execution["startTime"] = labTime(*begun);
    if (const auto ended = task.run.endedAt()) {
        execution["endTime"] = labTime(*ended);
        execution["exitCode"] = task.run.exitCode();
        execution["result"] = phase == LabRun::Phase::Succeeded ? "success" : "failure";
        if (phase == LabRun::Phase::Canceled)
            execution["failureInfo"] = {{"category", "usererror"}, {"code", "TaskEnded"}, {"message", "Task Was Ended by User Request"}};
        else if (phase == LabRun::Phase::Failed)
            execution["failureInfo"] = {{"category", "usererror"}, {"code", "FailureExitCode"}, {"message", "The task exited with an exit code representing a failure"}};
    }
    document["executionInfo"] = execution;
    return document;
}

void BatchLab::addFiles()
{
    const QString files = u"/jobs/{job}/tasks/{task}/files"_s;
    m_routes.add("GET", files, [this](const LabRequest &request, const LabPath &path) {
        return withTask(path, [&](Job &, Task &task) {
            Json value = Json::array();
            for (const char *name : {"stdout.txt", "stderr.txt"}) {
                const qint64 size = qstrcmp(name, "stdout.txt") == 0 ? task.run.log().size() : 0;
                value.push_back({{"name", name},
                                 {"url", toStd(request.base + request.path + u'/' + QLatin1StringView(name))},
                                 {"isDirectory", false},
                                 {"properties", {{"lastModified", labNow()}, {"contentLength", size}, {"contentType", "text/plain"}}}});
            }
            return LabReply::json({{kMetadata, toStd(request.base + u"/$metadata#files"_s)}, {"value", value}});
        });
    });
    m_routes.add("GET", files + u"/{*name}", [this](const LabRequest &request, const LabPath &path) {
        return withTask(path, [&](Job &, Task &task) { return file(request, path.at("name"), task); });
    });
}

/// A range is answered with 200, as the service does.
LabReply BatchLab::file(const LabRequest &request, const QString &name, const Task &task) const
{
    if ((name != u"stdout.txt" && name != u"stderr.txt") || !task.run.startedAt())
        return refusal(request, 404, "FileNotFound", u"The specified file does not exist."_s);
    const QByteArray all = name == u"stdout.txt" ? task.run.log() : QByteArray();
    QByteArray range = request.header("ocp-range");
    if (range.startsWith("bytes=")) {
        const QList<QByteArray> ends = range.mid(6).split('-');
        const qint64 first = ends.value(0).toLongLong();
        if (first >= all.size())
            return refusal(request, 416, "InvalidRange", u"The range specified is invalid for the current size of the resource."_s);
        const qint64 last = ends.value(1).isEmpty() ? all.size() - 1 : ends.value(1).toLongLong();
        return LabReply::text(all.mid(first, last - first + 1), "application/octet-stream").with("ocp-batch-file-isdirectory", "False");
    }
    return LabReply::text(all, "application/octet-stream")
        .with("ocp-batch-file-isdirectory", "False")
        .with("ocp-batch-file-url", (request.base + request.path).toUtf8())
        .with("ocp-creation-time", httpTime(task.run.createdAt()))
        .with("Last-Modified", httpTime(nowUtc()));
}

} // namespace mooring
