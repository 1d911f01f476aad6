#include "core/practice/arm/armlab.h"

#include "core/base/clock.h"
#include "core/practice/arm/armerror.h"

#include <QUuid>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QByteArray newId() { return QUuid::createUuid().toByteArray(QUuid::WithoutBraces); }

LabReply policyRefusal(const QString &path)
{
    const Json inner =
        armErrorDetail("PolicyViolation", u"The policy 'practice-policy' allows only names that your team has "
                                          u"agreed on. Ask the owner of the subscription."_s);
    return armError(403, "RequestDisallowedByPolicy", u"Resource '%1' was disallowed by policy."_s.arg(path),
                    Json::array({armErrorDetail("RequestDisallowedByPolicy", u"The request is not permitted."_s,
                                                Json::array({inner}))}));
}

} // namespace

LabReply armUnauthorized(const LabWorld &world, const char *code, const QString &message)
{
    LabReply reply = armError(401, code, message);
    return reply.with("WWW-Authenticate",
                      u"Bearer authorization_uri=\"%1/%2\", error=\"invalid_token\", error_description=\"%3\""_s
                          .arg(world.signIn, QLatin1StringView(practice::kTenant), message)
                          .toLatin1());
}

std::optional<LabReply> armTokenRefused(LabWorld &world, const LabRequest &request)
{
    if (request.bearer().isEmpty())
        return armUnauthorized(world, "AuthenticationFailed",
                               u"Authentication failed. The 'Authorization' header is missing."_s);
    if (world.faults.strikes(LabFault::ExpiredToken) || !world.tokens.verified(request.bearer()))
        return armUnauthorized(
            world, "ExpiredAuthenticationToken",
            u"The access token expiry UTC time is earlier than current UTC time '%1'."_s.arg(toIso(nowUtc())));
    return {};
}

ArmLab::ArmLab(LabWorld &world) : resources(world), m_world(world), m_catalog(world) {}

void ArmLab::open()
{
    resources.load();
    m_catalog.addTo(routes);
    resources.addTo(routes); // last: its patterns fit nearly everything
}

LabReply ArmLab::answer(const LabRequest &request)
{
    LabReply reply = behindTheDoor(request);
    const QByteArray asked = request.header("x-ms-client-request-id");
    if (!asked.isEmpty())
        reply.with("x-ms-client-request-id", asked);
    reply.with("x-ms-request-id", newId()).with("x-ms-correlation-request-id", newId());
    reply.with("x-ms-ratelimit-remaining-subscription-reads", "249").with("Cache-Control", "no-cache");
    return reply;
}

LabReply ArmLab::behindTheDoor(const LabRequest &request)
{
    if (request.path == u"/metadata/endpoints")
        return m_catalog.metadata(request);
    if (const auto refusal = refused(request))
        return *refusal;
    m_world.operations.settle();
    const QString subscription = request.segments.value(1);
    if (request.segments.value(0) == u"subscriptions" && !subscription.isEmpty() &&
        subscription.compare(QLatin1StringView(practice::kSubscription), Qt::CaseInsensitive) != 0)
        return armError(404, "SubscriptionNotFound", u"The subscription '%1' could not be found."_s.arg(subscription));
    const auto reply = routes.answer(request);
    return reply ? *reply : notFound(request.path);
}

std::optional<LabReply> ArmLab::refused(const LabRequest &request)
{
    if (const auto refusal = armTokenRefused(m_world, request))
        return refusal;
    if (m_world.faults.strikes(LabFault::TooManyRequests)) {
        LabReply reply = armError(429, "TooManyRequests", u"The request is being throttled."_s);
        return reply.with("Retry-After", QByteArray::number(m_world.pace.retryAfter));
    }
    if (!request.hasArgument("api-version"))
        return armError(400, "MissingApiVersionParameter",
                        u"The api-version query parameter (?api-version=) is required for all requests."_s);
    if (request.method == "PUT" && m_world.faults.strikes(LabFault::PolicyRefusal))
        return policyRefusal(request.path);
    return {};
}

} // namespace mooring
