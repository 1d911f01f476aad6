#include "core/azure/online/onlineendpoints.h"

#include "core/azure/online/onlinecalls.h"
#include "core/base/text.h"
#include "core/inference/growinglog.h"
#include "core/logs/taillog.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostCalls = 100; // of an endpoint
constexpr int kMostLines = 5000;   // that Azure gives of a log at once

QString tr(const char *text) { return QCoreApplication::translate("mooring::OnlineEndpoints", text); }

/// Shown once Azure cannot be reached: what holds of it now, nobody knows.
EndpointRecord asSeen(EndpointRecord record, const QDateTime &at)
{
    record.state = EndpointState::Unknown;
    record.stateWord.clear();
    record.reason = tr("Azure cannot be reached: this is how it was at %1.").arg(humanTime(at));
    return record;
}

} // namespace

OnlineEndpoints::OnlineEndpoints(OpenMl open, Workspace &store, QString workspace)
    : m_open(std::move(open)), m_seen(store, u"azure.seenEndpoints"_s), m_workspace(std::move(workspace))
{
}

Error OnlineEndpoints::unknown(const QString &name) const
{
    return Error::usage(u"endpoint.unknown"_s, tr("There is no online endpoint named %1 in %2.").arg(name, m_workspace))
        .withFix(u"mooring endpoints"_s);
}

Error OnlineEndpoints::readOnly(const EndpointRecord &record)
{
    return Error::usage(
               u"endpoint.readOnly"_s,
               tr("%1 is an online endpoint of the workspace %2, which others made: Mooring shows it, sends it "
                  "requests and reads its logs, and changes nothing of it.")
                   .arg(record.name, stringAt(record.about, "workspace")))
        .withFix(tr("Change it with “az ml online-endpoint” or in Azure ML studio."));
}

NumberOfDeployment OnlineEndpoints::numbers()
{
    return [this](const QString &endpoint, const QString &deployment) {
        const std::lock_guard lock(m_mutex);
        QStringList &known = m_deployments[endpoint];
        if (!known.contains(deployment))
            known << deployment;
        return int(known.indexOf(deployment)) + 1;
    };
}

/// With the reasons of what failed. Deployments that cannot be listed leave `deployments` null.
std::optional<EndpointRecord> OnlineEndpoints::recordOf(const OnlineCalls &calls, const Json &endpoint,
                                                        Json &deployments, const CancelToken &cancel)
{
    const auto list = calls.deployments(stringAt(endpoint, "name"), cancel);
    deployments = list ? Json(*list) : Json();
    auto record = onlineRecord(endpoint, deployments, m_workspace, numbers());
    if (!record || !list)
        return record;
    for (const EndpointVersion &each : std::vector(record->versions)) {
        if (each.state != EndpointVersion::State::Failed)
            continue;
        const auto found = std::find_if(list->begin(), list->end(), [&each](const Json &document) {
            return stringAt(document, "name") == each.title;
        });
        if (const auto why = calls.failure(operationOf(*found), each.reason, cancel))
            setFailure(*record, each.title, why->text());
    }
    return record;
}

EndpointList OnlineEndpoints::list(const CancelToken &cancel)
{
    const auto client = m_open(m_workspace);
    if (!client)
        return {{}, client.error(), {}};
    const OnlineCalls calls(**client);
    const auto found = calls.endpoints(cancel);
    if (!found)
        return found.error().kind == ErrorKind::NotReachable ? lastSeen(found.error())
                                                             : EndpointList{{}, found.error(), {}};
    EndpointList list;
    Json kept = Json::array();
    for (const Json &endpoint : *found) {
        Json deployments;
        auto record = recordOf(calls, endpoint, deployments, cancel);
        if (cancel.isCanceled())
            return {{}, Error::canceled(), {}};
        if (!record)
            continue;
        kept.push_back(keptOf(endpoint, deployments));
        list.endpoints.push_back(std::move(*record));
    }
    (void)m_seen.keep((*client)->workspace(), kept); // only for a day without a network
    return list;
}

EndpointList OnlineEndpoints::lastSeen(const Error &problem)
{
    EndpointList list{{}, problem, {}};
    const auto client = m_open(m_workspace);
    const auto seen = client ? m_seen.last((*client)->workspace()) : Result<std::optional<SeenList::Seen>>(problem);
    if (!seen || !*seen)
        return list;
    list.seenAt = (*seen)->at;
    for (const Json &each : (*seen)->documents) {
        if (!each.is_object())
            continue;
        if (auto record =
                onlineRecord(each.value("endpoint", Json()), each.value("deployments", Json()), m_workspace, numbers()))
            list.endpoints.push_back(asSeen(std::move(*record), (*seen)->at));
    }
    return list;
}

