#include "core/practice/datalake/datalakelab.h"

#include "core/practice/arm/armerror.h"

#include <QUuid>

namespace mooring {

using namespace Qt::StringLiterals;

DataLakeLab::DataLakeLab(LabWorld &world) : m_world(world)
{
    const QString one = u"/Jobs/{id}"_s;
    m_routes.add("GET", u"/Jobs"_s, [this](const LabRequest &, const LabPath &) {
        Json value = Json::array();
        for (const auto &[id, job] : m_jobs) {
            Json document = shown(id, job);
            for (const char *key : {"errorMessage", "stateAuditRecords", "properties"})
                document.erase(key);
            value.push_back(document);
        }
        return LabReply::json({{"value", value}});
    });
    m_routes.add("PUT", one, [this](const LabRequest &request, const LabPath &path) {
        return submit(request, path.at("id").toLower());
    });
    m_routes.add("GET", one, [this](const LabRequest &, const LabPath &path) {
        const auto found = m_jobs.find(path.at("id").toLower());
        return found == m_jobs.end() ? armError(404, "JobNotFound", u"The job does not exist."_s)
                                     : LabReply::json(shown(found->first, found->second));
    });
    m_routes.add("POST", one + u"/CancelJob"_s, [this](const LabRequest &, const LabPath &path) {
        const auto found = m_jobs.find(path.at("id").toLower());
        if (found == m_jobs.end())
            return armError(404, "JobNotFound", u"The job does not exist."_s);
        found->second.run.cancel();
        return LabReply{200};
    });
}

LabReply DataLakeLab::answer(const LabRequest &request)
{
    if (!m_world.tokens.verified(request.bearer()))
        return armError(401, "Unauthorized", u"The token is not valid for this account."_s);
    const auto reply = m_routes.answer(request);
    return reply ? *reply : notFound(request.path);
}

LabReply DataLakeLab::submit(const LabRequest &request, const QString &id)
{
    const Json sent = request.json();
    const Json properties = sent.value("properties", Json::object());
    if (QUuid(id).isNull() || stringAt(sent, "name").isEmpty() || stringAt(properties, "script").isEmpty())
        return armError(400, "InvalidJob", u"The job needs a GUID as its id, a name and a script."_s);
    if (m_jobs.contains(id))
        return armError(409, "JobExists", u"The job exists already."_s);
    m_jobs[id] = {sent, LabRun(m_world, stringAt(properties, "script"))};
    return LabReply::json(shown(id, m_jobs[id]));
}

Json DataLakeLab::shown(const QString &id, const Job &job)
{
    const auto phase = job.run.phase();
    const char *state = phase == LabRun::Phase::Waiting   ? "Queued"
                        : phase == LabRun::Phase::Running ? "Running"
                                                          : "Ended";
    const char *result = phase == LabRun::Phase::Succeeded  ? "Succeeded"
                         : phase == LabRun::Phase::Failed   ? "Failed"
                         : phase == LabRun::Phase::Canceled ? "Cancelled"
                                                            : "None";
    Json json{{"jobId", toStd(id)},
              {"name", toStd(stringAt(job.sent, "name"))},
              {"type", "USql"},
              {"submitter", practice::kUserName},
              {"degreeOfParallelism", intAt(job.sent, "degreeOfParallelism", 1)},
              {"priority", intAt(job.sent, "priority", 1000)},
              {"submitTime", labTime(job.run.createdAt())},
              {"state", state},
              {"result", result},
              {"logFolder", toStd(u"adl://practicestore.practice.invalid/system/jobs/"_s + id)},
              {"errorMessage", Json::array()},
              {"stateAuditRecords",
               Json::array({{{"newState", "New"}, {"timeStamp", labTime(job.run.createdAt())}, {"details", ""}}})},
              {"properties",
               {{"type", "USql"},
                {"script", toStd(stringAt(job.sent["properties"], "script"))},
                {"runtimeVersion", "default"}}}};
    if (const auto begun = job.run.startedAt())
        json["startTime"] = labTime(*begun);
    if (const auto ended = job.run.endedAt())
        json["endTime"] = labTime(*ended);
    if (phase == LabRun::Phase::Failed)
        json["errorMessage"] = Json::array({{{"errorId", "E_CSC_USER_PRACTICE"},
                                             {"severity", "Error"},
                                             {"message", "practice: the script has the word fail in it"},
                                             {"lineNumber", 1}}});
    return json;
}

} // namespace mooring
