#include "core/azure/ascode/endpointascode.h"

#include "core/azure/ascode/environmentascode.h"
#include "core/azure/mlruns/mlenvironment.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::AsCode", text); }

EnvironmentAsCode environmentOf(const EndpointVersion &version)
{
    const DeploymentSettings &settings = version.settings;
    return {settings.environment, version.codeSource,    defaultMlImage(),
            settings.dockerfile,  u"azureml-defaults"_s, settings.variables};
}

/// Both tools want a script; of an MLflow model only Mooring writes one.
std::optional<Error> noScript(const EndpointVersion &version, const QString &tool)
{
    if (!version.settings.score.isEmpty())
        return {};
    return noWayInTool(tool, tr("It needs a scoring script, and of this MLflow model Mooring makes one itself."));
}

QString containerConfiguration(const CloudContainer &cloud)
{
    QStringList arguments{u"cpu_cores=%1"_s.arg(cloud.cpu), u"memory_gb=%1"_s.arg(cloud.memory),
                          u"auth_enabled=True"_s};
    if (!cloud.dnsLabel.isEmpty())
        arguments << u"dns_name_label="_s + pythonText(cloud.dnsLabel);
    return u"AciWebservice.deploy_configuration("_s + arguments.join(u", "_s) + u')';
}

Result<QByteArray> toPython(const EndpointVersion &version)
{
    if (auto error = noScript(version, u"azureml-core"_s))
        return *error;
    const DeploymentSettings &settings = version.settings;
    const auto environment = environmentOf(version).toPython();
    if (!environment)
        return environment.error();
    const bool isInCloud = settings.runner == u"aci";
    const QString service = isInCloud ? u"AciWebservice"_s : u"LocalWebservice"_s;
    const QString where = isInCloud       ? containerConfiguration(settings.cloud)
                          : settings.port ? u"LocalWebservice.deploy_configuration(port=%1)"_s.arg(*settings.port)
                                          : u"LocalWebservice.deploy_configuration()"_s;
    const QString name = pythonText(settings.name);
    return (u"from azureml.core import Environment, Workspace\n"
            "from azureml.core.model import InferenceConfig, Model\n"
            "from azureml.core.webservice import %1\n\n"
            "workspace = Workspace.from_config()\n"_s.arg(service) +
            *environment +
            u"model = %1\n"_s.arg(
                pythonCall(u"Model.register"_s, {u"workspace"_s, u"model_path="_s + pythonText(version.modelPath),
                                                 u"model_name="_s + name})) +
            u"inference = %1\n"_s.arg(
                pythonCall(u"InferenceConfig"_s,
                           {u"source_directory="_s + pythonText(version.codeSource),
                            u"entry_script="_s + pythonText(settings.score), u"environment=environment"_s})) +
            u"service = %1\n"_s.arg(pythonCall(
                u"Model.deploy"_s, {u"workspace"_s, name, u"[model]"_s, u"inference"_s, where, u"overwrite=True"_s})) +
            u"service.wait_for_deployment(show_output=True)\nprint(service.scoring_uri)\n"_s)
        .toUtf8();
}

Result<QByteArray> toYaml(const EndpointVersion &version)
{
    if (auto error = noScript(version, u"az ml"_s))
        return *error;
    const DeploymentSettings &settings = version.settings;
    if (settings.runner == u"aci")
        return noWayInTool(u"az ml"_s, tr("Its second version has no container instances; azureml-core has."));
    const auto environment = environmentOf(version).toYaml();
    if (!environment)
        return environment.error();
    const QByteArray name = yamlScalar(settings.name);
    return "# az ml online-endpoint create --local --name " + name +
           "\n# az ml online-deployment create --local --file deployment.yml\n"
           "$schema: https://azuremlschemas.azureedge.net/latest/managedOnlineDeployment.schema.json\n" +
           yamlLine("name", u"v%1"_s.arg(version.number)) + yamlLine("endpoint_name", settings.name) + "model:\n  " +
           yamlLine("path", version.modelPath) + "code_configuration:\n  " + yamlLine("code", version.codeSource) +
           "  " + yamlLine("scoring_script", settings.score) + *environment +
           yamlMap("environment_variables", settings.variables) +
           "instance_type: Standard_DS3_v2 # not used by a local endpoint\ninstance_count: 1\n";
}

} // namespace

Result<QByteArray> endpointAsCode(const EndpointVersion &version, const QString &form)
{
    if (form == u"sdk")
        return toPython(version);
    return form == u"cli" ? toYaml(version) : unknownForm(form);
}

} // namespace mooring
