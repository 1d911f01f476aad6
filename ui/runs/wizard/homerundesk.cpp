#include "ui/runs/wizard/homerundesk.h"

#include "core/environments/environmentplanner.h"
#include "core/environments/pythontools.h"
#include "core/runs/runservice.h"
#include "core/runs/runwatcher.h"
#include "core/targets/targetservice.h"
#include "core/workspace/workspace.h"
#include "ui/context/appcontext.h"
#include "ui/workspace/stateglyphs.h"
#include "ui/workspace/workspacecontent.h"

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

using Kind = EnvironmentChoice::Kind;

QString versionAndPath(const PythonTool &python)
{
    return HomeRunDesk::tr("Python %1, %2", "version, path").arg(python.version, python.path);
}

QString foundText(const std::vector<PythonTool> &pythons, const std::vector<CondaTool> &condas, const QString &target)
{
    QStringList lines;
    for (const PythonTool &python : pythons)
        lines << (python.works() ? versionAndPath(python)
                                 : HomeRunDesk::tr("%1: %2", "path, what is wrong").arg(python.path, python.problem));
    for (const CondaTool &conda : condas)
        lines << HomeRunDesk::tr("%1 %2, %3", "tool, version, path").arg(conda.name, conda.version, conda.path);
    if (condas.empty())
        lines << HomeRunDesk::tr("No conda tool was found on %1: a conda file cannot be built there.").arg(target);
    return lines.join(u'\n');
}

void addPythons(EnvironmentOffer &offer, const std::vector<PythonTool> &pythons, bool isPython)
{
    if (isPython && !pythons.empty())
        offer.ready.front().help =
            HomeRunDesk::tr("Now Python %1, %2", "version, path").arg(pythons.front().version, pythons.front().path);
    for (size_t i = 1; i < pythons.size(); ++i) {
        const PythonTool &python = pythons[i];
        if (python.works() && python.isRecentEnough())
            offer.ready.push_back(
                {{Kind::Python, python.path}, python.path, HomeRunDesk::tr("Python %1").arg(python.version)});
    }
}

/// "Warning: Docker": with what of the last check is to be looked at.
QString stateOf(const TargetRecord &record)
{
    if (!record.lastCheck)
        return HomeRunDesk::tr("Not checked yet");
    QStringList troubled;
    for (const RungResult &rung : record.lastCheck->rungs) {
        if (rung.verdict == Verdict::Warned || rung.verdict == Verdict::Failed)
            troubled << rung.title;
    }
    const QString state = targetStateText(record.state());
    return troubled.isEmpty()
               ? state
               : HomeRunDesk::tr("%1: %2", "a state, names of checks").arg(state, troubled.join(u", "_s));
}

/// The reason stands alone, as a title.
QString titleOf(const QString &reason) { return reason.left(1).toUpper() + reason.mid(1); }

EnvironmentForecast forecastOf(const EnvironmentPlan &plan)
{
    switch (plan.kind) {
    case EnvironmentPlan::Kind::None:
        return {Glyph::Good, HomeRunDesk::tr("No Python is needed"), HomeRunDesk::tr("Nothing is built or installed.")};
    case EnvironmentPlan::Kind::Interpreter:
        return {Glyph::Good, plan.reason,
                HomeRunDesk::tr("Runs with %1. Nothing is built or installed.", "a path").arg(plan.python)};
    case EnvironmentPlan::Kind::Container:
        return {Glyph::Good, plan.reason,
                HomeRunDesk::tr("Runs in a container of %1. Nothing is installed on the machine.", "an image")
                    .arg(plan.image)};
    case EnvironmentPlan::Kind::Venv:
    case EnvironmentPlan::Kind::Conda:
        break;
    }
    if (plan.reused)
        return {Glyph::Good, titleOf(plan.reason),
                HomeRunDesk::tr("Nothing is built. It is in %1.", "a folder").arg(plan.folder)};
    return {Glyph::NotBegun, titleOf(plan.reason),
            HomeRunDesk::tr("%n packages are asked for. When the run starts, %1 builds it in %2; its log is on the "
                            "run's page.",
                            nullptr, int(stringsAt(plan.description, "packages").size()))
                .arg(stringAt(plan.description, "tool"), plan.folder)};
}

} // namespace

