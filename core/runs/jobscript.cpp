#include "core/runs/jobscript.h"

#include "core/base/text.h"

#include <QFile>

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
    if (script.endsWith(u".py")) {
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
QByteArray tracking(const JobStart &start)
{
    for (const auto &[name, value] : start.variables) {
        if (name == "MLFLOW_TRACKING_URI")
            return {};
    }
    return "if [ -f collector.env ]; then\n    set -a\n    . ./collector.env\n    set +a\nfi\n";
}

} // namespace

JobStart jobStart(const QString &runId, const RunSettings &settings, const EnvironmentPlan &plan)
{
    JobStart start{runId.toUtf8(), programOf(settings, plan), {}, QFile::encodeName(plan.folder)};
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

QByteArray jobScript(const JobStart &start)
{
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
