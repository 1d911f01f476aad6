#include "core/azure/signin/signinmethods.h"

#include "core/base/clock.h"
#include "core/base/redactor.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SignIn", text); }

Result<TokenReply> pollForToken(const SignInPlace &place, const QUrlQuery &form, qint64 interval,
                                const QDateTime &expiresAt, const CancelToken &cancel)
{
    const OAuthAuthority authority(place.cloud, place.tenant);
    while (nowUtc() < expiresAt) {
        if (cancel.waitFor(std::chrono::seconds(interval)))
            return Error::canceled();
        auto reply = requestToken(*place.client, authority.tokenUrl(), form, cancel);
        if (reply)
            return reply;
        if (reply.error().code == u"signin.slowDown")
            interval += 5;
        else if (reply.error().code != u"signin.pending" && reply.error().kind != ErrorKind::NotReachable)
            return reply; // an interrupted network does not end what the person is doing elsewhere
    }
    return Error::timeLimit(u"signin.timeLimit"_s, tr("Nobody entered the code in time."));
}

} // namespace

Result<TokenReply> signInWithDeviceCode(const SignInPlace &place, const std::function<void(const DeviceCode &)> &show,
                                        const CancelToken &cancel)
{
    const OAuthAuthority authority(place.cloud, place.tenant);
    QUrlQuery form;
    form.addQueryItem(u"client_id"_s, place.clientId);
    authority.addScope(form, place.cloud.scope(), true);
    const auto answer = postForm(*place.client, authority.deviceCodeUrl(), form, cancel);
    if (!answer)
        return answer.error();
    const QString deviceCode = stringAt(*answer, "device_code");
    DeviceCode code;
    code.userCode = stringAt(*answer, "user_code");
    code.address = stringAt(*answer, "verification_uri", stringAt(*answer, "verification_url"));
    code.message = stringAt(*answer, "message");
    code.expiresAt = nowUtc().addSecs(std::clamp<qint64>(intAt(*answer, "expires_in", 900), 1, 3600));
    if (deviceCode.isEmpty() || code.userCode.isEmpty() || code.address.isEmpty())
        return Error::of(ErrorKind::SignIn, u"signin.badToken"_s, tr("The sign-in gave no device code."));
    Redactor::instance().add(deviceCode.toUtf8());
    show(code);
    QUrlQuery poll;
    poll.addQueryItem(u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:device_code"_s);
    poll.addQueryItem(u"client_id"_s, place.clientId);
    poll.addQueryItem(u"device_code"_s, deviceCode);
    if (place.cloud.isAdfs())
        authority.addScope(poll, place.cloud.scope(), false);
    return pollForToken(place, poll, std::clamp<qint64>(intAt(*answer, "interval", 5), 1, 60), code.expiresAt, cancel);
}

Result<TokenReply> signInAsServicePrincipal(const SignInPlace &place, const QString &scope, const QByteArray &secret,
                                            const CancelToken &cancel)
{
    if (!place.cloud.isAdfs() &&
        (place.tenant.isEmpty() || place.tenant == u"common" || place.tenant == u"organizations"))
        return Error::usage(u"signin.tenantNeeded"_s, tr("A service principal signs in to one tenant: say which."))
            .withFix(u"mooring signin --tenant TENANT --service-principal ID --secret client-secret=-"_s);
    const OAuthAuthority authority(place.cloud, place.tenant);
    Redactor::instance().add(secret);
    QUrlQuery form;
    form.addQueryItem(u"grant_type"_s, u"client_credentials"_s);
    form.addQueryItem(u"client_id"_s, place.clientId);
    form.addQueryItem(u"client_secret"_s, QString::fromUtf8(secret));
    authority.addScope(form, scope, false);
    return requestToken(*place.client, authority.tokenUrl(), form, cancel);
}

Result<TokenReply> redeemRefreshToken(const SignInPlace &place, const QString &scope, const QByteArray &refreshToken,
                                      const QByteArray &claims, const CancelToken &cancel)
{
    const OAuthAuthority authority(place.cloud, place.tenant);
    QUrlQuery form;
    form.addQueryItem(u"grant_type"_s, u"refresh_token"_s);
    form.addQueryItem(u"client_id"_s, place.clientId);
    form.addQueryItem(u"refresh_token"_s, QString::fromUtf8(refreshToken));
    if (!claims.isEmpty())
        form.addQueryItem(u"claims"_s, QString::fromUtf8(claims));
    authority.addScope(form, scope, true);
    return requestToken(*place.client, authority.tokenUrl(), form, cancel);
}

} // namespace mooring
