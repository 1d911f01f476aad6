#include "core/azure/signin/loopbackredirect.h"
#include "core/azure/signin/pkce.h"
#include "core/azure/signin/signinmethods.h"

#include "core/base/redactor.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SignIn", text); }

Error refusedInBrowser(const QUrlQuery &answer)
{
    const QString word = answer.queryItemValue(u"error"_s, QUrl::FullyDecoded).left(100);
    const QString text = answer.queryItemValue(u"error_description"_s, QUrl::FullyDecoded).left(2000);
    return Error::of(ErrorKind::SignIn, u"signin.refused"_s, tr("The sign-in was refused in the browser."))
        .withCause(text.isEmpty() ? word : text)
        .withDetail({{"serverCode", textOrNull(word)}});
}

} // namespace

Result<TokenReply> signInWithBrowser(const SignInPlace &place, const OpenBrowser &open, const QByteArray &claims,
                                     const CancelToken &cancel, std::chrono::milliseconds patience)
{
    LoopbackRedirect redirect;
    if (auto listening = redirect.listen(); !listening)
        return listening.error();
    const OAuthAuthority authority(place.cloud, place.tenant);
    const Pkce proof = Pkce::make();
    Redactor::instance().add(proof.verifier);
    const QByteArray state = randomText(24);
    const QString back = redirect.url().toString();

    QUrlQuery query;
    query.addQueryItem(u"client_id"_s, place.clientId);
    query.addQueryItem(u"response_type"_s, u"code"_s);
    query.addQueryItem(u"redirect_uri"_s, back);
    query.addQueryItem(u"response_mode"_s, u"query"_s);
    authority.addScope(query, place.cloud.scope(), true);
    query.addQueryItem(u"state"_s, QString::fromLatin1(state));
    query.addQueryItem(u"code_challenge"_s, QString::fromLatin1(proof.challenge));
    query.addQueryItem(u"code_challenge_method"_s, u"S256"_s);
    query.addQueryItem(u"prompt"_s, u"select_account"_s);
    if (!claims.isEmpty())
        query.addQueryItem(u"claims"_s, QString::fromUtf8(claims));
    open(QUrl::fromEncoded(authority.authorizeUrl().toEncoded() + '?' + formBody(query)));

    const auto answer = redirect.wait(state, patience, cancel);
    if (!answer)
        return answer.error();
    const QString code = answer->queryItemValue(u"code"_s, QUrl::FullyDecoded);
    if (code.isEmpty())
        return refusedInBrowser(*answer);
    Redactor::instance().add(code.toUtf8());
    QUrlQuery form;
    form.addQueryItem(u"grant_type"_s, u"authorization_code"_s);
    form.addQueryItem(u"client_id"_s, place.clientId);
    form.addQueryItem(u"code"_s, code);
    form.addQueryItem(u"redirect_uri"_s, back);
    form.addQueryItem(u"code_verifier"_s, QString::fromLatin1(proof.verifier));
    authority.addScope(form, place.cloud.scope(), true);
    return requestToken(*place.client, authority.tokenUrl(), form, cancel);
}

QByteArray claimsChallenge(const QByteArray &wwwAuthenticate)
{
    static const QRegularExpression expression(u"claims=\"([A-Za-z0-9+/_=-]+)\""_s);
    const auto match = expression.match(QString::fromLatin1(wwwAuthenticate));
    if (!match.hasMatch())
        return {};
    QByteArray text = match.captured(1).toLatin1();
    text.replace('-', '+').replace('_', '/');
    return QByteArray::fromBase64(text);
}

} // namespace mooring