Result<EndpointRecord> OnlineEndpoints::fetch(MlClient &client, const QString &name, const CancelToken &cancel)
{
    const OnlineCalls calls(client);
    const auto document = calls.endpoint(name, cancel);
    if (!document)
        return document.error();
    if (document->is_null())
        return unknown(name);
    Json deployments;
    auto record = recordOf(calls, *document, deployments, cancel);
    if (!record)
        return Error::failed(u"azure.badAnswer"_s, tr("The online endpoint %1 could not be read.").arg(name))
            .withCause(tr("The answer is no endpoint."));
    return std::move(*record);
}

Result<EndpointRecord> OnlineEndpoints::refresh(const QString &name, const CancelToken &cancel)
{
    const auto client = m_open(m_workspace);
    if (!client)
        return client.error();
    auto record = fetch(**client, name, cancel);
    if (record || record.error().kind != ErrorKind::NotReachable)
        return record;
    EndpointList known = lastSeen(record.error());
    for (EndpointRecord &seen : known.endpoints) {
        if (seen.name.compare(name, Qt::CaseInsensitive) == 0)
            return std::move(seen);
    }
    return record;
}

Result<std::vector<ScoringCall>> OnlineEndpoints::calls(const QString &name, int limit)
{
    const std::lock_guard lock(m_mutex);
    std::vector<ScoringCall> all = m_calls[name.toLower()];
    all.resize(std::min(all.size(), size_t(std::max(0, limit))));
    return all;
}

Result<qint64> OnlineEndpoints::keepCall(const ScoringCall &call)
{
    const std::lock_guard lock(m_mutex);
    std::vector<ScoringCall> &all = m_calls[call.endpoint.toLower()];
    all.insert(all.begin(), call);
    all.front().id = ++m_lastCall;
    all.resize(std::min(all.size(), kMostCalls));
    return m_lastCall;
}

const EndpointVersion *OnlineEndpoints::loggedVersion(const EndpointRecord &record, LogOf of)
{
    if (of.version > 0)
        return record.version(of.version);
    return record.serving() ? record.serving() : record.latest();
}

Result<> OnlineEndpoints::readLog(const QString &name, Log log, LogOf of, bool follow, const EndpointRunner::Sink &sink,
                                  const CancelToken &cancel)
{
    const auto client = m_open(m_workspace);
    if (!client)
        return client.error();
    const auto record = fetch(**client, name, cancel);
    if (!record)
        return record.error();
    const EndpointVersion *version = loggedVersion(*record, of);
    if (!version)
        return of.version > 0 ? Result<>(noVersion(name, QString::number(of.version))) : Result<>();
    const OnlineCalls calls(**client);
    const QString container = log == Log::Build ? u"StorageInitializer"_s : u"InferenceServer"_s;
    TailLog tail(
        [&](int lines) {
            return calls.log(record->name, version->title, container, lines > 0 ? lines : kMostLines, cancel);
        },
        TailLog::Lines::Plain);
    while (true) {
        const auto fresh = tail.readNew(!follow);
        if (!fresh)
            return fresh.error();
        if (!fresh->isEmpty() && !sink(*fresh))
            return {};
        if (!follow || tail.isGone())
            return {};
        if (cancel.waitFor(m_pause))
            return Error::canceled();
    }
}

Result<> OnlineEndpoints::followLogFile(const QString &name, Log log, LogOf of,
                                        const std::function<void(const QString &)> &onFile, const CancelToken &cancel)
{
    QString path;
    {
        const std::lock_guard lock(m_mutex);
        path = m_folder.filePath(u"%1.log"_s.arg(++m_logFiles));
    }
    GrowingLog file(path);
    onFile(path);
    const auto read = readLog(
        name, log, of, log == Log::Server,
        [&file](const QByteArray &bytes) {
            file.write(bytes);
            return true;
        },
        cancel);
    if (!read && read.error().kind != ErrorKind::Canceled)
        file.write(read.error().text().toUtf8() + '\n');
    return read;
}

Result<> OnlineEndpoints::watchUsage(const QString &, const EndpointRunner::UsageSink &, const CancelToken &)
{
    return Error::usage(u"endpoint.noUsage"_s,
                        tr("What an online endpoint takes, Azure tells minutes later: see its metrics in the portal."));
}

} // namespace mooring
