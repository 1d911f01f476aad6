#include "core/azure/http/jsonreply.h"

#include "core/base/jsontext.h"
#include "core/base/redactor.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::AzureHttp", text); }

constexpr int kDeepest = 100;

QString beginning(const QByteArray &body)
{
    return Redactor::instance().redact(QString::fromUtf8(body.left(300)).simplified());
}

} // namespace

Result<Json> parseJson(const QByteArray &body)
{
    if (isTooDeep(body, kDeepest))
        return Error::failed(u"azure.tooDeep"_s, tr("The answer is nested deeper than anything that Azure sends."));
    Json value = readJson(body);
    if (value.is_discarded()) { // perhaps only for a byte that is not UTF-8
        const QByteArray repaired = QString::fromUtf8(body).toUtf8();
        if (repaired != body)
            value = readJson(repaired);
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
