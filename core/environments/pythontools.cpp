#include "core/environments/pythontools.h"

#include "core/environments/remotescript.h"

#include <QCoreApplication>
#include <QVersionNumber>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mooring {

namespace {

constexpr auto probeSeconds = 5;
constexpr auto probeLimit = 20s;
constexpr auto searchLimit = 150s; // 24 candidates that all hang

QString tr(const char *text) { return QCoreApplication::translate("mooring::PythonTools", text); }

QString hangSentence() { return tr("It did not answer within %1 s.").arg(probeSeconds); }

PythonTool brokenTool(const QList<QByteArray> &words)
{
    PythonTool tool;
    tool.path = QString::fromUtf8(words[1]);
    tool.problem = words.size() > 2 && words[2] == "hangs" ? hangSentence() : tr("It does not start as a Python.");
    return tool;
}

PythonTool workingTool(const QList<QByteArray> &words)
{
    PythonTool tool;
    tool.path = QString::fromUtf8(words[1]);
    tool.version = QString::fromUtf8(words[2]);
    tool.real = QString::fromUtf8(words[3]);
    tool.prefix = QString::fromUtf8(words[4]);
    tool.canMakeVenv = words[5] == "venv";
    return tool;
}

bool isSame(const PythonTool &one, const PythonTool &other)
{
    return one.works() && other.works() && one.real == other.real && one.prefix == other.prefix;
}

Error missing(const QString &name)
{
    return Error::usage(u"environment.noPython"_s, tr("There is no Python at %1.").arg(name))
        .withFix(tr("Choose another interpreter, or install one: sudo apt install python3"));
}

Error broken(const QString &path, const QString &cause, bool hangs)
{
    if (hangs) {
        return Error::timeLimit(u"environment.pythonHangs"_s,
                                tr("%1 did not answer within %2 s.").arg(path).arg(probeSeconds))
            .withFix(tr("Start it by hand to see what it waits for: %1 -c 'print(1)'").arg(path));
    }
    return Error::usage(u"environment.pythonBroken"_s, tr("%1 does not start as a Python.").arg(path))
        .withCause(cause)
        .withFix(tr("Choose another interpreter."));
}

} // namespace

bool PythonTool::isRecentEnough() const { return QVersionNumber::fromString(version) >= QVersionNumber(3, 6); }

std::vector<PythonTool> parsePythons(const QByteArray &output)
{
    std::vector<PythonTool> tools;
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> words = line.split('\t');
        PythonTool tool;
        if (words.size() == 6 && words[0] == "python")
            tool = workingTool(words);
        else if (words.size() == 4 && words[0] == "broken")
            tool = brokenTool(words);
        else
            continue;
        if (std::none_of(tools.begin(), tools.end(), [&](const PythonTool &other) { return isSame(tool, other); }))
            tools.push_back(std::move(tool));
    }
    return tools;
}

std::vector<CondaTool> parseCondaTools(const QByteArray &output)
{
    std::vector<CondaTool> tools;
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> words = line.split('\t');
        if (words.size() == 4 && words[0] == "conda")
            tools.push_back({QString::fromUtf8(words[1]), QString::fromUtf8(words[2]),
                             QString::fromUtf8(words[3]).section(u' ', -1).trimmed()});
    }
    return tools;
}

Result<std::vector<PythonTool>> detectPythons(EnvironmentHost &host, const CancelToken &cancel)
{
    const auto output =
        host.runScript(askingScript(u"pythons.sh"_s), {QString::number(probeSeconds)}, searchLimit, cancel);
    if (!output)
        return output.error();
    return parsePythons(*output);
}

Result<PythonTool> probePython(EnvironmentHost &host, const QString &pathOrName, const CancelToken &cancel)
{
    const auto output =
        host.runScript(askingScript(u"pythons.sh"_s), {QString::number(probeSeconds), pathOrName}, probeLimit, cancel);
    if (!output) {
        // A child of the interpreter may keep the stream open after the interpreter itself was ended.
        return output.error().kind == ErrorKind::TimeLimit ? broken(pathOrName, {}, true) : output.error();
    }
    const std::vector<PythonTool> tools = parsePythons(*output);
    if (tools.empty())
        return missing(pathOrName);
    if (tools.front().works())
        return tools.front();
    const QList<QByteArray> words = output->trimmed().split('\t');
    return broken(tools.front().path, QString::fromUtf8(words.value(3)), words.value(2) == "hangs");
}

Result<std::vector<CondaTool>> detectCondaTools(EnvironmentHost &host, const CancelToken &cancel)
{
    const auto output =
        host.runScript(askingScript(u"condatools.sh"_s), {QString::number(probeSeconds * 2)}, searchLimit, cancel);
    if (!output)
        return output.error();
    return parseCondaTools(*output);
}

} // namespace mooring
