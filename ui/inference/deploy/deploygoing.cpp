// What goes on: the deployment, its pages and its end.
#include "core/base/text.h"
#include "core/inference/endpointservice.h"
#include "core/jobs/background.h"
#include "core/jobs/job.h"
#include "ui/context/appcontext.h"
#include "ui/context/draftshelf.h"
#include "ui/context/openworkspace.h"
#include "ui/inference/deploy/buildstep.h"
#include "ui/inference/deploy/deploydone.h"
#include "ui/inference/deploy/deployform.h"
#include "ui/inference/deploy/deployphases.h"
#include "ui/inference/deploy/deploywizard.h"
#include "ui/inference/deploy/initcause.h"
#include "ui/inference/deploy/startstep.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formrow.h"
#include "ui/widgets/navigator.h"
#include "ui/workspace/workspacecontent.h"

using namespace Qt::StringLiterals;

namespace mooring {

void DeployWizard::next(int step)
{
    if (step == DonePage)
        return m_context.navigator.go(routeTo("endpoint", m_done));
    if (step != SettingsPage)
        return goesOn() ? void() : start();
    if (const FormRow *wrong = m_form->checkAll())
        return setFooterNote(Glyph::Failed, u"%1: %2"_s.arg(wrong->label(), wrong->error()));
    start();
}

void DeployWizard::back(int step)
{
    if (step == BuildPage || step == StartPage)
        setStep(SettingsPage);
}

void DeployWizard::enter(int)
{
    m_phases->setVisible(m_feed && (step() == BuildPage || step() == StartPage));
    showHeader();
    showFooter();
}

void DeployWizard::start()
{
    if (goesOn())
        return;
    m_error.reset();
    follow(DeployFeed::start(m_context, m_route, m_draft.request()));
    keepDraft();
}

void DeployWizard::follow(DeployFeed *feed)
{
    m_feed = feed;
    m_live = true;
    const QString &runner = feed->request().settings.runner;
    m_build->clear(runner == u"docker", runner == u"aci" ? tr("Provisioning log") : tr("Build log"));
    m_start->clear();
    m_build->addLines(feed->job()->lines());
    connect(feed, &DeployFeed::changed, this, &DeployWizard::showFeed);
    connect(feed->job(), &Job::linesAdded, this, [this, job = feed->job()](int count) {
        const auto &lines = job->lines();
        m_build->addLines(
            std::vector<LogLine>(lines.end() - std::min<qsizetype>(count, qsizetype(lines.size())), lines.end()));
    });
    connect(feed->job(), &Job::finished, this, &DeployWizard::ended);
    m_second.start();
    setStep(BuildPage);
    showFeed();
}

void DeployWizard::showFeed()
{
    if (!m_feed || step() == DonePage)
        return;
    const DeployEnd end = m_live    ? DeployEnd::GoesOn
                          : m_error ? m_error->kind == ErrorKind::Canceled ? DeployEnd::Canceled : DeployEnd::Failed
                                    : DeployEnd::Succeeded;
    const bool isInit = m_error && m_error->code == u"endpoint.initFailed";
    m_phases->setCells(deployPhaseCells(*m_feed, end, isInit ? tr("init() failed") : QString()));
    m_build->showFeed(*m_feed, m_live);
    m_start->showFeed(*m_feed, m_live);
    // In a cloud the start is what Azure does, which the build page tells.
    const bool isCloud = m_feed->request().settings.runner == u"aci";
    // Without Docker the environment is built after the start: what is looked at follows what goes on.
    const bool starts =
        m_feed->state().current >= int(isCloud ? DeployWatch::Phase::Healthy : DeployWatch::Phase::Start);
    if (m_live && step() == BuildPage && starts)
        setStep(StartPage);
    else if (m_live && step() == StartPage && !starts)
        setStep(BuildPage);
    if (!m_live)
        m_second.stop();
}

void DeployWizard::ended()
{
    m_live = false;
    const Job *job = m_feed ? m_feed->job() : nullptr;
    if (!job)
        return;
    m_context.openWorkspace.noteChange(); // what Azure has now is in the tree of its workspace too
    const std::optional<EndpointRecord> record = m_feed->record();
    if (job->state() == Job::State::Succeeded && record)
        succeeded(*record);
    else
        failed(job->error());
}

void DeployWizard::succeeded(const EndpointRecord &record)
{
    const bool looking = isVisible(); // who went elsewhere is not fetched back
    m_done = record.name;
    m_isOver = looking;
    m_doneStep->setEndpoint(record, shellCommand(m_feed->request().toCommand()));
    setStep(DonePage);
    m_context.drafts.remove(m_route);
    if (looking)
        m_context.navigator.go(routeTo("endpoint", m_done));
}

void DeployWizard::failed(const Error &error)
{
    m_error = error;
    const std::optional<EndpointRecord> record = m_feed->record();
    const EndpointVersion *tried = record ? record->latest() : nullptr;
    const int phase = m_feed->state().current;
    if (tried && phase >= 0)
        m_draft.replace = true; // the name is ours now: another try is its next version
    const bool canceled = error.kind == ErrorKind::Canceled;
    const bool isCloud = m_feed->request().settings.runner == u"aci";
    const auto starts = isCloud ? DeployWatch::Phase::Healthy : DeployWatch::Phase::Start;
    if (phase < int(DeployWatch::Phase::Build) && !canceled) {
        m_failedIn = SettingsPage;
        setStep(SettingsPage);
        setFooterNote(Glyph::Failed, error.text());
    } else if (phase < int(starts) || error.code == u"endpoint.buildFailed") {
        m_failedIn = BuildPage;
        m_build->showFailure(canceled ? Error::failed(error.code, tr("The build was stopped.")) : error,
                             stringAt(error.detail, "remedy") == u"networkSettings");
        setStep(BuildPage);
    } else {
        m_failedIn = StartPage;
        setStep(StartPage);
        m_start->showStatement(Glyph::Failed, {});
        if (!canceled && tried && tried->failure)
            showInitCause(*tried, error);
        else
            m_start->showError(canceled ? Error::failed(error.code, tr("The start was stopped.")) : error);
        const DeployFeed::State &state = m_feed->state();
        const bool isDocker = m_feed->request().settings.runner == u"docker";
        const QString kept = isCloud
                                 ? tr("Its container group is gone from Azure, its log is kept; nothing was replaced.")
                             : isDocker ? tr("The failed container is gone, its log is kept; nothing was replaced.")
                                        : tr("The failed process has ended, its log is kept; nothing was replaced.");
        const QString old = servingText(state);
        m_start->showStatement(old.isEmpty() ? Glyph::LeftOut : Glyph::Serving,
                               old.isEmpty() ? kept : old + u' ' + kept);
    }
    m_form->showDraft();
    showFeed();
    keepDraft();
    showHeader();
    showFooter();
}

void DeployWizard::showInitCause(const EndpointVersion &version, const Error &error)
{
    const auto read = [version] { return readInitCause(version, {}); }; // it ran just now
    inBackground(this, read, [this, error](const std::optional<CauseView> &cause) {
        if (step() != StartPage || goesOn())
            return;
        if (cause)
            m_start->showCause(*cause);
        else
            m_start->showError(error);
    });
}

QString DeployWizard::engineText() const
{
    if (m_draft.isCloud())
        return tr("To Azure Container Instances, with the workspace %1.").arg(m_draft.workspace);
    if (!m_draft.isDocker())
        return tr("As a process on this computer, without Docker.");
    const auto &docker = m_look.docker();
    if (!docker)
        return tr("To local Docker.");
    if (!*docker)
        return docker->error().message;
    const QString engine =
        (*docker)->isPodman ? tr("podman %1").arg((*docker)->version) : tr("Engine %1").arg((*docker)->version);
    return (*docker)->isRootless ? tr("To local Docker: %1, rootless, on this computer.").arg(engine)
                                 : tr("To local Docker: %1, on this computer.").arg(engine);
}

void DeployWizard::showHeader()
{
    const QString name = m_feed ? m_feed->request().settings.name : m_draft.name.trimmed();
    const bool failed = m_error && !goesOn();
    switch (step()) {
    case SettingsPage:
        header()->setTitle(m_endpoint.isEmpty() ? tr("Deploy a model")
                                                : tr("A new version of %1", "an endpoint").arg(m_endpoint));
        header()->setFacts({engineText()});
        break;
    case BuildPage:
        header()->setTitle(failed ? tr("%1 was not built", "an endpoint").arg(name)
                                  : tr("Building %1", "an endpoint").arg(name));
        header()->setFacts({failed
                                ? tr("Nothing was replaced.")
                                : tr("You can leave this page, the build goes on. Nothing is replaced before the new "
                                     "one is healthy.")});
        break;
    case StartPage:
        header()->setTitle(failed ? tr("%1 did not start", "an endpoint").arg(name)
                                  : tr("Starting %1", "an endpoint").arg(name));
        header()->setFacts(
            {!failed ? tr("You can leave this page, the start goes on. Nothing is replaced before the new "
                          "one is healthy.")
             : m_error->code == u"endpoint.initFailed"
                 ? (m_draft.isDocker() ? tr("The image is fine. Its scoring script failed in init().")
                                       : tr("The environment is fine. The scoring script failed in init()."))
                 : tr("Nothing was replaced.")});
        break;
    default:
        header()->setTitle(tr("%1 is deployed", "an endpoint").arg(m_done));
        header()->setFacts({tr("It goes on when this window is closed.")});
        break;
    }
}

void DeployWizard::showFooter()
{
    const bool live = goesOn();
    const bool retries = !live && m_error && step() == m_failedIn && step() != SettingsPage;
    m_stop->setVisible(live);
    m_stop->setText(step() == BuildPage ? tr("Stop the build") : tr("Stop"));
    m_cancel->setVisible(!live && step() == SettingsPage);
    m_another->setVisible(step() == DonePage);
    backButton()->setVisible(!live && (step() == BuildPage || step() == StartPage));
    nextButton()->setEnabled(!live);
    nextButton()->setIconName(retries ? u"view-refresh"_s : QString());
    if (step() == DonePage)
        setNextText(tr("Open the endpoint"));
    else if (step() == SettingsPage)
        setNextText(m_draft.isDocker() ? tr("Build and start") : tr("Deploy"));
    else
        setNextText(retries ? tr("Retry") : tr("Next"));
    if (retries && step() == StartPage)
        setFooterNote(Glyph::LeftOut, m_draft.isCloud() ? tr("What the store has already is not sent again.")
                                      : m_draft.isDocker()
                                          ? tr("Only the code is copied again, nothing is rebuilt.")
                                          : tr("Only the code is copied again; the environment is there."));
    else if (step() == SettingsPage && !live && !m_error)
        setFooterNote(Glyph::NotBegun, tr("Leaving keeps a draft."));
}

} // namespace mooring