QString HomeRunDesk::defaultTarget() const { return RunSettings().target; }

QString HomeRunDesk::targetTitle(const QString &target) const { return mooring::targetTitle(target, m_context.kinds); }

QStringList HomeRunDesk::whatHappens() const
{
    return {tr("The files are copied into the run's own folder."),
            tr("The environment is built, if it is not there yet."),
            tr("The script starts there. Its log, metrics and outputs are on the run's page."),
            tr("It goes on when this window is closed.")};
}

EnvironmentOffer HomeRunDesk::firstOffer(const RunSettings &settings) const
{
    const bool isPython = settings.script.isEmpty() || settings.script.endsWith(u".py"_s);
    EnvironmentOffer offer;
    offer.readyTitle = tr("Use a Python that is there");
    offer.ready.push_back({{},
                           isPython ? tr("The target's own python3") : tr("The script brings what it needs"),
                           isPython ? QString() : tr("The script is not a Python file.")});
    offer.typed = {{Kind::Python,
                    {},
                    tr("Another interpreter"),
                    tr("path or name, such as python3.11"),
                    tr("Name the interpreter.")},
                   {Kind::Image, tr("Run in a container"), tr("An image, with Docker on the target"),
                    tr("its name, such as python:3.11-slim"), tr("Name the image.")}};
    offer.fileHelp = tr("In the source folder. Built once, used again while its content stays the same.");
    offer.found = tr("Being looked for");
    return offer;
}

void HomeRunDesk::begun()
{
    if (m_context.watcher)
        m_context.watcher->nudge();
}

TargetChoices HomeRunDesk::targets()
{
    TargetChoices choices;
    const auto records = m_context.targets.targets();
    if (!records) {
        choices.problem = records.error().text();
        return choices;
    }
    for (const TargetRecord &record : *records) {
        const TargetKind *kind = m_context.kinds.find(record.kind);
        if (kind && !kind->capabilities().training)
            continue;
        const QString title = targetTitle(record.name), kindTitle = kind ? kind->title() : record.kind;
        const QString state = stateOf(record);
        choices.targets.push_back({record.name,
                                   title,
                                   title == kindTitle ? state : u"%1, %2"_s.arg(kindTitle, state),
                                   {},
                                   record.state() != u"failed"_s});
    }
    return choices;
}

Result<RunSettings> HomeRunDesk::settingsOf(const QString &run)
{
    const auto found = m_context.workspace.resolveRun(run);
    return found ? Result<RunSettings>(found->settings) : Result<RunSettings>(found.error());
}

Result<FilesReport> HomeRunDesk::files(const QString &source, JobContext &job)
{
    return makeFilesReport(source, m_context.workspace, m_context.runs, job);
}

EnvironmentOffer HomeRunDesk::offer(const RunSettings &settings)
{
    EnvironmentOffer offer = firstOffer(settings);
    const auto host = m_context.targets.hostOf(settings.target);
    const CancelToken never; // both have limits of their own
    const auto pythons = host ? detectPythons(**host, never) : Result<std::vector<PythonTool>>(host.error());
    const auto condas = pythons ? detectCondaTools(**host, never) : Result<std::vector<CondaTool>>(pythons.error());
    if (!condas) {
        offer.found = condas.error().text();
        return offer;
    }
    addPythons(offer, *pythons, settings.script.endsWith(u".py"_s));
    offer.found = foundText(*pythons, *condas, targetTitle(settings.target));
    return offer;
}

Result<EnvironmentForecast> HomeRunDesk::forecast(const RunSettings &settings, JobContext &job)
{
    const auto host = m_context.targets.hostOf(settings.target);
    if (!host)
        return host.error();
    const auto plan =
        planEnvironment(settings.environment, settings.source, settings.script.endsWith(u".py"_s), **host, job);
    return plan ? Result<EnvironmentForecast>(forecastOf(*plan)) : Result<EnvironmentForecast>(plan.error());
}

Result<QString> HomeRunDesk::submit(const RunSettings &settings, JobContext &job)
{
    const auto run = m_context.runs.submit(settings, job);
    return run ? Result<QString>(run->id) : Result<QString>(run.error());
}

} // namespace mooring
