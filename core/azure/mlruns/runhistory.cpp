#include "core/azure/mlruns/runhistory.h"

#include "core/azure/http/errorchain.h"
#include "core/base/redactor.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QUrlQuery>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunHistory", text); }

/// The signature of a SAS is what makes it a secret.
void makeKnown(const QUrl &sas)
{
    const QString signature = QUrlQuery(sas).queryItemValue(u"sig"_s, QUrl::FullyDecoded);
    Redactor::instance().add(signature.toUtf8());
}

} // namespace

Result<ArmCall> RunHistory::experimentCall(const QByteArray &method, const QString &path, const QString &what,
                                           Json body, const CancelToken &cancel) const
{
    const auto api = m_client.api(cancel);
    if (!api)
        return api.error();
    return ArmCall{
        method,
        u"/history/v1.0%1/experiments/%2/%3"_s.arg(m_client.workspace().id.path(), pathSegment(m_experiment), path),
        {},
        what,
        std::move(body),
        *api};
}

Result<ArmCall> RunHistory::runCall(const QByteArray &method, const QString &path, const QString &what,
                                    const CancelToken &cancel) const
{
    return experimentCall(method, u"runs/%1/%2"_s.arg(pathSegment(m_run), path), what, {}, cancel);
}

Result<MlRunDetails> RunHistory::details(const CancelToken &cancel) const
{
    const auto call =
        runCall("GET", u"details"_s, tr("What became of the run %1 could not be read.").arg(m_run), cancel);
    if (!call)
        return call.error();
    const auto answer = m_client.arm().json(*call, cancel);
    if (!answer)
        return answer.error();
    MlRunDetails details;
    details.status = stringAt(*answer, "status");
    details.startedAt = timeAt(*answer, "startTimeUtc");
    details.endedAt = timeAt(*answer, "endTimeUtc");
    if (const Json error = objectAt(*answer, "error"); !error.empty()) {
        for (const ErrorLink &link : errorChain(error))
            details.cause = link.message.isEmpty() ? details.cause : link.message;
    }
    const Json logs = objectAt(*answer, "logFiles"), tags = objectAt(*answer, "tags");
    for (const auto &[name, url] : logs.items()) {
        if (!url.is_string())
            continue;
        const QUrl address(fromStd(url.get<std::string>()), QUrl::StrictMode);
        makeKnown(address);
        details.logs[fromStd(name)] = address;
    }
    for (const auto &[name, value] : tags.items()) {
        if (value.is_string())
            details.tags[fromStd(name)] = fromStd(value.get<std::string>());
    }
    return details;
}

} // namespace mooring
