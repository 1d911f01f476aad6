#include "core/practice/batch/batchlab.h"

#include "core/base/clock.h"
#include "core/practice/batch/batchreply.h"
#include "core/practice/batch/sharedkey.h"

#include <QUuid>

namespace mooring {

using namespace Qt::StringLiterals;

BatchLab::BatchLab(LabWorld &world, const LabResources &resources) : m_world(world), m_resources(resources)
{
    addPools();
    addJobs();
    addTasks();
    addFiles();
    m_routes.add("GET", u"/supportedimages"_s, [](const LabRequest &, const LabPath &) {
        const Json image{{"publisher", "canonical"},
                         {"offer", "0001-com-ubuntu-server-jammy"},
                         {"sku", "22_04-lts"},
                         {"version", "latest"}};
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
        reply = answered ? *answered
                         : batchRefusal(request, 404, "ResourceNotFound", u"The specified resource does not exist."_s);
    }
    if (const QByteArray id = request.header("client-request-id"); !id.isEmpty())
        reply.with("client-request-id", id);
    return reply.with("request-id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
        .with("DataServiceVersion", "3.0");
}

std::optional<LabReply> BatchLab::refused(const LabRequest &request)
{
    const bool isKnown = !request.bearer().isEmpty() ? m_world.tokens.verified(request.bearer()).has_value()
                                                     : isSignedWithSharedKey(request, QString::fromLatin1(kAccount),
                                                                             m_resources.key(u"batch"_s));
    if (!isKnown || m_world.faults.strikes(LabFault::KeyChanged))
        return batchRefusal(
            request, 403, "AuthenticationFailed",
            u"Server failed to authenticate the request. Make sure the value of Authorization header is "
            u"formed correctly including the signature."_s);
    if (!request.hasArgument("api-version"))
        return batchRefusal(request, 400, "MissingRequiredQueryParameter",
                            u"A query parameter that's mandatory is missing."_s);
    const bool hasBody = request.method == "POST" && !request.body.isEmpty();
    if (hasBody && !request.header("Content-Type").contains("odata="))
        return batchRefusal(request, 415, "UnsupportedMediaType",
                            u"Content-Type must be application/json; odata=minimalmetadata."_s);
    return {};
}

void BatchLab::addPools()
{
    m_pools[u"practice-pool"_s] = {
        {{"id", "practice-pool"}, {"vmSize", "standard_d2s_v3"}, {"targetDedicatedNodes", 2}}, nowUtc()};
    m_routes.add("GET", u"/pools"_s, [this](const LabRequest &, const LabPath &) {
        Json value = Json::array();
        for (const auto &[id, pool] : m_pools)
            value.push_back(shownPool(pool));
        return LabReply::json({{"value", value}});
    });
    m_routes.add("POST", u"/pools"_s, [this](const LabRequest &request, const LabPath &) {
        const Json sent = withoutNulls(request.json());
        const QString id = stringAt(sent, "id");
        if (id.isEmpty() || stringAt(sent, "vmSize").isEmpty())
            return batchRefusal(request, 400, "InvalidRequestBody",
                                u"The pool needs its id and the size of its machines."_s);
        if (m_pools.contains(id.toLower()))
            return batchRefusal(request, 409, "PoolExists", u"The specified pool already exists."_s);
        m_pools[id.toLower()] = {sent, nowUtc()};
        return batchAdded(request, u"/pools/"_s + id);
    });
    m_routes.add("GET", u"/pools/{pool}"_s, [this](const LabRequest &request, const LabPath &path) {
        const auto found = m_pools.find(path.at("pool").toLower());
        return found == m_pools.end()
                   ? batchRefusal(request, 404, "PoolNotFound", u"The specified pool does not exist."_s)
                   : LabReply::json(shownPool(found->second));
    });
    m_routes.add("DELETE", u"/pools/{pool}"_s, [this](const LabRequest &request, const LabPath &path) {
        return m_pools.erase(path.at("pool").toLower())
                   ? LabReply{202}
                   : batchRefusal(request, 404, "PoolNotFound", u"The specified pool does not exist."_s);
    });
}

Json BatchLab::shownPool(const Pool &pool) const
{
    Json document = pool.sent;
    addBatchCommon(document, m_world, u"/pools/"_s + stringAt(pool.sent, "id"), pool.madeAt);
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
    return batchRefusal(request, 404, "JobNotFound", u"The specified job does not exist."_s);
}

void BatchLab::addJobs()
{
    m_routes.add("GET", u"/jobs"_s, [this](const LabRequest &, const LabPath &) {
        Json value = Json::array();
        for (const auto &[id, job] : m_jobs)
            value.push_back(shownJob(job));
        return LabReply::json({{"value", value}});
    });
    m_routes.add("POST", u"/jobs"_s, [this](const LabRequest &request, const LabPath &) {
        const Json sent = withoutNulls(request.json());
        const QString id = stringAt(sent, "id");
        if (id.isEmpty() || !sent.contains("poolInfo"))
            return batchRefusal(request, 400, "InvalidRequestBody", u"The job needs its id and its pool."_s);
        if (m_jobs.contains(id.toLower()))
            return batchRefusal(request, 409, "JobExists", u"The specified job already exists."_s);
        m_jobs[id.toLower()] = Job{sent, nowUtc(), false, {}};
        return batchAdded(request, u"/jobs/"_s + id);
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
    m_routes.add("POST", one + u"/terminate"_s, [this](const LabRequest &, const LabPath &path) {
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
    addBatchCommon(document, m_world, u"/jobs/"_s + stringAt(job.sent, "id"), job.madeAt);
    const bool endsItself =
        stringAt(job.sent, "onAllTasksComplete") == u"terminatejob" && !job.tasks.empty() &&
        std::all_of(job.tasks.begin(), job.tasks.end(), [](const auto &entry) { return entry.second.run.isDone(); });
    document["state"] = job.isTerminated || endsItself ? "completed" : "active";
    document["executionInfo"] = {
        {"startTime", labTime(job.madeAt)},
        {"poolId", stringAt(job.sent.value("poolInfo", Json::object()), "poolId").toStdString()}};
    if (!document.contains("priority"))
        document["priority"] = 0;
    return document;
}

} // namespace mooring
