#include "core/azure/http/jsonreply.h"

#include "core/base/redactor.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::AzureHttp", text); }

constexpr int kDeepest = 100;

/// Looked at before parsing: what reads a tree goes down it by calling itself.
bool isTooDeep(const QByteArray &body)
{
    int depth = 0;
    bool inText = false;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if ((c == '{' || c == '[') && ++depth > kDeepest) {
            return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

QString beginning(const QByteArray &body)
{
    return Redactor::instance().redact(QString::fromUtf8(body.left(300)).simplified());
}

} // namespace

Result<Json> parseJson(const QByteArray &body)
{
    if (isTooDeep(body))
        return Error::failed(u"azure.tooDeep"_s, tr("The answer is nested deeper than anything that Azure sends."));
    Json value = Json::parse(body.begin(), body.end(), nullptr, false);
    if (value.is_discarded()) { // perhaps only for a byte that is not UTF-8
        const QByteArray repaired = QString::fromUtf8(body).toUtf8();
        if (repaired != body)
            value = Json::parse(repaired.begin(), repaired.end(), nullptr, false);
    }
    if (value.is_discarded())
        return Error::failed(u"azure.notJson"_s, tr("The answer cannot be read as JSON.")).withCause(beginning(body));
    return Result<Json>(std::move(value));
}

Result<Json> jsonOf(const WebReply &reply)
{
    if (reply.body.trimmed().isEmpty())
        return Result<Json>(Json());
    auto value = parseJson(reply.body);
    if (value || !reply.body.trimmed().startsWith('<'))
        return value;
    return Error::failed(u"azure.notJson"_s, tr("%1 answered with a web page instead of data.").arg(placeOf(reply.url)))
        .withCause(beginning(reply.body))
        .withFix(tr("A proxy or the sign-in page of the network may stand in between: open %1 in a browser.")
                     .arg(placeOf(reply.url)));
}

} // namespace mooring
