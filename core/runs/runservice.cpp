#include "core/runs/runservice.h"

#include "core/base/clock.h"
#include "core/base/jsontext.h"
#include "core/environments/environmentplanner.h"
#include "core/runs/hostscripts.h"
#include "core/runs/runfolder.h"
#include "core/runs/runsource.h"
#include "core/runs/runsubmission.h"
#include "core/runs/submitter.h"

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr qint64 kAdoptionIntervalMs =
    600'000; // a lost database is rare, and looking costs a step for each run ever made
constexpr int kTargetsAtOnce = 32;
constexpr qint64 kRunJsonLimit = 16 * 1024 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunService", text); }

Result<EnvironmentPlan> planOnHost(const RunSettings &settings, RunHost &host, JobContext &context)
{
    return planEnvironment(settings.environment, settings.source, settings.script.endsWith(u".py"), host, context);
}

/// Of a folder without a record. Nothing when it does not tell enough.
std::optional<RunRecord> readRunJson(RunHost &host, const QString &target, const QString &id, const CancelToken &cancel)
{
    auto bytes = host.readFile(RunFolder(host.runsFolder(), id).runJson(), 0, kRunJsonLimit, cancel);
    if (!bytes)
        return {};
    auto run = RunRecord::fromStoreJson(readJson(*bytes));
    if (!run || run->id != id)
        return {};
    run->settings.target = target;
    return *run;
}

} // namespace

Result<RunRecord> RunBook::updateRun(const QString &id, const std::function<bool(RunRecord &)> &change)
{
    auto run = findRun(id);
    if (!run || !change(*run))
        return run;
    const auto saved = saveRun(*run);
    return saved ? run : Result<RunRecord>(saved.error());
}

RunService::RunService(RunBook &book, HostOf hostOf, PlanEnvironment plan, QString spoolFolder)
    : m_book(book),
      m_hostOf(std::move(hostOf)),
      m_plan(plan ? std::move(plan) : planOnHost),
      m_spoolFolder(std::move(spoolFolder))
{
    m_looks.setMaxThreadCount(kTargetsAtOnce);
    m_looks.setExpiryTimeout(5000);
}

Result<RunRecord> RunService::submit(const RunSettings &settings, JobContext &context)
{
    if (auto valid = settings.validate(); !valid)
        return valid.error();
    auto checked = checkRunSource(settings);
    if (!checked)
        return checked.error();
    if (auto host = m_hostOf(settings.target); !host && host.error().kind == ErrorKind::Usage)
        return host.error();
    auto submitted = RunSubmission(m_book, m_hostOf, m_plan).run(*checked, context);
    if (!submitted)
        return submitted.error();
    // The run goes on; whether its state can be read or kept at this moment changes nothing about that.
    auto run = refresh(submitted->id, CancelToken());
    return run ? run : submitted;
}

Result<RunRecord> RunService::refresh(const QString &runId, const CancelToken &cancel)
{
    auto run = m_book.findRun(runId);
    if (!run || isEnded(run->state))
        return run;
    auto fresh = refreshAll({*run}, cancel);
    if (!fresh)
        return fresh.error();
    return fresh->front();
}

Result<std::vector<RunRecord>> RunService::refreshLive(const CancelToken &cancel)
{
    if (isAdoptionDue(RunSettings().target)) {
        if (auto adopted = adoptRuns(RunSettings().target, cancel); !adopted && cancel.isCanceled())
            return adopted.error();
    }
    auto live = m_book.liveRuns();
    return live ? refreshAll(std::move(*live), cancel) : live;
}

bool RunService::isAdoptionDue(const QString &target)
{
    const std::lock_guard lock(m_mutex);
    QElapsedTimer &since = m_sinceAdoption[target];
    if (since.isValid() && since.elapsed() < kAdoptionIntervalMs)
        return false;
    since.start();
    return true;
}

Result<std::vector<RunRecord>> RunService::adoptRuns(const QString &target, const CancelToken &cancel)
{
    auto host = m_hostOf(target);
    if (!host)
        return host.error();
    auto ids = hostscripts::listRuns(**host, cancel);
    if (!ids)
        return ids.error();
    std::vector<RunRecord> adopted;
    for (const QString &id : *ids) {
        {
            const std::lock_guard lock(m_mutex);
            if (m_known.contains(id))
                continue;
        }
        auto known = m_book.findRun(id);
        if (!known && known.error().code != u"run.unknown")
            return known.error();
        if (!known) {
            auto run = readRunJson(**host, target, id, cancel);
            if (!run)
                continue;
            if (auto saved = m_book.saveRun(*run); !saved)
                return saved.error();
            adopted.push_back(*run);
        }
        const std::lock_guard lock(m_mutex);
        m_known.insert(id);
    }
    return adopted;
}

Result<std::shared_ptr<RunHost>> RunService::hostOf(const RunRecord &run) { return m_hostOf(run.settings.target); }

Result<QString> RunService::logPath(const RunRecord &run, const QString &name)
{
    if (RunFolder({}, run.id).log(name).isEmpty())
        return Error::usage(u"run.unknownLog"_s, tr("A run has no log “%1”.").arg(name))
            .withFix(tr("Name one of: std, build, provisioning."));
    auto host = hostOf(run);
    if (!host)
        return host.error();
    return RunFolder((*host)->runsFolder(), run.id).log(name);
}

} // namespace mooring
