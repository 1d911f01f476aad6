// What is described: the settings, their draft, and what they are filled with.
#include "ui/inference/deploy/deploywizard.h"

#include "core/inference/endpointservice.h"
#include "core/jobs/background.h"
#include "core/jobs/job.h"
#include "core/workspace/workspace.h"
#include "ui/context/appcontext.h"
#include "ui/context/draftshelf.h"
#include "ui/context/openworkspace.h"
#include "ui/context/pageregistry.h"
#include "ui/inference/deploy/buildstep.h"
#include "ui/inference/deploy/deploydone.h"
#include "ui/inference/deploy/deployform.h"
#include "ui/inference/deploy/deployside.h"
#include "ui/inference/deploy/startstep.h"
#include "ui/widgets/button.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/phasebar.h"
#include "ui/widgets/tokens.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

DeployWizard::DeployWizard(const AppContext &context, const QString &route, QWidget *parent)
    : WizardPage(parent),
      m_context(context),
      m_route(route),
      m_look(context),
      m_phases(new PhaseBar),
      m_form(new DeployForm(m_draft, m_look)),
      m_side(new DeploySide),
      m_build(new BuildStepPage),
      m_start(new StartStep),
      m_doneStep(new DeployDoneStep)
{
    setObjectName(u"deployWizard"_s);
    makeSteps();
    makeFooterActs();
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &DeployWizard::showFeed);
    connect(m_form, &DeployForm::edited, this, &DeployWizard::edited);
    connect(m_form, &DeployForm::dockerSettingsWanted, this,
            [this] { m_context.navigator.go(u"settings?section=docker"_s); });
    connect(m_side, &DeploySide::editWanted, this, &DeployWizard::writeDockerfile);
    connect(m_build, &BuildStepPage::networkWanted, this, [this] {
        m_draft.networkSettings = true;
        m_form->showDraft();
        start();
    });
    connect(&m_look, &DeployLook::looked, this, [this] {
        m_form->showLook();
        m_side->show(m_draft, m_look);
    });
    connect(&m_look, &DeployLook::lookedAround, this, [this] {
        suggest();
        m_form->showLook();
        m_side->show(m_draft, m_look);
        showHeader();
        showFooter(); // the suggestion may be another way to run it
    });
    connect(&context.drafts, &DraftShelf::discarded, this, [this](const QString &discarded) {
        if (discarded == m_route && !goesOn() && step() != DonePage)
            startOver();
    });
    connect(this, &WizardPage::nextRequested, this, &DeployWizard::next);
    connect(this, &WizardPage::backRequested, this, &DeployWizard::back);
    connect(this, &WizardPage::stepChanged, this, &DeployWizard::enter);
    setStep(SettingsPage);
    restore();
}

DeployWizard::~DeployWizard()
{
    delete m_form; // it writes into the draft, also when the focus leaves it at the very end
}

void DeployWizard::makeSteps()
{
    m_phases->setObjectName(u"deployPhases"_s);
    m_phases->hide();
    aboveBody()->addWidget(m_phases);
    addStep(tr("Settings"), m_form, sideColumn(m_side, 352, SideGround::Note));
    addStep(tr("Build"), m_build);
    addStep(tr("Start"), m_start);
    addStep(tr("Done"), m_doneStep);
}

void DeployWizard::makeFooterActs()
{
    m_stop = edgeButton(tr("Stop"), u"media-playback-stop"_s);
    m_stop->setObjectName(u"stopDeploy"_s);
    connect(m_stop, &QAbstractButton::clicked, this, [this] {
        if (m_feed)
            m_feed->job()->cancel();
    });
    addFooterLeft(m_stop);
    m_cancel = edgeButton(tr("Cancel"));
    m_cancel->setObjectName(u"cancelDeploy"_s);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        m_context.drafts.remove(m_route);
        startOver();
        m_context.navigator.back();
    });
    m_another = edgeButton(tr("Deploy another…"));
    m_another->setObjectName(u"deployAnother"_s);
    connect(m_another, &QAbstractButton::clicked, this, &DeployWizard::startOver);
    for (Button *button : {m_cancel, m_another})
        addFooterRight(button);
}

