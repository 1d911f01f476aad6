#include "core/practice/ml/labjobs.h"

#include "core/practice/arm/armerror.h"
#include "core/practice/arm/armoperations.h"
#include "core/practice/ml/labassets.h"

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

const QString kProvider = u"Microsoft.MachineLearningServices"_s;
const QString kRuns = u"azureml"_s; // the container of run files

QString blobName(const QString &id, const QString &path)
{
    return u"ExperimentRun/%1/%2"_s.arg(LabJobs::containerOf(id), path);
}

/// Says no Retry-After: the schema of jobs allows no less than ten seconds, and nobody should wait that long here.
LabReply accepted(const LabRequest &request, const QString &operation)
{
    LabReply reply = withOperation(LabReply{202}, request, kProvider, operation, OperationHeaders::Location);
    std::erase_if(reply.headers, [](const auto &header) { return header.first == "Retry-After"; });
    return reply;
}

} // namespace

QString LabJobs::Job::status() const
{
    switch (run.phase()) {
    case LabRun::Phase::Waiting:
        return u"Queued"_s;
    case LabRun::Phase::Running:
        return u"Running"_s;
    case LabRun::Phase::Succeeded:
        return u"Completed"_s;
    case LabRun::Phase::Failed:
        return u"Failed"_s;
    case LabRun::Phase::Canceled:
        return u"Canceled"_s;
    }
    return u"Unknown"_s;
}

void LabJobs::addTo(LabRoutes &routes, const QString &workspace)
{
    const QString all = workspace + u"/jobs"_s;
    const QString one = all + u"/{id}"_s;
    routes.add("GET", all, [this](const LabRequest &, const LabPath &) {
        Json value = Json::array();
        for (auto job = m_jobs.rbegin(); job != m_jobs.rend(); ++job)
            value.push_back(document(*job));
        return LabReply::json({{"value", value}});
    });
    routes.add("GET", one, [this](const LabRequest &, const LabPath &path) {
        const Job *job = find(path.at("id"));
        return job ? LabReply::json(document(*job)) : notFound(path.at("id"));
    });
    routes.add("PUT", one,
               [this](const LabRequest &request, const LabPath &path) { return put(request, path.at("id")); });
    routes.add("POST", one + u"/cancel"_s,
               [this](const LabRequest &request, const LabPath &path) { return cancel(request, path.at("id")); });
    routes.add("DELETE", one,
               [this](const LabRequest &request, const LabPath &path) { return remove(request, path.at("id")); });
}

LabJobs::Job *LabJobs::find(const QString &id)
{
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const Job &job) { return job.id == id; });
    return found == m_jobs.end() ? nullptr : &*found;
}

LabJobs::Job &LabJobs::begin(const QString &id, const Json &properties)
{
    m_jobs.push_back({id, properties, LabRun(m_world, stringAt(properties, "command"))});
    writeBlobs(id);
    return m_jobs.back();
}

void LabJobs::writeBlobs(const QString &id)
{
    LabBlobStore::Blob &log = m_blobs.at(kRuns, blobName(id, u"user_logs/std_log.txt"_s));
    log.contentType = "text/plain";
    log.live = [this, id] {
        const Job *job = find(id);
        return job ? job->run.log() : QByteArray();
    };
    LabBlobStore::Blob &model = m_blobs.at(kRuns, blobName(id, u"outputs/model.txt"_s));
    model.content = "practice: a pretend model\n";
    model.contentType = "text/plain";
}

QStringList LabJobs::files(const QString &id) const
{
    QStringList names;
    const QString prefix = blobName(id, {});
    for (const auto &[name, blob] : m_blobs.list(kRuns, prefix)) {
        const QString path = name.mid(prefix.size());
        const auto job = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const Job &one) { return one.id == id; });
        const bool isOutput = path.startsWith(u"outputs/"_s);
        if (!isOutput || (job != m_jobs.end() && job->run.phase() == LabRun::Phase::Succeeded))
            names << path;
    }
    return names;
}

QString LabJobs::fileUrl(const QString &id, const QString &path) const
{
    return m_blobs.signedUrl(kRuns, blobName(id, path), u"r"_s);
}

Json LabJobs::document(const Job &job) const
{
    Json properties = withoutNulls(job.properties);
    properties["status"] = toStd(job.status());
    properties["experimentName"] = toStd(job.experiment());
    properties["services"] = {
        {"Tracking",
         {{"jobServiceType", "Tracking"},
          {"endpoint",
           toStd(u"azureml://%1/mlflow/v1.0%2"_s.arg(QUrl(m_world.ml).authority(), practice::workspaceResourceId()))}}},
        {"Studio", {{"jobServiceType", "Studio"}, {"endpoint", toStd(u"https://practice.invalid/runs/"_s + job.id)}}}};
    return {{"id", toStd(practice::workspaceResourceId() + u"/jobs/"_s + job.id)},
            {"name", toStd(job.id)},
            {"type", "Microsoft.MachineLearningServices/workspaces/jobs"},
            {"properties", properties},
            {"systemData", labSystemData(job.run.createdAt())}};
}

LabReply LabJobs::put(const LabRequest &request, const QString &id)
{
    const Json properties = request.json().value("properties", Json::object());
    if (Job *known = find(id)) { // tags and description may change
        for (const char *key : {"tags", "description", "displayName", "isArchived"}) {
            if (properties.contains(key))
                known->properties[key] = properties[key];
        }
        return LabReply::json(document(*known));
    }
    const QString type = stringAt(properties, "jobType");
    if (type == u"Command" &&
        (stringAt(properties, "command").isEmpty() || stringAt(properties, "environmentId").isEmpty()))
        return armError(400, "UserError", u"A command job needs its command and its environment."_s);
    if (type.isEmpty())
        return armError(400, "UserError", u"The type of the job is missing."_s);
    return LabReply::json(document(begin(id, properties)), 201);
}

LabReply LabJobs::cancel(const LabRequest &request, const QString &id)
{
    Job *job = find(id);
    if (!job)
        return notFound(id);
    if (job->run.isDone())
        return LabReply{200};
    const QString operation = m_world.operations.begin(500, [this, id]() -> std::optional<Json> {
        if (Job *canceled = find(id))
            canceled->run.cancel();
        return {};
    });
    return accepted(request, operation);
}

LabReply LabJobs::remove(const LabRequest &request, const QString &id)
{
    if (!find(id))
        return LabReply{204};
    const QString operation = m_world.operations.begin(500, [this, id]() -> std::optional<Json> {
        std::erase_if(m_jobs, [&](const Job &job) { return job.id == id; });
        return {};
    });
    return accepted(request, operation).with("x-ms-async-operation-timeout", "PT1H");
}

} // namespace mooring
