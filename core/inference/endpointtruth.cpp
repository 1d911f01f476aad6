#include "core/base/clock.h"
#include "core/inference/deployment.h"
#include "core/inference/endpointlock.h"
#include "core/inference/endpointservice.h"
#include "core/runs/submitter.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Life = InstanceTruth::Life;

namespace {

constexpr auto kHealthLimit = 2s;

QString tr(const char *text) { return QCoreApplication::translate("mooring::EndpointService", text); }

void judgeAnswer(EndpointRecord &record, const Result<HttpAnswer> &answer)
{
    if (answer && answer->status() == 200) {
        record.state = EndpointState::Running;
        const EndpointVersion *newest = record.latest();
        record.reason = newest && newest->state == EndpointVersion::State::Failed ? newest->reason : QString();
        return;
    }
    record.state = EndpointState::Unhealthy;
    if (answer)
        record.reason = tr("GET / was answered with %1.").arg(answer->status());
    else if (answer.error().code == u"socket.timeLimit")
        record.reason = tr("It accepts connections and did not answer within 2 s. A request may be keeping it busy.");
    else
        record.reason = tr("It runs, and nothing answers on its port.") + u' ' + answer.error().message;
}

} // namespace

/// What is true now, in the record; saves nothing.
Result<> EndpointService::settle(EndpointRecord &record, const CancelToken &cancel)
{
    if (!record.worker.isEmpty() && Submitter::isAtWork(record.name, record.worker))
        return {};
    const auto run = runner(record.runner);
    if (!run)
        return run.error();
    const bool interrupted = record.state == EndpointState::Deploying;
    record.worker.clear();
    if (interrupted && !record.versions.empty() && record.versions.back().number != record.active) {
        // Mooring was ended while it tried this version. What it started is ended too: nobody proved it.
        EndpointVersion &tried = record.versions.back();
        JobContext undo(cancel);
        if (auto stopped = (*run)->stop(tried, {folderOf(record.name), tried.number}, undo); !stopped)
            return stopped;
        tried.state = EndpointVersion::State::Failed;
        tried.reason = tr("Mooring was ended while it deployed this version.");
        record.state = EndpointState::Failed;
        record.reason = tried.reason;
    }
    EndpointVersion *version = record.version(record.active);
    if (!version || record.state == EndpointState::Stopped)
        return {};
    const VersionFolder folder(folderOf(record.name), version->number);
    const auto truth = (*run)->look(*version, folder, cancel);
    if (!truth && truth.error().kind == ErrorKind::Canceled)
        return truth.error();
    if (truth && truth->life == Life::Ended) {
        if (record.state != EndpointState::Failed || record.reason.isEmpty()) {
            JobContext sweep(cancel); // workers may outlive a server that was killed, and keep its port
            (void)(*run)->stop(*version, folder, sweep);
            record.state = EndpointState::Failed;
            record.reason = explainEnd(**run, *version, folder, *truth).text();
        }
        return {};
    }
    if (truth && truth->pid)
        version->pid = truth->pid;
    // Whether it answers is told by its port, also when its runner cannot be asked.
    judgeAnswer(record, getFromServer(record.address(), "/", kHealthLimit, cancel));
    if (!truth && record.state == EndpointState::Unhealthy)
        record.reason = truth.error().text();
    return cancel.isCanceled() ? Result<>(Error::canceled()) : Result<>();
}

Result<EndpointRecord> EndpointService::refresh(const QString &name, const CancelToken &cancel)
{
    auto record = ours(name);
    if (!record)
        return record.error();
    const Json before = record->toStoreJson();
    EndpointLock lock(folderOf(name), name);
    if (!lock.tryTake())
        return record; // somebody is changing it: what that one wrote holds
    if (auto settled = settle(*record, cancel); !settled)
        return settled.error();
    if (record->toStoreJson() != before) {
        record->changedAt = nowUtc();
        if (auto saved = m_book.saveEndpoint(*record); !saved && saved.error().code != u"workspace.readOnly")
            return saved.error();
    }
    return record;
}

EndpointList EndpointService::list(const CancelToken &cancel)
{
    auto all = refreshAll(cancel);
    return all ? EndpointList{std::move(*all), {}, {}} : EndpointList{{}, all.error(), {}};
}

Result<std::vector<EndpointRecord>> EndpointService::refreshAll(const CancelToken &cancel)
{
    auto records = m_book.endpoints();
    if (!records)
        return records;
    for (EndpointRecord &record : *records) {
        auto fresh = refresh(record.name, cancel);
        if (fresh)
            record = std::move(*fresh);
        else if (fresh.error().kind == ErrorKind::Canceled)
            return fresh.error();
    }
    for (const auto &[word, each] : m_runners) {
        for (EndpointRecord &foreign : each->foreign(cancel))
            records->push_back(std::move(foreign));
    }
    return records;
}

} // namespace mooring
