#include "core/azure/mlruns/mljob.h"

#include "core/base/clock.h"
#include "core/base/text.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlJob", text); }

QString lastPart(const QString &id) { return id.section(u'/', -1); }

/// Run history writes "2026-11-23T01:00:00.1234567Z"; ARM has systemData.
void readTimes(const Json &job, const Json &properties, RunRecord &run)
{
    run.createdAt = timeAt(objectAt(job, "systemData"), "createdAt");
    const Json own = objectAt(properties, "properties");
    run.startedAt = timeAt(own, "StartTimeUtc");
    run.endedAt = timeAt(own, "EndTimeUtc");
}

} // namespace

QString experimentName(const QString &wanted)
{
    QString name = wanted.left(255);
    for (QChar &c : name) {
        const bool isGood = (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'-' || c == u'_';
        c = isGood ? c : QChar(u'-');
    }
    while (name.startsWith(u'-') || name.startsWith(u'_'))
        name.remove(0, 1);
    return name.isEmpty() ? u"Default"_s : name;
}

QStringList jobWords(const RunSettings &settings)
{
    const QString &script = settings.script;
    const QStringList words = script.endsWith(u".py"_s)   ? QStringList{u"python"_s, script}
                              : script.endsWith(u".sh"_s) ? QStringList{u"sh"_s, script}
                                                          : QStringList{u"./"_s + script};
    return words + settings.arguments;
}

Result<QString> jobCommand(const RunSettings &settings)
{
    const QString command = shellCommand(jobWords(settings));
    if (command.contains(u"${{"_s))
        return Error::usage(
            u"azure.expression"_s,
            tr("Azure ML reads ${{…}} in a command itself: an argument that has it cannot go through."));
    return command;
}

Result<Json> jobBody(const RunSettings &settings, const QString &runName, const JobParts &parts)
{
    const auto command = jobCommand(settings);
    if (!command)
        return command.error();
    RunRecord named;
    named.settings = settings;
    Json properties = {{"jobType", "Command"},
                       {"displayName", toStd(runName)},
                       {"experimentName", toStd(experimentName(named.experiment()))},
                       {"codeId", toStd(parts.codeId)},
                       {"command", toStd(*command)},
                       {"environmentId", toStd(parts.environmentId)},
                       {"computeId", toStd(parts.computeId)},
                       {"properties", {{"mooring.script", toStd(settings.script)}}}};
    if (!settings.variables.empty()) {
        Json variables = Json::object();
        for (const auto &[name, value] : settings.variables)
            variables[toStd(name)] = toStd(value);
        properties["environmentVariables"] = std::move(variables);
    }
    if (settings.timeLimitSeconds)
        properties["limits"] = {{"jobLimitsType", "Command"},
                                {"timeout", "PT" + std::to_string(*settings.timeLimitSeconds) + "S"}};
    return Result<Json>(Json{{"properties", std::move(properties)}});
}

RunState runStateOf(const QString &status)
{
    if (status == u"Starting" || status == u"Provisioning")
        return RunState::Preparing;
    if (status == u"Paused")
        return RunState::Queued;
    return runStateFromWord(status).value_or(RunState::Unknown);
}

std::optional<RunRecord> runOf(const Json &job)
{
    const Json properties = objectAt(job, "properties");
    RunRecord run;
    run.id = stringAt(job, "name");
    if (run.id.isEmpty())
        return {};
    run.name = stringAt(properties, "displayName", run.id);
    run.settings.name = run.name;
    run.settings.experiment = stringAt(properties, "experimentName", u"Default"_s);
    run.settings.target = lastPart(stringAt(properties, "computeId"));
    run.settings.script = stringAt(objectAt(properties, "properties"), "mooring.script");
    const Json variables = objectAt(properties, "environmentVariables");
    for (const auto &[name, value] : variables.items()) {
        if (value.is_string())
            run.settings.variables[fromStd(name)] = fromStd(value.get<std::string>());
    }
    const QString status = stringAt(properties, "status");
    run.state = runStateOf(status);
    readTimes(job, properties, run);
    if (run.state == RunState::Unknown) {
        run.unknownSince = nowUtc();
        run.reason =
            status.isEmpty() ? tr("Azure ML does not say a state.") : tr("Azure ML says “%1”.").arg(status.left(80));
    }
    return run;
}

} // namespace mooring