void DeployWizard::restore()
{
    m_run = PageRegistry::queryValue(m_route, u"run"_s);
    m_endpoint = PageRegistry::queryValue(m_route, u"endpoint"_s);
    const QString either = PageRegistry::nameOf(m_route);
    const Draft *kept = m_context.drafts.find(m_route);
    if (kept)
        m_draft = DeployDraft::fromJson(kept->content);
    else
        m_draft = blank();
    m_begun = blank();
    m_wasSuggested = kept != nullptr;
    m_form->showDraft();
    m_side->show(m_draft, m_look);
    m_look.look(m_draft);
    if (DeployFeed *feed = DeployFeed::running(m_context, m_route))
        follow(feed);
    const QString name = m_endpoint.isEmpty() ? either : m_endpoint;
    if (name.isEmpty()) {
        if (!kept && !m_run.isEmpty())
            prefillFromRun(m_run);
        return;
    }
    const auto find = [endpoints = &m_context.endpoints, name] { return endpoints->book().findEndpoint(name); };
    inBackground(this, find, [this, kept = kept != nullptr, name](const Result<EndpointRecord> &endpoint) {
        if (endpoint) {
            m_endpoint = name;
            m_form->setNameFixed(true);
            if (!kept)
                prefillFromEndpoint(*endpoint);
            showHeader();
        } else if (m_endpoint.isEmpty()) { // of "deploy/<either>": a run
            m_run = name;
            if (!kept)
                prefillFromRun(name);
        } else {
            setFooterNote(Glyph::Failed, endpoint.error().text());
        }
    });
}

/// In a workspace of Azure ML the model goes there.
DeployDraft DeployWizard::blank() const
{
    DeployDraft draft;
    draft.workspace = m_context.openWorkspace.name();
    if (!draft.workspace.isEmpty())
        draft.runner = u"aci"_s;
    return draft;
}

void DeployWizard::prefillFromEndpoint(const EndpointRecord &endpoint)
{
    DeploymentSettings settings;
    if (const EndpointVersion *newest = endpoint.latest())
        settings = newest->settings;
    settings.name = endpoint.name;
    settings.runner = endpoint.runner;
    if (settings.source.isEmpty())
        settings.score.clear(); // it was made, and will be made again
    settings.port.reset();      // an update keeps its own
    m_draft = DeployDraft::of(settings);
    if (m_draft.workspace.isEmpty())
        m_draft.workspace = m_context.openWorkspace.name();
    m_draft.replace = true;
    m_begun = m_draft;
    m_wasSuggested = true;
    m_form->showDraft();
    m_look.look(m_draft);
}

void DeployWizard::prefillFromRun(const QString &run)
{
    const auto find = [workspace = &m_context.workspace, run] { return workspace->resolveRun(run); };
    inBackground(this, find, [this](const Result<RunRecord> &found) {
        if (!found)
            return setFooterNote(Glyph::Failed, found.error().text());
        m_run = found->id;
        m_draft.name = endpointNameOf(found->name);
        const QString score = found->settings.source + u"/score.py"_s;
        if (!found->settings.source.isEmpty() && QFileInfo(score).isFile())
            m_draft.score = score;
        const EnvironmentChoice &environment = found->settings.environment;
        if (environment.kind == EnvironmentChoice::Kind::File) {
            m_draft.environmentWay = DeployDraft::EnvironmentWay::File;
            m_draft.environmentFile = QDir::cleanPath(QDir(found->settings.source).absoluteFilePath(environment.value));
        }
        m_begun = m_draft;
        m_form->showDraft();
        m_look.lookAround(m_run);
        m_look.look(m_draft);
    });
}

