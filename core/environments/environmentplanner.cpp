#include "core/environments/environmentplanner.h"

#include "core/base/jsontext.h"
#include "core/environments/containerplan.h"
#include "core/environments/environmentbuild.h"
#include "core/environments/pythontools.h"
#include "core/environments/remotescript.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mooring {

namespace {

constexpr auto scriptLimit = 20s;

QString tr(const char *text) { return QCoreApplication::translate("mooring::EnvironmentPlanner", text); }

Result<PythonTool> recentPython(EnvironmentHost &host, const QString &name, const CancelToken &cancel)
{
    auto tool = probePython(host, name, cancel);
    if (tool && !tool->isRecentEnough()) {
        return Error::usage(u"environment.pythonTooOld"_s,
                            tr("%1 is Python %2. Runs need Python 3.6 or later.").arg(tool->path, tool->version))
            .withFix(tr("Choose another interpreter."));
    }
    return tool;
}

Result<PythonTool> defaultPython(EnvironmentHost &host, const CancelToken &cancel)
{
    auto tool = recentPython(host, u"python3"_s, cancel);
    if (!tool && tool.error().code == u"environment.noPython"_s) {
        return Error::usage(u"environment.noPython"_s, tr("There is no python3 on this target's PATH."))
            .withFix(u"sudo apt install python3"_s);
    }
    return tool;
}

EnvironmentPlan interpreterPlan(const PythonTool &tool, const QString &reason)
{
    EnvironmentPlan plan;
    plan.kind = EnvironmentPlan::Kind::Interpreter;
    plan.python = tool.path;
    plan.reason = reason;
    plan.description = {{"tool", "python"}, {"version", toStd(tool.version)}, {"realPath", toStd(tool.real)}};
    return plan;
}

EnvironmentPlan planForNothing()
{
    EnvironmentPlan plan;
    plan.reason = tr("not a Python script");
    return plan;
}

/// A path with a slash may be relative to the source folder; a bare name and "~/" are the host's business.
QString interpreterName(const QString &value, const QString &sourceFolder)
{
    if (!value.contains(u'/') || value.startsWith(u'/') || value.startsWith(u"~/"_s))
        return value;
    return QDir::cleanPath(QDir(sourceFolder).absoluteFilePath(value));
}

Result<> chooseVenvTool(EnvironmentBuild &build, EnvironmentHost &host, const CancelToken &cancel)
{
    const auto python = defaultPython(host, cancel);
    if (!python)
        return python.error();
    if (!python->canMakeVenv) {
        const QString package = u"python%1-venv"_s.arg(python->version.section(u'.', 0, 1));
        return Error::usage(u"environment.noEnsurepip"_s, tr("%1 cannot make environments: its module ensurepip is "
                                                             "missing. On Debian and Ubuntu the package %2 brings it.")
                                                              .arg(python->path, package))
            .withFix(u"sudo apt install "_s + package);
    }
    build.toolName = u"venv"_s;
    build.toolPath = python->path;
    build.python = python->version;
    return {};
}

Result<> chooseCondaTool(EnvironmentBuild &build, EnvironmentHost &host, const CancelToken &cancel)
{
    const auto tools = detectCondaTools(host, cancel);
    if (!tools)
        return tools.error();
    if (tools->empty()) {
        return Error::usage(u"environment.noConda"_s,
                            tr("%1 is a conda file, and this target has no tool that builds it.")
                                .arg(build.file.files.front().name))
            .withCause(tr("Looked for micromamba, mamba and conda: in MAMBA_EXE and CONDA_EXE, on PATH, in "
                          "~/.local/bin, ~/miniforge3, ~/miniconda3, ~/anaconda3, /opt/conda and /opt/miniconda."))
            .withFix(tr("Install micromamba or Miniforge there, or give a requirements.txt."));
    }
    build.toolName = tools->front().name;
    build.toolPath = tools->front().path;
    return {};
}

/// What the host knows already: whether the environment is there, and the last content of the same file.
struct KnownState
{
    bool complete = false;
    bool unfinished = false;
    Json lastIndex;
};

Result<KnownState> askState(const EnvironmentBuild &build, EnvironmentHost &host, const CancelToken &cancel)
{
    const auto output = host.runScript(remoteScript(u"environments.sh"_s),
                                       {u"state"_s, build.folder, build.key(), build.indexName()}, scriptLimit, cancel);
    if (!output)
        return output.error();
    const qsizetype end = output->indexOf('\n');
    KnownState state;
    state.complete = output->left(end) == "complete";
    state.unfinished = output->left(end) == "unfinished";
    if (end >= 0) {
        state.lastIndex = readJson(output->mid(end + 1));
        if (state.lastIndex.is_discarded())
            state.lastIndex = Json();
    }
    return state;
}

Result<EnvironmentPlan> planBuild(const QString &name, const QString &sourceFolder, EnvironmentHost &host,
                                  JobContext &context)
{
    const CancelToken &cancel = context.cancelToken();
    EnvironmentBuild build;
    build.folder = host.environmentsFolder();
    auto file = readEnvironmentFile(name, sourceFolder);
    if (!file)
        return file.error();
    build.file = std::move(*file);
    const bool conda = build.file.kind == EnvironmentFile::Kind::Conda;
    if (auto chosen = conda ? chooseCondaTool(build, host, cancel) : chooseVenvTool(build, host, cancel); !chosen)
        return chosen.error();
    const auto platform = host.runScript(remoteScript(u"environments.sh"_s), {u"platform"_s}, scriptLimit, cancel);
    if (!platform)
        return platform.error();
    build.platform = QString::fromUtf8(platform->trimmed());
    const auto state = askState(build, host, cancel);
    if (!state)
        return state.error();

    EnvironmentPlan plan;
    plan.kind = conda ? EnvironmentPlan::Kind::Conda : EnvironmentPlan::Kind::Venv;
    plan.key = build.key();
    plan.folder = build.folder + u'/' + plan.key;
    plan.python = plan.folder + u"/bin/python"_s;
    plan.reused = state->complete;
    plan.reason =
        state->complete ? tr("reused: same content") : buildReason(build, state->lastIndex, state->unfinished);
    plan.buildScript = build.script();
    plan.description = build.record();
    plan.description["version"] = textOrNull(build.python);
    plan.description.erase("python"); // the plan's own "python" is the interpreter to run with
    plan.description["variables"] = build.file.variables;
    return plan;
}

} // namespace

Result<EnvironmentPlan> planEnvironment(const EnvironmentChoice &choice, const QString &sourceFolder, bool pythonScript,
                                        EnvironmentHost &host, JobContext &context)
{
    const CancelToken &cancel = context.cancelToken();
    switch (choice.kind) {
    case EnvironmentChoice::Kind::Default: {
        if (!pythonScript)
            return planForNothing();
        const auto tool = defaultPython(host, cancel);
        if (!tool)
            return tool.error();
        return interpreterPlan(*tool, tr("Python %1, the python3 of the target").arg(tool->version));
    }
    case EnvironmentChoice::Kind::Python: {
        const auto tool = recentPython(host, interpreterName(choice.value, sourceFolder), cancel);
        if (!tool)
            return tool.error();
        return interpreterPlan(*tool, tr("Python %1, as chosen").arg(tool->version));
    }
    case EnvironmentChoice::Kind::File:
        return planBuild(choice.value, sourceFolder, host, context);
    case EnvironmentChoice::Kind::Image:
        return planContainer(choice.value, host, cancel);
    }
    return planForNothing();
}

} // namespace mooring
