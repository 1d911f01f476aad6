#include "core/azure/ascode/runascode.h"

#include "core/azure/ascode/environmentascode.h"
#include "core/azure/mlruns/mlenvironment.h"
#include "core/azure/mlruns/mljob.h"
#include "core/runs/runrecord.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString experimentOf(const RunSettings &settings)
{
    RunRecord run;
    run.settings = settings;
    return experimentName(run.experiment());
}

EnvironmentAsCode environmentOf(const RunSettings &settings)
{
    return {settings.environment, settings.source, defaultMlImage(), {}, {}, {}};
}

Result<QByteArray> toPython(const RunSettings &settings)
{
    const auto environment = environmentOf(settings).toPython();
    if (!environment)
        return environment.error();
    QStringList arguments{u"source_directory="_s + pythonText(settings.source)};
    if (settings.script.endsWith(u".py"_s)) {
        arguments << u"script="_s + pythonText(settings.script);
        if (!settings.arguments.isEmpty())
            arguments << u"arguments="_s + pythonList(settings.arguments);
    } else {
        arguments << u"command="_s + pythonList(jobWords(settings));
    }
    arguments << u"compute_target="_s + pythonText(settings.target) << u"environment=environment"_s;
    if (settings.timeLimitSeconds)
        arguments << u"max_run_duration_seconds=%1"_s.arg(*settings.timeLimitSeconds);
    QString text = u"from azureml.core import Environment, Experiment, ScriptRunConfig, Workspace\n\n"
                   "workspace = Workspace.from_config()\n"_s +
                   *environment + u"config = %1\n"_s.arg(pythonCall(u"ScriptRunConfig"_s, arguments)) +
                   (settings.variables.empty()
                        ? QString()
                        : u"config.run_config.environment_variables = %1\n"_s.arg(pythonMap(settings.variables))) +
                   u"run = Experiment(workspace, %1).submit(config)\n"_s.arg(pythonText(experimentOf(settings)));
    if (!settings.name.isEmpty())
        text += u"run.display_name = %1\n"_s.arg(pythonText(settings.name));
    return (text + u"run.wait_for_completion(show_output=True)\n"_s).toUtf8();
}

Result<QByteArray> toYaml(const RunSettings &settings)
{
    const auto command = jobCommand(settings);
    if (!command)
        return command.error();
    const auto environment = environmentOf(settings).toYaml();
    if (!environment)
        return environment.error();
    QByteArray yaml = "# az ml job create --file job.yml\n"
                      "$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\n"
                      "type: command\n";
    if (!settings.name.isEmpty())
        yaml += yamlLine("display_name", settings.name);
    yaml += yamlLine("experiment_name", experimentOf(settings)) + yamlLine("code", settings.source) +
            yamlLine("command", *command) + *environment +
            yamlLine("compute", settings.target == u"local" ? settings.target : u"azureml:"_s + settings.target) +
            yamlMap("environment_variables", settings.variables);
    if (settings.timeLimitSeconds)
        yaml += "limits:\n  timeout: " + QByteArray::number(*settings.timeLimitSeconds) + '\n';
    return yaml;
}

} // namespace

Result<QByteArray> runAsCode(const RunSettings &settings, const QString &form)
{
    if (form == u"sdk")
        return toPython(settings);
    return form == u"cli" ? toYaml(settings) : unknownForm(form);
}

} // namespace mooring
