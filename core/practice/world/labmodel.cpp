#include "core/practice/world/labmodel.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

/// Readings of two bearings, as the sample project sends them.
Json example()
{
    return {{"data", Json::array({Json::array({0.9, 0.8, 0.7, 44.0, 34.0, 0.4}),
                                  Json::array({1.9, 1.7, 1.0, 68.0, 48.0, 0.7})})}};
}

LabReply scored(const LabRequest &request, const QString &deployment)
{
    Json answer{{"practice", "nothing here is real: this is no prediction"}, {"receivedBytes", request.body.size()}};
    const Json body = request.json();
    if (body.is_object() && body.contains("data") && body["data"].is_array())
        answer["rows"] = body["data"].size();
    if (!deployment.isEmpty())
        answer["deployment"] = toStd(deployment);
    return LabReply::json(answer);
}

LabReply swagger()
{
    const Json input{{"type", "object"}, {"example", example()}};
    const Json parameter{
        {"name", "serviceInputPayload"}, {"in", "body"}, {"schema", {{"$ref", "#/definitions/ServiceInput"}}}};
    const Json score{
        {"operationId", "RunMLService"},
        {"parameters", Json::array({parameter})},
        {"responses", {{"200", {{"description", "The answer: no prediction, for nothing here is real"}}}}}};
    return LabReply::json({{"swagger", "2.0"},
                           {"info", {{"title", "practice"}, {"version", "1"}}},
                           {"paths", {{"/score", {{"post", score}}}}},
                           {"definitions", {{"ServiceInput", input}}}});
}

} // namespace

LabReply pretendModel(const LabRequest &request, const QString &path, const QByteArray &key, const QString &deployment)
{
    if (path == u"/" || path.isEmpty())
        return LabReply::text("Healthy", "text/plain");
    if (!key.isEmpty() && request.bearer().toUtf8() != key)
        return LabReply::json({{"message", "practice: the key is missing or wrong"}}, 401)
            .with("WWW-Authenticate", "Bearer");
    if (path == u"/score")
        return scored(request, deployment);
    return path == u"/swagger.json" ? swagger() : LabReply{404};
}

} // namespace mooring
