#include "core/practice/arm/armoperations.h"

#include "core/practice/arm/armerror.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *kRetryAfter = "1"; // seconds: nobody should wait long for what is not real

QString root(const QString &provider)
{
    return u"/subscriptions/%1/providers/%2/locations/%3"_s.arg(QLatin1StringView(practice::kSubscription), provider,
                                                                QLatin1StringView(practice::kRegion));
}

LabReply status(const LabWorld &world, const LabRequest &request, const QString &id)
{
    const auto known = world.operations.status(id);
    if (!known)
        return notFound(id);
    Json json{{"id", toStd(request.path)}};
    json.update(*known);
    LabReply reply = LabReply::json(json);
    return world.operations.isDone(id) ? reply : reply.with("Retry-After", kRetryAfter);
}

LabReply result(const LabWorld &world, const LabRequest &request, const QString &id)
{
    const auto known = world.operations.status(id);
    if (!known)
        return notFound(id);
    if (!world.operations.isDone(id)) {
        LabReply reply{202};
        return reply.with("Location", request.base.toLatin1() + request.target).with("Retry-After", kRetryAfter);
    }
    if (const auto error = known->find("error"); error != known->end())
        return LabReply::json({{"error", *error}}, 400);
    return LabReply{200};
}

} // namespace

void addOperationRoutes(LabRoutes &routes, const LabWorld &world)
{
    const QString place = u"/subscriptions/{s}/providers/{p}/locations/{l}"_s;
    routes.add("GET", place + u"/operationsStatus/{id}"_s, [&world](const LabRequest &request, const LabPath &path) {
        return status(world, request, path.at("id"));
    });
    routes.add("GET", place + u"/operationResults/{id}"_s, [&world](const LabRequest &request, const LabPath &path) {
        return result(world, request, path.at("id"));
    });
}

LabReply withOperation(LabReply reply, const LabRequest &request, const QString &provider, const QString &operation,
                       OperationHeaders headers)
{
    const QString end = u"%1?api-version=%2"_s.arg(operation, request.argument("api-version"));
    const QByteArray place = (request.base + root(provider)).toLatin1();
    if (headers != OperationHeaders::Location)
        reply.with("Azure-AsyncOperation", place + "/operationsStatus/" + end.toLatin1());
    if (headers != OperationHeaders::Status)
        reply.with("Location", place + "/operationResults/" + end.toLatin1());
    return reply.with("Retry-After", kRetryAfter);
}

} // namespace mooring
