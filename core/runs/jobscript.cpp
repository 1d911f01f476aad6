#include "core/runs/jobscript.h"

#include "core/base/text.h"
#include "core/environments/remotescript.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

/// A leading '-' would be taken for an option, and a name without '/' would be looked for on PATH.
QByteArray asPath(const QString &script)
{
    const QByteArray path = QFile::encodeName(script);
    return path.contains('/') && !path.startsWith('-') ? path : "./" + path;
}

std::vector<QByteArray> programOf(const RunSettings &settings, const EnvironmentPlan &plan)
{
    const QString &script = settings.script;
    std::vector<QByteArray> words;
    if (script.endsWith(u".py") && plan.kind == EnvironmentPlan::Kind::Container) {
        words = {"sh", "-c", R"(command -v python3 >/dev/null 2>&1 && exec python3 "$@"; exec python "$@")", "python"};
        words.push_back(script.startsWith(u'-') ? asPath(script) : QFile::encodeName(script));
    } else if (script.endsWith(u".py")) {
        words.push_back(QFile::encodeName(plan.python.isEmpty() ? u"python3"_s : plan.python));
        words.push_back(script.startsWith(u'-') ? asPath(script) : QFile::encodeName(script));
    } else if (script.endsWith(u".sh")) {
        words.push_back("sh");
        words.push_back(asPath(script));
    } else {
        words.push_back(asPath(script));
    }
    for (const QString &argument : settings.arguments)
        words.push_back(QFile::encodeName(argument));
    return words;
}

/// A complete environment's tools come first; packages of the user's home stay out, so that the environment is what it
/// says.
QByteArray activation(const QByteArray &folder)
{
    if (folder.isEmpty())
        return {};
    return "export PYTHONNOUSERSITE=1 VIRTUAL_ENV=" + shellQuote(folder) +
           "\nexport PATH=" + shellQuote(folder + "/bin") + ":\"$PATH\"\n";
}

/// A script that is told to track elsewhere must not be given our run's id there.
bool tracksHere(const JobStart &start)
{
    return std::none_of(start.variables.begin(), start.variables.end(),
                        [](const auto &variable) { return variable.first == "MLFLOW_TRACKING_URI"; });
}

QByteArray tracking(const JobStart &start)
{
    if (!tracksHere(start))
        return {};
    return "if [ -f collector.env ]; then\n    set -a\n    . ./collector.env\n    set +a\nfi\n";
}

} // namespace

JobStart jobStart(const QString &runId, const RunSettings &settings, const EnvironmentPlan &plan)
{
    JobStart start{runId.toUtf8(),
                   programOf(settings, plan),
                   {},
                   QFile::encodeName(plan.folder),
                   plan.kind == EnvironmentPlan::Kind::Container ? plan.image.toUtf8() : QByteArray(),
                   plan.gpus};
    if (plan.description.contains("variables")) { // of a conda file; the run's own come later and win
        for (const auto &[name, value] : plan.description["variables"].items()) {
            if (!name.empty() && name.find('=') == std::string::npos && value.is_string())
                start.variables.emplace_back(QByteArray::fromStdString(name),
                                             QByteArray::fromStdString(value.get<std::string>()));
        }
    }
    for (const auto &[name, value] : settings.variables)
        start.variables.emplace_back(name.toUtf8(), value.toUtf8());
    return start;
}

namespace {

QByteArray containerScript(const JobStart &start)
{
    QByteArray text = "#!/bin/sh\n"
                      "# Starts the script of one run, in a container.\n"
                      "[ ! -e cancel ] || exit 143\n"
                      "IMAGE=" +
                      shellQuote(start.image) + "\nRUN_ID=" + shellQuote(start.runId) +
                      "\nGPUS=" + (start.gpus ? "1" : "''") + "\nTRACKING=" + (tracksHere(start) ? "1" : "''") +
                      "\nrun_in_container() {\n    docker run \"$@\"";
    for (const auto &[name, value] : start.variables)
        text += " \\\n        -e " + shellQuote(name + '=' + value);
    text += " \\\n        --entrypoint sh \"$IMAGE\" -c \"$INSIDE\" sh";
    for (const QByteArray &word : start.program)
        text += ' ' + shellQuote(word);
    return text + "\n}\n\n" + remoteScript(QStringLiteral("container.sh"));
}

} // namespace

QByteArray jobScript(const JobStart &start)
{
    if (!start.image.isEmpty())
        return containerScript(start);
    QByteArray text = "#!/bin/sh\n"
                      "# Starts the script of one run.\n"
                      "[ ! -e cancel ] || exit 143\n"
                      "export PYTHONUNBUFFERED=1\n" +
                      activation(start.environmentFolder) + tracking(start) +
                      "cd code || exit 1\n"
                      // Through env: a shell would refuse some names (UID, PPID) or act on others (IFS, ENV).
                      "exec env";
    for (const auto &[name, value] : start.variables)
        text += " \\\n    " + shellQuote(name + '=' + value);
    text += " \\\n    MOORING_RUN_ID=" + shellQuote(start.runId);
    if (!start.program.empty() && start.program.front().contains('=')) // env would take it for a variable
        text += " \\\n    sh -c 'exec \"$@\"' sh";
    text += " \\\n   ";
    for (const QByteArray &word : start.program)
        text += ' ' + shellQuote(word);
    return text + " </dev/null\n";
}

QByteArray supervisorConfig(const RunSettings &settings, const EnvironmentPlan &plan)
{
    const QString python = plan.python.isEmpty() ? u"python3"_s : plan.python;
    return "time_limit=" + QByteArray::number(settings.timeLimitSeconds.value_or(0)) +
           "\npython=" + shellQuote(QFile::encodeName(python)) + '\n';
}

} // namespace mooring
