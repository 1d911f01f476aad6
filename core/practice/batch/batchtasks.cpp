#include "core/base/clock.h"
#include "core/practice/batch/batchlab.h"
#include "core/practice/batch/batchreply.h"

namespace mooring {

using namespace Qt::StringLiterals;

LabReply BatchLab::withTask(const LabPath &path, const std::function<LabReply(Job &, Task &)> &work)
{
    return withJob(path, [&](Job &job) {
        const auto found = job.tasks.find(path.at("task").toLower());
        if (found != job.tasks.end())
            return work(job, found->second);
        LabRequest request;
        request.base = m_world.batch;
        return batchRefusal(request, 404, "TaskNotFound", u"The specified task does not exist."_s);
    });
}

LabReply BatchLab::addTask(const LabRequest &request, const LabPath &path, Job &job)
{
    const Json sent = withoutNulls(request.json());
    const QString id = stringAt(sent, "id");
    if (id.isEmpty() || stringAt(sent, "commandLine").isEmpty())
        return batchRefusal(request, 400, "InvalidRequestBody", u"The task needs its id and its command line."_s);
    if (job.tasks.contains(id.toLower()))
        return batchRefusal(request, 409, "TaskExists", u"The specified task already exists."_s);
    job.tasks[id.toLower()] = Task{sent, LabRun(m_world, stringAt(sent, "commandLine"))};
    return batchAdded(request, u"/jobs/%1/tasks/%2"_s.arg(path.at("job"), id));
}

void BatchLab::addTasks()
{
    const QString all = u"/jobs/{job}/tasks"_s;
    const QString one = all + u"/{task}"_s;
    m_routes.add("GET", all, [this](const LabRequest &, const LabPath &path) {
        return withJob(path, [&](Job &job) {
            Json value = Json::array();
            for (const auto &[id, task] : job.tasks)
                value.push_back(shownTask(job, task));
            return LabReply::json({{"value", value}});
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
                value.push_back(
                    {{"status", status == 201 ? "success" : "clienterror"}, {"taskId", toStd(stringAt(task, "id"))}});
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
    m_routes.add("POST", one + u"/terminate"_s, [this](const LabRequest &, const LabPath &path) {
        return withTask(path, [](Job &, Task &task) {
            task.run.cancel();
            return LabReply{204};
        });
    });
}

Json BatchLab::shownTask(const Job &job, const Task &task) const
{
    Json document = task.sent;
    addBatchCommon(document, m_world, u"/jobs/%1/tasks/%2"_s.arg(stringAt(job.sent, "id"), stringAt(task.sent, "id")),
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
            execution["failureInfo"] = {
                {"category", "usererror"}, {"code", "TaskEnded"}, {"message", "Task Was Ended by User Request"}};
        else if (phase == LabRun::Phase::Failed)
            execution["failureInfo"] = {{"category", "usererror"},
                                        {"code", "FailureExitCode"},
                                        {"message", "The task exited with an exit code representing a failure"}};
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
                value.push_back(
                    {{"name", name},
                     {"url", toStd(request.base + request.path + u'/' + QLatin1StringView(name))},
                     {"isDirectory", false},
                     {"properties",
                      {{"lastModified", labNow()}, {"contentLength", size}, {"contentType", "text/plain"}}}});
            }
            return LabReply::json({{"value", value}});
        });
    });
    m_routes.add("GET", files + u"/{*name}"_s, [this](const LabRequest &request, const LabPath &path) {
        return withTask(path, [&](Job &, Task &task) { return file(request, path.at("name"), task); });
    });
}

/// A range is answered with 200, as the service does.
LabReply BatchLab::file(const LabRequest &request, const QString &name, const Task &task) const
{
    if ((name != u"stdout.txt" && name != u"stderr.txt") || !task.run.startedAt())
        return batchRefusal(request, 404, "FileNotFound", u"The specified file does not exist."_s);
    const QByteArray all = name == u"stdout.txt" ? task.run.log() : QByteArray();
    QByteArray range = request.header("ocp-range");
    if (range.startsWith("bytes=")) {
        const QList<QByteArray> ends = range.mid(6).split('-');
        const qint64 first = ends.value(0).toLongLong();
        if (first >= all.size())
            return batchRefusal(request, 416, "InvalidRange",
                                u"The range specified is invalid for the current size of the resource."_s);
        const qint64 last = ends.value(1).isEmpty() ? all.size() - 1 : ends.value(1).toLongLong();
        return LabReply::text(all.mid(first, last - first + 1), "application/octet-stream")
            .with("ocp-batch-file-isdirectory", "False");
    }
    return LabReply::text(all, "application/octet-stream")
        .with("ocp-batch-file-isdirectory", "False")
        .with("ocp-batch-file-url", (request.base + request.path).toUtf8())
        .with("ocp-creation-time", httpTime(task.run.createdAt()))
        .with("Last-Modified", httpTime(nowUtc()));
}

} // namespace mooring
