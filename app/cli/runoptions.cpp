#include "app/cli/runoptions.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <CLI/CLI.hpp>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunOptions", text); }

/// `python` alone is a name to find on the target's PATH; anything with a slash is a path from here.
QString asGiven(const std::string &path)
{
    const QString text = fromStd(path);
    return text.contains(u'/') ? QDir::cleanPath(QDir::current().absoluteFilePath(text)) : text;
}

} // namespace

void RunOptions::addTo(CLI::App &command)
{
    command.add_option("SCRIPT", script, toStd(tr("Script to run, relative to the source folder")));
    command.add_option("--source", source, toStd(tr("Folder that goes to the target (default: the current one)")))
        ->type_name("DIR");
    command.add_option("--target", target, toStd(tr("Compute target (default: local, this computer)")))->type_name("T");
    command.add_option("--python", python, toStd(tr("Use this interpreter")))->type_name("EXE");
    command
        .add_option("--env", environmentFile, toStd(tr("Build the environment from requirements.txt or a conda file")))
        ->type_name("FILE");
    command.add_option("--image", image, toStd(tr("Run in a container of this image")))->type_name("IMAGE");
    command.add_option("--var", variables, toStd(tr("Environment variable for the script, not a secret")))
        ->type_name("K=V")
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false);
    command.add_option("--time-limit", timeLimit, toStd(tr("End the run after so many seconds")))
        ->type_name("S")
        ->check(CLI::Range(1, 31536000));
    command.add_option("--name", name, toStd(tr("Name of the run")))->type_name("N");
    command.add_option("--experiment", experiment, toStd(tr("Experiment it belongs to")))->type_name("E");
    command.add_flag("--follow", follow, toStd(tr("Print the run's log until it ends")));
    command.add_flag("--pass-exit", passExit, toStd(tr("With --follow: exit with the script's own exit code")));
    command.add_flag("--dry-run", dryRun, toStd(tr("Show what would go to the target; start nothing")));
}

Result<RunSettings> RunOptions::toSettings(const QStringList &arguments) const
{
    if (script.empty())
        return Error::usage(QStringLiteral("run.scriptNeeded"), tr("Say which script to run."))
            .withFix(QStringLiteral("mooring run train.py --source DIR"));
    RunSettings settings;
    settings.script = fromStd(script);
    settings.arguments = arguments;
    settings.target = fromStd(target);
    settings.name = fromStd(name);
    settings.experiment = fromStd(experiment);
    if (timeLimit > 0)
        settings.timeLimitSeconds = timeLimit;

    if (source.empty() && QFileInfo(settings.script).isAbsolute()) {
        settings.source = QFileInfo(settings.script).absolutePath();
        settings.script = QFileInfo(settings.script).fileName();
    } else {
        settings.source =
            source.empty() ? QDir::currentPath() : QDir::cleanPath(QDir::current().absoluteFilePath(fromStd(source)));
    }

    const int ways = int(!python.empty()) + int(!environmentFile.empty()) + int(!image.empty());
    if (ways > 1)
        return Error::usage(QStringLiteral("run.oneEnvironment"),
                            tr("--python, --env and --image exclude each other: give one."));
    using Kind = EnvironmentChoice::Kind;
    if (!python.empty())
        settings.environment = {Kind::Python, asGiven(python)};
    if (!environmentFile.empty())
        settings.environment = {Kind::File,
                                QDir::cleanPath(QDir(settings.source).absoluteFilePath(fromStd(environmentFile)))};
    if (!image.empty())
        settings.environment = {Kind::Image, fromStd(image)};

    for (const std::string &entry : variables) {
        const QString text = fromStd(entry);
        const auto equals = text.indexOf(u'=');
        if (equals <= 0)
            return Error::usage(QStringLiteral("run.badVariable"), tr("--var takes NAME=VALUE, not “%1”.").arg(text));
        settings.variables[text.left(equals)] = text.mid(equals + 1);
    }
    if (auto valid = settings.validate(); !valid)
        return valid.error();
    return settings;
}

} // namespace mooring
