#include "ui/azure/runs/mlrundesk.h"

#include "core/azure/mlruns/codeupload.h"
#include "core/azure/mlruns/mlenvironment.h"
#include "core/base/text.h"
#include "ui/azure/targets/mltargetlook.h"
#include "ui/context/openworkspace.h"

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

TargetChoice choiceOf(const MlTarget &target)
{
    const MlTargetLook look = MlTargetLook::of(target);
    TargetChoice choice{target.record.name, target.record.name, {}, {}, target.state() != u"failed"_s};
    choice.help = u"%1, %2, %3"_s.arg(target.kind ? target.kind->title() : look.type, look.state, look.cost);
    if (!target.compute)
        choice.reason = MlRunDesk::tr("Azure ML does not know it, it is Mooring's own record.");
    else if (!target.takesJobs())
        choice.reason = MlRunDesk::tr("Azure ML runs no command jobs on it (%1).", "a computeType").arg(look.type);
    return choice;
}

} // namespace

QStringList mlCommand(const QString &workspace, const RunSettings &settings)
{
    const QStringList words = settings.toCommand();
    return words.mid(0, 1) + QStringList{u"--workspace"_s, workspace} + words.mid(1);
}

QString mlEnvironmentText(const EnvironmentChoice &choice)
{
    return choice.kind == EnvironmentChoice::Kind::Default ? MlRunDesk::tr("Azure ML's own image") : choice.value;
}

QStringList MlRunDesk::command(const RunSettings &settings) const { return mlCommand(workspace(), settings); }

QStringList MlRunDesk::whatHappens() const
{
    return {tr("The files go to the storage of the workspace, once for each content."),
            tr("The environment is made in the workspace, if it is not there yet."),
            tr("Azure ML starts the script on the target. Its log, metrics and outputs are on the run's page."),
            tr("It goes on when this window is closed. The machines that it uses cost.")};
}

EnvironmentOffer MlRunDesk::firstOffer(const RunSettings &) const
{
    EnvironmentOffer offer;
    offer.readyTitle = tr("Use an image as it is");
    offer.ready.push_back({{}, tr("Azure ML's own image"), defaultMlImage()});
    offer.typed = {{EnvironmentChoice::Kind::Image,
                    {},
                    tr("Another image"),
                    tr("name and tag, such as python:3.11"),
                    tr("Name the image.")}};
    offer.fileHelp = tr("In the source folder. Built once on Azure ML's own image, used again while its content stays "
                        "the same.");
    return offer;
}

void MlRunDesk::begun() { m_open.noteChange(); }

TargetChoices MlRunDesk::targets()
{
    TargetChoices choices;
    const MlSeen seen = seeTargets(*m_workplace);
    if (seen.error)
        choices.problem = seen.at.isValid()
                              ? tr("As of %1. %2", "a time, why not newer").arg(humanTime(seen.at), seen.error->text())
                              : seen.error->text();
    for (const MlTarget &target : seen.targets)
        choices.targets.push_back(choiceOf(target));
    return choices;
}

Result<RunSettings> MlRunDesk::settingsOf(const QString &run)
{
    const auto session = m_workplace->session();
    if (!session)
        return session.error();
    const auto found = (*session)->runs.find(run, {});
    return found ? Result<RunSettings>(found->settings) : Result<RunSettings>(found.error());
}

Result<FilesReport> MlRunDesk::files(const QString &source, JobContext &job)
{
    auto plan = planCode(source, job);
    if (!plan)
        return plan.error();
    FilesReport report;
    report.plan = std::move(*plan);
    report.isCompared = false;
    return Result<FilesReport>(std::move(report));
}

Result<EnvironmentForecast> MlRunDesk::forecast(const RunSettings &settings, JobContext &job)
{
    const auto session = m_workplace->session();
    if (!session)
        return session.error();
    const auto found = findEnvironment(*(*session)->client, settings.environment, settings.source, job.cancelToken());
    if (!found)
        return found.error();
    EnvironmentForecast forecast{
        found->isThere ? Glyph::Good : Glyph::NotBegun,
        found->isThere ? tr("in the workspace already") : tr("new in the workspace"),
        tr("Runs in a container of %1. Nothing is built.", "an image").arg(stringAt(found->body, "image"))};
    if (found->body.contains("condaFile"))
        forecast.text = found->isThere ? tr("It was asked for before: Azure ML uses its image again.")
                                       : tr("Azure ML builds its image before the run starts, which can take some "
                                            "minutes.");
    return forecast;
}

Result<QString> MlRunDesk::submit(const RunSettings &settings, JobContext &job)
{
    const auto session = m_workplace->session();
    if (!session)
        return session.error();
    const auto run = (*session)->runs.submit(settings, job);
    return run ? Result<QString>(run->id) : Result<QString>(run.error());
}

} // namespace mooring
