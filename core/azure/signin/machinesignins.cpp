#include "core/azure/signin/signinmethods.h"

#include "core/azure/http/errorchain.h"
#include "core/azure/http/jsonreply.h"
#include "core/base/clock.h"
#include "core/base/process.h"
#include "core/base/redactor.h"
#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SignIn", text); }

QString resourceOf(const QString &scope)
{
    const QString end = u"/.default"_s;
    return scope.endsWith(end) ? scope.chopped(end.size()) : scope;
}

/// `expires_on` is POSIX seconds; old ones say only `expiresOn`, which is local time without an offset.
QDateTime expiryOfAzureCli(const Json &answer)
{
    if (const auto seconds = optionalIntAt(answer, "expires_on"))
        return QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC);
    const QString local = stringAt(answer, "expiresOn").left(19);
    return QDateTime::fromString(local, u"yyyy-MM-dd HH:mm:ss"_s).toUTC();
}

/// What az says went wrong, in one line: its warnings (of an update, of a Python) may stand before it.
QString causeOfAzureCli(const QByteArray &errors)
{
    const QStringList lines = QString::fromUtf8(errors).split(u'\n', Qt::SkipEmptyParts);
    const QString mark = u"ERROR: "_s;
    const auto error =
        std::find_if(lines.begin(), lines.end(), [&](const QString &line) { return line.startsWith(mark); });
    const QString line = error != lines.end() ? error->mid(mark.size()) : lines.value(0);
    return line.trimmed().left(500);
}

/// While the service is being updated it does not answer, or with these (Entra, how-to-use-vm-token).
bool isPassing(const Result<WebReply> &reply)
{
    return reply && (reply->status == 404 || reply->status == 410 || reply->status == 429 || reply->status >= 500);
}

} // namespace

Result<TokenReply> tokenOfAzureCli(const QString &scope, const QString &tenant, const CancelToken &cancel,
                                   std::chrono::milliseconds patience)
{
    Command command;
    command.program = u"az"_s;
    command.arguments = {u"account"_s, u"get-access-token"_s, u"-o"_s, u"json"_s, u"--scope"_s, scope};
    if (!tenant.isEmpty() && tenant != u"organizations")
        command.arguments << u"--tenant"_s << tenant;
    command.limit = patience;
    command.outputLimit = 256 * 1024;
    const auto output = runCommand(command, cancel);
    if (!output) {
        if (output.error().code == u"process.notFound")
            return Error::usage(u"signin.noAzureCli"_s, tr("The Azure CLI (az) is not installed on this computer."))
                .withFix(tr("Sign in in the browser instead: mooring signin --browser."));
        if (output.error().code == u"process.timeLimit")
            return Error::timeLimit(u"signin.timeLimit"_s,
                                    tr("The Azure CLI did not answer within %1.").arg(humanDuration(patience.count())))
                .withFix(u"az account get-access-token"_s);
        return output.error();
    }
    if (!output->succeeded())
        return Error::of(ErrorKind::SignIn, u"signin.azureCli"_s, tr("The Azure CLI gave no token."))
            .withCause(causeOfAzureCli(output->errors))
            .withFix(u"az login"_s);
    const auto answer = parseJson(output->output);
    TokenReply reply;
    if (answer) {
        reply.access.value = stringAt(*answer, "accessToken").toUtf8();
        reply.access.expiresAt = expiryOfAzureCli(*answer);
    }
    if (reply.access.value.isEmpty() || !reply.access.expiresAt.isValid())
        return Error::of(ErrorKind::SignIn, u"signin.azureCli"_s, tr("The Azure CLI gave no token."));
    Redactor::instance().add(reply.access.value);
    reply.identity = claimsOf(reply.access.value);
    if (!reply.identity.contains("tid"))
        reply.identity["tid"] = toStd(stringAt(*answer, "tenant"));
    return reply;
}

QUrl metadataAddress()
{
    const QString named = qEnvironmentVariable("AZURE_POD_IDENTITY_AUTHORITY_HOST");
    return QUrl(named.isEmpty() ? u"http://169.254.169.254"_s : named);
}

Result<TokenReply> tokenOfManagedIdentity(const WebClient &client, const QString &scope, const QString &clientId,
                                          const CancelToken &cancel, const QUrl &address,
                                          std::chrono::milliseconds patience)
{
    QUrlQuery query;
    query.addQueryItem(u"api-version"_s, u"2018-02-01"_s);
    query.addQueryItem(u"resource"_s, resourceOf(scope));
    if (!clientId.isEmpty())
        query.addQueryItem(u"client_id"_s, clientId);
    WebRequest request;
    request.url = QUrl::fromEncoded(address.toEncoded(QUrl::StripTrailingSlash) + "/metadata/identity/oauth2/token?" +
                                    formBody(query));
    request.headers = {{"Metadata", "true"}};
    request.isDirect = true;
    request.limit = patience;
    request.bodyLimit = 1024 * 1024;
    auto reply = client.send(request, cancel);
    for (const int pause : {2, 6, 14, 30}) {
        if (!isPassing(reply))
            break;
        if (cancel.waitFor(std::chrono::seconds(pause)))
            return Error::canceled();
        reply = client.send(request, cancel);
    }
    const QString sentence = tr("This computer has no managed identity that could sign in.");
    if (!reply && reply.error().kind == ErrorKind::Canceled)
        return reply.error();
    if (!reply)
        return Error::of(ErrorKind::SignIn, u"signin.noManagedIdentity"_s, sentence)
            .withCause(reply.error().text())
            .withFix(tr("Managed identities exist only on computers in Azure."));
    if (!reply->isSuccess()) {
        Error error = errorOf(*reply, sentence);
        error.kind = ErrorKind::SignIn;
        error.code = u"signin.noManagedIdentity"_s;
        return error;
    }
    const auto json = jsonOf(*reply);
    return json ? readTokenReply(*json) : Result<TokenReply>(json.error());
}

} // namespace mooring
