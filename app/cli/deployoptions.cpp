#include "app/cli/deployoptions.h"

#include "app/cli/secretsource.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <CLI/CLI.hpp>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::DeployOptions", text); }

QString fromHere(const std::string &path)
{
    return path.empty() ? QString() : QDir::cleanPath(QDir::current().absoluteFilePath(fromStd(path)));
}

} // namespace

void DeployOptions::addTo(CLI::App &command)
{
    const auto add = [&command](const char *option, std::string &value, const QString &help, const char *type) {
        command.add_option(option, value, toStd(help))->type_name(type);
    };
    command.add_option("NAME", name, toStd(tr("Name of the endpoint")));
    add("--model", model, tr("Folder or file of the model, or run:RUN/PATH for an output of a run"), "MODEL");
    add("--score", score, tr("Scoring script with init() and run(x)"), "FILE");
    add("--source", source, tr("Folder of the code (default: that of the scoring script)"), "DIR");
    add("--env", environmentFile, tr("Build the environment from requirements.txt or a conda file"), "FILE");
    add("--python", python, tr("Use this interpreter; it must have the inference server"), "EXE");
    add("--image", image, tr("Base image, with Docker or in Azure"), "IMAGE");
    add("--dockerfile", dockerfile, tr("Build the image from this Dockerfile"), "FILE");
    command
        .add_option("--port", port,
                    toStd(tr("Port on this computer (default: a free one), or of the container in Azure (5001)")))
        ->type_name("N")
        ->check(CLI::Range(1, 65535));
    add("--to", to, tr("docker, process, or aci: Azure Container Instances of the open Azure ML workspace"), "WHERE");
    command.add_option("--cpu", cpu, toStd(tr("Cores of the container in Azure (default: 1)")))->type_name("N");
    command.add_option("--memory", memory, toStd(tr("Its memory in GB (default: 2)")))->type_name("GB");
    add("--dns-label", dnsLabel, tr("First part of its public name; the version's number is added"), "LABEL");
    command.add_option("--var", variables, toStd(tr("Environment variable for the script, not a secret")))
        ->type_name("K=V")
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false);
    command.add_flag("--network-settings", networkSettings,
                     toStd(tr("Give this computer's certificates, proxies, pip and conda settings to the build and the "
                              "container")));
    command.add_flag("--replace", replace, toStd(tr("A new version of an endpoint that is there")));
    add("--take-port-of", takePortOf,
        tr("Another endpoint, which is stopped when the new one is healthy and leaves it its port"), "NAME");
}

Result<DeploymentSettings> DeployOptions::toSettings() const
{
    if (name.empty())
        return Error::usage(u"endpoint.nameNeeded"_s, tr("Say what the endpoint shall be called."))
            .withFix(u"mooring deploy NAME --model DIR --score score.py"_s);
    const int ways =
        int(!python.empty()) + int(!environmentFile.empty()) + int(!image.empty()) + int(!dockerfile.empty());
    if (ways > 1)
        return Error::usage(u"endpoint.oneEnvironment"_s,
                            tr("--env, --python, --image and --dockerfile exclude each other: give one."));
    DeploymentSettings settings;
    settings.name = fromStd(name);
    settings.model = model.starts_with("run:") ? fromStd(model) : fromHere(model);
    settings.source = fromHere(source);
    settings.score = fromStd(score);
    // As typed it may be meant from here, from the source folder or from the model's: what is there decides.
    if (!score.empty() && !(source.empty() ? QString() : settings.source).isEmpty()) {
        if (!QFileInfo(QDir(settings.source).absoluteFilePath(settings.score)).isFile() &&
            QFileInfo(fromHere(score)).isFile())
            settings.score = fromHere(score);
    } else if (!score.empty() && QFileInfo(fromHere(score)).isFile()) {
        settings.score = fromHere(score);
    }
    using Kind = EnvironmentChoice::Kind;
    if (!python.empty())
        settings.environment = {Kind::Python,
                                python.find('/') == std::string::npos ? fromStd(python) : fromHere(python)};
    if (!environmentFile.empty())
        settings.environment = {Kind::File, fromHere(environmentFile)};
    if (!image.empty())
        settings.environment = {Kind::Image, fromStd(image)};
    settings.dockerfile = fromHere(dockerfile);
    settings.networkSettings = networkSettings;
    settings.runner = fromStd(to);
    settings.cloud = {{}, cpu, memory, fromStd(dnsLabel)};
    if (port > 0)
        settings.port = port;
    for (const std::string &entry : variables) {
        const auto pair = parseAssignment(u"--var"_s, fromStd(entry));
        if (!pair)
            return pair.error();
        settings.variables[pair->first] = pair->second;
    }
    DeploymentSettings checked = settings;
    if (checked.runner.isEmpty()) // decided later; what must be said about the rest is said now
        checked.runner = settings.environment.kind == Kind::Python ? u"process"_s : u"docker"_s;
    if (auto valid = checked.validate(); !valid)
        return valid.error();
    return settings;
}

} // namespace mooring
