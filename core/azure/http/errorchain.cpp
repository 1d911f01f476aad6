#include "core/azure/http/errorchain.h"

#include "core/azure/http/jsonreply.h"
#include "core/azure/http/redaction.h"
#include "core/base/clock.h"

#include <QCoreApplication>
#include <QUrlQuery>
#include <QXmlStreamReader>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::AzureHttp", text); }

constexpr int kDeepest = 16;

QString firstText(const Json &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        const QString text = stringAt(object, key);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

void longer(std::vector<ErrorLink> &best, std::vector<ErrorLink> other)
{
    if (other.size() > best.size())
        best = std::move(other);
}

std::vector<ErrorLink> chainOf(const Json &value, int depth);

/// A message that is itself a document, as deployments send it.
std::vector<ErrorLink> chainInText(const QString &message, int depth)
{
    const auto start = message.indexOf(u'{');
    if (start < 0)
        return {};
    const auto inner = parseJson(message.mid(start).trimmed().toUtf8());
    return inner && inner->is_object() ? chainOf(*inner, depth) : std::vector<ErrorLink>();
}

std::vector<ErrorLink> chainOf(const Json &value, int depth)
{
    std::vector<ErrorLink> best;
    if (depth > kDeepest)
        return best;
    if (value.is_array()) {
        for (const Json &item : value)
            longer(best, chainOf(item, depth + 1));
        return best;
    }
    if (!value.is_object())
        return best;
    for (const char *key : {"error", "details", "innererror", "innerError", "provisioningErrors", "errors"}) {
        if (const auto inner = value.find(key); inner != value.end())
            longer(best, chainOf(*inner, depth + 1));
    }
    ErrorLink own{firstText(value, {"code", "error_code", "error"}),
                  firstText(value, {"message", "error_description", "detail", "description"})};
    if (const auto text = value.find("message"); text != value.end() && text->is_object())
        own.message = stringAt(*text, "value"); // Batch
    longer(best, chainInText(own.message, depth + 1));
    if (!own.code.isEmpty() || !own.message.isEmpty())
        best.insert(best.begin(), own);
    return best;
}

std::vector<ErrorLink> chainInXml(const QByteArray &body)
{
    QXmlStreamReader reader(body);
    ErrorLink link;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"html" || reader.name() == u"HTML")
            return {};
        if (reader.name() == u"Code")
            link.code = reader.readElementText(QXmlStreamReader::SkipChildElements);
        else if (reader.name() == u"Message")
            link.message = reader.readElementText(QXmlStreamReader::SkipChildElements);
    }
    return link.code.isEmpty() && link.message.isEmpty() ? std::vector<ErrorLink>() : std::vector{link};
}

/// Storage and Batch write the number of the request and the time into the message: they are kept apart.
QString withoutTail(const QString &message) { return message.section(u"\nRequestId:"_s, 0, 0).trimmed(); }

std::pair<ErrorKind, const char *> meaningOf(int status)
{
    switch (status) {
    case 401:
        return {ErrorKind::SignIn, "azure.unauthorized"};
    case 403:
        return {ErrorKind::Failed, "azure.forbidden"};
    case 404:
        return {ErrorKind::Failed, "azure.notFound"};
    case 409:
        return {ErrorKind::Failed, "azure.conflict"};
    case 429:
        return {ErrorKind::Failed, "azure.throttled"};
    case 502:
    case 503:
    case 504:
        return {ErrorKind::NotReachable, "azure.unavailable"};
    default:
        return {ErrorKind::Failed, "azure.refused"};
    }
}

/// A token is refused before its time or after it when the clocks differ.
QString clockHint(const WebReply &reply)
{
    const auto theirs = reply.serverTime();
    if (!theirs || (reply.status != 401 && reply.status != 403))
        return {};
    const qint64 minutes = theirs->secsTo(nowUtc()) / 60;
    if (std::abs(minutes) < 5)
        return {};
    return tr("The clock of this computer differs from that of %1 by %2 minutes: set it right.")
        .arg(placeOf(reply.url))
        .arg(std::abs(minutes));
}

QString fixOf(const WebReply &reply)
{
    if (const QString clock = clockHint(reply); !clock.isEmpty())
        return clock;
    switch (reply.status) {
    case 401:
        return tr("Sign in again: mooring signin.");
    case 403:
        return QUrlQuery(reply.url).hasQueryItem(u"sig"_s) // the address itself is the permission
                   ? tr("The address that Azure gave has expired or does not allow this: try again.")
                   : tr("This account lacks the permission: whoever owns the resource can give it.");
    case 429:
        return tr("The service asks for a pause: try again in a few minutes.");
    default:
        return {};
    }
}

Json rawOf(const WebReply &reply)
{
    constexpr qsizetype kMost = 64 * 1024;
    if (const auto json = parseJson(reply.body); json && reply.body.size() <= kMost)
        return withoutSecrets(*json);
    return toStd(QString::fromUtf8(withoutSecrets(reply.body.left(kMost))));
}

} // namespace

std::vector<ErrorLink> errorChain(const Json &body) { return chainOf(body, 0); }

std::vector<ErrorLink> errorChain(const QByteArray &body)
{
    if (const auto json = parseJson(body))
        return errorChain(*json);
    return chainInXml(body);
}

Error errorOf(const WebReply &reply, const QString &what)
{
    const auto [kind, code] = meaningOf(reply.status);
    const auto chain = errorChain(reply.body);
    Json links = Json::array();
    for (const ErrorLink &link : chain)
        links.push_back(withoutSecrets(Json{{"code", textOrNull(link.code)}, {"message", textOrNull(link.message)}}));
    // The deepest that says something in words; a code alone is better than nothing.
    QString cause;
    for (auto link = chain.rbegin(); link != chain.rend() && cause.isEmpty(); ++link)
        cause = withoutTail(link->message);
    if (cause.isEmpty())
        cause = chain.empty() ? u"HTTP %1"_s.arg(reply.status) : chain.back().code;
    const Json clean = withoutSecrets(Json(toStd(cause.left(4000))));
    return Error::of(kind, QString::fromLatin1(code), what)
        .withCause(fromStd(clean.get<std::string>()))
        .withFix(fixOf(reply))
        .withDetail({{"status", reply.status},
                     {"serverCode", chain.empty() ? Json() : textOrNull(chain.back().code)},
                     {"method", reply.method.toStdString()},
                     {"url", toStd(printable(reply.url))},
                     {"clientRequestId", textOrNull(reply.clientRequestId)},
                     {"requestId", textOrNull(reply.requestId())},
                     {"correlationId", textOrNull(reply.correlationId())},
                     {"chain", std::move(links)},
                     {"raw", rawOf(reply)}});
}

} // namespace mooring