/// What was found is offered once, where nothing was said yet.
void DeployWizard::suggest()
{
    if (m_wasSuggested || !m_look.hasChoices() || !m_look.docker())
        return;
    m_wasSuggested = true;
    const bool untouched = m_draft == m_begun;
    if (m_draft.output.isEmpty()) {
        const std::vector<ModelChoice> &choices = m_look.choices();
        for (const ModelChoice &choice : choices) {
            if (m_run.isEmpty() || choice.run == m_run) {
                m_draft.output = choice.model;
                break;
            }
        }
        if (m_draft.output.isEmpty() && m_run.isEmpty())
            m_draft.modelWay = DeployDraft::ModelWay::Folder;
    }
    if (m_draft.isDocker() && !*m_look.docker() && m_draft.environmentWay != DeployDraft::EnvironmentWay::Image &&
        m_draft.environmentWay != DeployDraft::EnvironmentWay::Dockerfile)
        m_draft.runner = u"process"_s;
    QStringList taken;
    for (const EndpointRecord &each : m_look.endpoints())
        taken << each.name;
    if (m_draft.name == m_begun.name && taken.contains(m_draft.name)) // typed ones are asked about
        m_draft.name = endpointNameOf(m_draft.name, taken);
    if (untouched)
        m_begun = m_draft;
    m_form->showDraft();
    m_look.look(m_draft);
}

void DeployWizard::edited()
{
    if (step() == SettingsPage)
        setFooterNote(Glyph::Failed, {});
    m_side->show(m_draft, m_look);
    m_look.look(m_draft);
    showFooter();
    keepDraft();
}

void DeployWizard::keepDraft()
{
    if (step() == DonePage || (m_draft == m_begun && !goesOn() && !m_error))
        return;
    const QString title = m_draft.name.trimmed().isEmpty() ? tr("New endpoint") : m_draft.name.trimmed();
    const bool live = goesOn();
    m_context.drafts.put({m_route,
                          Draft::Group::Endpoints,
                          title,
                          {},
                          live      ? Glyph::Preparing
                          : m_error ? Glyph::Failed
                                    : Glyph::NotBegun,
                          live      ? tr("Deploying")
                          : m_error ? tr("Failed")
                                    : tr("Draft"),
                          m_draft.toJson()});
}

void DeployWizard::writeDockerfile(const QString &folder)
{
    const auto write = [endpoints = &m_context.endpoints, settings = m_draft.settings(), folder] {
        JobContext context;
        return endpoints->writeDockerfile(settings, folder, context);
    };
    inBackground(this, write, [this](const Result<QString> &path) {
        if (!path)
            return setFooterNote(Glyph::Failed, path.error().text());
        m_draft.environmentWay = DeployDraft::EnvironmentWay::Dockerfile;
        m_draft.dockerfile = *path;
        m_form->showDraft();
        edited();
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(*path)))
            setFooterNote(Glyph::Good,
                          tr("Written: %1. Edit it with a program of yours; this page follows.").arg(*path));
    });
}

void DeployWizard::shown()
{
    m_look.lookAround(m_run);
    if (!std::exchange(m_wasShown, true) && step() == SettingsPage)
        m_form->focusFirst();
    m_isOver = step() == DonePage;
    if (m_feed)
        m_second.start();
    showFeed();
}

void DeployWizard::refresh()
{
    m_look.lookAround(m_run);
    m_look.look(m_draft);
}

void DeployWizard::hideEvent(QHideEvent *event)
{
    m_second.stop();
    WizardPage::hideEvent(event);
}

void DeployWizard::startOver()
{
    m_feed = nullptr;
    m_live = false;
    m_error.reset();
    m_done.clear();
    m_isOver = false;
    m_phases->hide();
    m_form->setNameFixed(false);
    setStep(SettingsPage);
    restore();
    m_look.lookAround(m_run);
}

} // namespace mooring
