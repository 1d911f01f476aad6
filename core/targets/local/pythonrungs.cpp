#include "core/targets/local/localrungs.h"

#include "core/environments/pythontools.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Local", text); }

Json toJson(const PythonTool &python)
{
    return {{"path", toStd(python.path)},
            {"version", textOrNull(python.version)},
            {"venv", python.canMakeVenv},
            {"problem", textOrNull(python.problem)}};
}

RungResult describePythons(const std::vector<PythonTool> &pythons, const QString &asked)
{
    Json list = Json::array();
    QStringList versions, problems;
    bool hasVenv = false;
    for (const PythonTool &python : pythons) {
        list.push_back(toJson(python));
        if (python.works())
            versions << python.version;
        else
            problems << u"%1: %2"_s.arg(python.path, python.problem);
        hasVenv = hasVenv || (python.works() && python.canMakeVenv);
    }
    versions.removeDuplicates();
    const Json facts{{"pythons", std::move(list)}};
    if (versions.isEmpty()) {
        return RungResult::of(Verdict::Failed, asked, problems.isEmpty() ? tr("none found") : problems.join(u"; "_s))
            .withFixCommand(u"sudo apt-get install python3 python3-venv"_s)
            .withFacts(facts);
    }
    QString answer = versions.join(u", "_s);
    if (!hasVenv)
        answer = tr("%1, without venv").arg(answer);
    if (!problems.isEmpty())
        answer += u"; "_s + problems.join(u"; "_s);
    auto result =
        RungResult::of(problems.isEmpty() ? Verdict::Passed : Verdict::Warned, asked, answer).withFacts(facts);
    return hasVenv ? std::move(result) : std::move(result).withFixCommand(u"sudo apt-get install python3-venv"_s);
}

/// What could not be looked at is a warning: it says nothing about what is there.
RungResult notLooked(const QString &asked, const Error &error)
{
    return RungResult::of(Verdict::Warned, asked, error.text());
}

RungResult lookForPythons(const HostMaker &makeHost, JobContext &context)
{
    const QString asked = u"python3 -c 'import sys; …'"_s;
    const auto host = makeHost ? makeHost() : nullptr;
    if (!host)
        return RungResult::of(Verdict::Skipped, asked, tr("no place for runs"));
    const auto pythons = detectPythons(*host, context.cancelToken());
    return pythons ? describePythons(*pythons, asked) : notLooked(asked, pythons.error());
}

RungResult lookForConda(const HostMaker &makeHost, JobContext &context)
{
    const QString asked = u"micromamba, mamba, conda --version"_s;
    const auto host = makeHost ? makeHost() : nullptr;
    if (!host)
        return RungResult::of(Verdict::Skipped, asked, tr("no place for runs"));
    const auto tools = detectCondaTools(*host, context.cancelToken());
    if (!tools)
        return notLooked(asked, tools.error());
    Json list = Json::array();
    QStringList names;
    for (const CondaTool &tool : *tools) {
        list.push_back({{"name", toStd(tool.name)}, {"path", toStd(tool.path)}, {"version", textOrNull(tool.version)}});
        names << (tool.version.isEmpty() ? tool.name : tool.name + u' ' + tool.version);
    }
    const Json facts{{"condaTools", std::move(list)}};
    return names.isEmpty() ? RungResult::of(Verdict::Skipped, asked, tr("none found")).withFacts(facts)
                           : RungResult::of(Verdict::Passed, asked, names.join(u", "_s)).withFacts(facts);
}

} // namespace

Rung pythonRung(const HostMaker &makeHost)
{
    return {u"python"_s,
            tr("Python"),
            [makeHost](const Json &, JobContext &context) { return lookForPythons(makeHost, context); },
            true,
            {}};
}

Rung condaRung(const HostMaker &makeHost)
{
    return {u"conda"_s,
            tr("Conda tools"),
            [makeHost](const Json &, JobContext &context) { return lookForConda(makeHost, context); },
            true,
            {}};
}

} // namespace mooring
