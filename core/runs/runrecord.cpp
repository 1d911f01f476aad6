#include "core/runs/runrecord.h"

#include "core/base/clock.h"

#include <QCoreApplication>
#include <QDir>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunRecord", text); }

/// Absent and null are the same to a reader; an object of another type is not ours and becomes null.
Json objectOrNull(const Json &value) { return value.is_object() ? value : Json(); }

Json member(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found == object.end() ? Json() : *found;
}

Error badRecord(const QString &message) { return Error::failed(QStringLiteral("run.badRecord"), message); }

void readTimes(const Json &value, RunRecord &run)
{
    run.createdAt = timeAt(value, "createdAt");
    run.startedAt = timeAt(value, "startedAt");
    run.endedAt = timeAt(value, "endedAt");
    run.unknownSince = timeAt(value, "unknownSince");
}

} // namespace

QString RunRecord::experiment() const
{
    if (settings.source.isEmpty() || !settings.experiment.isEmpty())
        return settings.experiment;
    return QDir(settings.source).dirName();
}

Json RunRecord::toListJson() const
{
    Json json{{"run", toStd(id)},
              {"name", toStd(name)},
              {"experiment", textOrNull(experiment())},
              {"target", toStd(settings.target)},
              {"script", textOrNull(settings.script)},
              {"state", toStd(toWord(state))},
              {"exitCode", exitCode ? Json(*exitCode) : Json()},
              {"signal", textOrNull(signal)},
              {"reason", textOrNull(reason)},
              {"createdAt", timeOrNull(createdAt)},
              {"startedAt", timeOrNull(startedAt)},
              {"endedAt", timeOrNull(endedAt)},
              {"durationMs", intOrNull(durationMs())},
              {"outputSize", intOrNull(outputSize)}};
    if (state == RunState::Unknown)
        json["unknownSince"] = timeOrNull(unknownSince);
    return json;
}

Json RunRecord::toFullJson() const
{
    Json json = toListJson();
    json["settings"] = settings.toJson();
    json["environment"] = objectOrNull(environment);
    json["snapshot"] = objectOrNull(snapshot);
    json["pid"] = intOrNull(pid);
    json["host"] = textOrNull(host);
    json["phases"] = phases;
    return json;
}

Json RunRecord::toStoreJson() const
{
    Json json = toFullJson();
    json.erase("durationMs"); // follows from the times
    json["unknownSince"] = timeOrNull(unknownSince);
    json["submitter"] = textOrNull(submitter);
    if (clockAheadMs != 0)
        json["clockAheadMs"] = clockAheadMs;
    if (outputsFetchedAt)
        json["outputsFetchedAt"] = timeOrNull(outputsFetchedAt);
    if (logged.is_object())
        json["logged"] = logged;
    if (cancelWish)
        json["cancelWish"] = {{"at", timeOrNull(cancelWish->at)},
                              {"graceSeconds", cancelWish->graceSeconds},
                              {"by", textOrNull(cancelWish->by)}};
    return json;
}

Result<RunRecord> RunRecord::fromStoreJson(const Json &value)
{
    RunRecord run;
    run.id = stringAt(value, "run");
    if (run.id.isEmpty())
        return badRecord(tr("The record of a run has no id."));
    const QString word = stringAt(value, "state");
    const auto state = runStateFromWord(word);
    if (!state)
        return badRecord(tr("The record of the run %1 has the unknown state “%2”.").arg(run.id, word));
    auto settings = RunSettings::fromJson(member(value, "settings"));
    if (!settings)
        return badRecord(tr("The settings of the run %1 cannot be read.").arg(run.id))
            .withCause(settings.error().message);
    run.settings = std::move(settings).value();
    run.state = *state;
    run.name = stringAt(value, "name", run.id);
    if (const auto code = optionalIntAt(value, "exitCode"); code && *code == int(*code))
        run.exitCode = int(*code);
    run.signal = stringAt(value, "signal");
    run.reason = stringAt(value, "reason");
    readTimes(value, run);
    run.clockAheadMs = intAt(value, "clockAheadMs");
    run.outputsFetchedAt = timeAt(value, "outputsFetchedAt");
    run.outputSize = optionalIntAt(value, "outputSize");
    run.pid = optionalIntAt(value, "pid");
    run.host = stringAt(value, "host");
    run.submitter = stringAt(value, "submitter");
    if (const Json wish = member(value, "cancelWish"); wish.is_object())
        run.cancelWish = {timeAt(wish, "at").value_or(nowUtc()), int(intAt(wish, "graceSeconds", 10)),
                          stringAt(wish, "by")};
    run.environment = objectOrNull(member(value, "environment"));
    run.snapshot = objectOrNull(member(value, "snapshot"));
    run.logged = objectOrNull(member(value, "logged"));
    if (const Json phases = member(value, "phases"); phases.is_array())
        run.phases = phases;
    return run;
}

std::optional<qint64> RunRecord::durationMs() const
{
    if (!startedAt || state == RunState::Unknown || (isEnded(state) && !endedAt))
        return {};
    const QDateTime end = isEnded(state) ? *endedAt : nowUtc().addMSecs(clockAheadMs);
    return std::max<qint64>(0, startedAt->msecsTo(end)); // a clock that was set back gives no negative time
}

} // namespace mooring
