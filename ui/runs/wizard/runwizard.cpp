#include "ui/runs/wizard/runwizard.h"

#include "core/base/text.h"
#include "core/jobs/background.h"
#include "core/jobs/job.h"
#include "ui/context/appcontext.h"
#include "ui/context/draftshelf.h"
#include "ui/context/pageregistry.h"
#include "ui/context/uisettings.h"
#include "ui/runs/wizard/filesside.h"
#include "ui/runs/wizard/filesstep.h"
#include "ui/runs/wizard/reviewstep.h"
#include "ui/runs/wizard/settingsstep.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/tokens.h"

#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace mooring {

RunWizard::RunWizard(const AppContext &context, std::shared_ptr<RunDesk> desk, const QString &route, QWidget *parent)
    : WizardPage(parent),
      m_context(context),
      m_desk(std::move(desk)),
      m_route(route),
      m_files(m_desk),
      m_environment(m_desk),
      m_settingsStep(new SettingsStep(m_draft)),
      m_filesStep(new FilesStep),
      m_filesSide(new FilesSide),
      m_environmentStep(new EnvironmentStep(m_draft)),
      m_environmentSide(new EnvironmentSide),
      m_reviewStep(new ReviewStep)
{
    setObjectName(u"runWizard"_s);
    makeSteps();
    makeFooterActs();
    connectFiles();
    connectEnvironment();
    connect(m_settingsStep, &SettingsStep::sourceChanged, this, &RunWizard::readSource);
    connect(m_settingsStep, &SettingsStep::edited, this, [this] {
        if (step() == SettingsPage) {
            header()->setFacts({subtitle(SettingsPage)});
            setFooterNote(Glyph::Failed, {}); // what it says is of before the change
        }
        keepDraft();
    });
    connect(&context.drafts, &DraftShelf::discarded, this, [this](const QString &discarded, const QString &of) {
        if (discarded == m_route && of == m_desk->workspace() && !m_start)
            startOver();
    });
    connect(m_reviewStep, &ReviewStep::saveRequested, this, &RunWizard::saveYaml);
    connect(this, &WizardPage::nextRequested, this, &RunWizard::next);
    connect(this, &WizardPage::backRequested, this, [this](int from) { setStep(from - 1); });
    connect(this, &WizardPage::stepChanged, this, &RunWizard::enter);
    setStep(SettingsPage);
    prefill();
}

RunWizard::~RunWizard()
{
    // They write into the draft, also when the focus leaves them at the very end.
    delete m_settingsStep;
    delete m_environmentStep;
}

void RunWizard::shown()
{
    readTargets();
    if (!std::exchange(m_wasShown, true) && step() == SettingsPage)
        m_settingsStep->focusFirst();
}

void RunWizard::makeSteps()
{
    header()->setTitle(tr("Run a script"));
    addStep(tr("Settings"), m_settingsStep, sideColumn(settingsSide(), 328, SideGround::Note));
    addStep(tr("Files"), m_filesStep, sideColumn(m_filesSide, 328, SideGround::Note));
    addStep(tr("Environment"), m_environmentStep, sideColumn(m_environmentSide, 328, SideGround::Note));
    addStep(tr("Review"), m_reviewStep, sideColumn(reviewSide(m_desk->whatHappens()), 328, SideGround::Note));
}

void RunWizard::makeFooterActs()
{
    m_openYaml = edgeButton(tr("Open run.yaml…"), u"document-open"_s);
    m_openYaml->setObjectName(u"openYaml"_s);
    connect(m_openYaml, &QPushButton::clicked, this, &RunWizard::openYaml);
    addFooterLeft(m_openYaml);
    m_editIgnore = edgeButton(tr("Edit .amlignore"), u"edit"_s);
    m_editIgnore->setObjectName(u"editIgnore"_s);
    connect(m_editIgnore, &QPushButton::clicked, this, &RunWizard::editIgnoreFile);
    addFooterLeft(m_editIgnore);
    m_stop = edgeButton(tr("Stop"), u"media-playback-stop"_s);
    m_stop->setObjectName(u"stopStart"_s);
    m_stop->hide();
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (!m_start)
            return;
        m_stop->setEnabled(false);
        setFooterNote(Glyph::Canceling, tr("Stopping"));
        m_start->cancel();
    });
    addFooterLeft(m_stop);
}

void RunWizard::prefill()
{
    RunSettings settings;
    const QString source = PageRegistry::queryValue(m_route, u"source"_s),
                  target = PageRegistry::queryValue(m_route, u"target"_s);
    settings.source = source;
    settings.target = target.isEmpty() ? m_desk->defaultTarget() : target;
    const UiSettings::Choices &choices = m_context.settings.choices();
    settings.experiment = choices.runExperiment;
    if (choices.runTimeLimitSeconds > 0)
        settings.timeLimitSeconds = choices.runTimeLimitSeconds;
    const Draft *kept = m_context.drafts.find(m_route, m_desk->workspace());
    const auto before = kept ? RunSettings::fromJson(kept->content) : Result<RunSettings>(settings);
    m_begun = settings;
    m_draft.setSettings(before.valueOr(settings));
    m_settingsStep->showDraft();
    if (!kept)
        noteTarget();
    header()->setFacts({subtitle(SettingsPage)});
    if (kept)
        return;
    const QString again = PageRegistry::queryValue(m_route, u"again"_s);
    if (!again.isEmpty())
        prefillFrom(again);
}

void RunWizard::keepDraft()
{
    if (m_draft.settings() == m_begun || m_start || !isVisible()) // who looks elsewhere has said nothing
        return;
    const RunSettings &settings = m_draft.settings();
    const QString title = !settings.name.isEmpty()     ? settings.name
                          : !settings.script.isEmpty() ? m_draft.title()
                                                       : tr("New run");
    m_context.drafts.put(
        {m_route, Draft::Group::Runs, title, {}, Glyph::NotBegun, tr("Draft"), settings.toJson(), m_desk->workspace()});
}

void RunWizard::prefillFrom(const QString &runId)
{
    const auto find = [desk = m_desk, runId] { return desk->settingsOf(runId); };
    inBackground(this, find, [this](const Result<RunSettings> &earlier) {
        if (!earlier)
            return setFooterNote(Glyph::Failed, earlier.error().text());
        RunSettings settings = *earlier;
        settings.name.clear(); // names are unique: the earlier run keeps it
        m_begun = settings;
        m_draft.setSettings(settings);
        m_settingsStep->showDraft();
        noteTarget();
        if (!settings.source.isEmpty())
            return checkSettings(ReviewPage);
        setFooterNote(Glyph::Warning, tr("The run was not sent from here: its folder, arguments and environment are "
                                         "not known."));
    });
}

void RunWizard::readTargets()
{
    inBackground(
        this, [desk = m_desk] { return desk->targets(); },
        [this](const TargetChoices &choices) {
            m_settingsStep->setTargets(choices);
            noteTarget();
            header()->setFacts({subtitle(step())});
        });
}

/// The first target of the list was chosen by nobody: it alone makes no draft.
void RunWizard::noteTarget()
{
    if (m_begun.target.isEmpty())
        m_begun.target = m_draft.settings().target;
}

void RunWizard::readSource(const QString &folder)
{
    inBackground(
        this, [folder] { return readSourceContent(folder); },
        [this](const SourceContent &content) {
            if (m_begun.source == content.folder && m_begun.script.isEmpty())
                m_begun.script = likelyScript(content.scripts); // found, not said
            m_settingsStep->setSourceContent(content);
        });
}

void RunWizard::openYaml()
{
    auto *dialog =
        new QFileDialog(this, tr("Open run settings"), m_draft.settings().source, tr("Run settings (*.yaml *.yml)"));
    dialog->setObjectName(u"openYamlDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RunWizard::loadYaml);
    dialog->open();
}

void RunWizard::loadYaml(const QString &path)
{
    inBackground(
        this, [path] { return RunSettings::load(path); },
        [this](const Result<RunSettings> &settings) {
            if (!settings)
                return setFooterNote(Glyph::Failed, settings.error().text());
            setFooterNote(Glyph::Good, {});
            RunSettings wanted = *settings;
            if (wanted.target == RunSettings().target) // the file names none, or this computer
                wanted.target = m_desk->defaultTarget();
            m_draft.setSettings(wanted);
            m_settingsStep->showDraft();
        });
}

void RunWizard::saveYaml(const QString &path)
{
    inBackground(
        this, [path, settings = m_draft.settings()] { return settings.save(path); },
        [this, path](const Result<> &saved) {
            if (saved)
                setFooterNote(Glyph::Good, tr("Saved: %1", "a path").arg(path));
            else
                setFooterNote(Glyph::Failed, saved.error().text());
        });
}

QString RunWizard::remoteTarget() const
{
    const QString name = m_draft.settings().target;
    return m_desk->isHere(name) ? QString() : name;
}

QString RunWizard::subtitle(int step) const
{
    if (step == SettingsPage || m_draft.settings().script.isEmpty())
        return tr("What runs, with what, and where. Folder and script are usually enough.");
    const QString what = m_draft.title(), target = remoteTarget();
    if (step == FilesPage) {
        return target.isEmpty()
                   ? tr("%1, on this computer. This is exactly what will be copied; nothing was copied yet.",
                        "script in folder")
                         .arg(what)
                   : tr("%1, on %2. This is exactly what will be copied; nothing was sent yet.",
                        "script in folder, target")
                         .arg(what, target);
    }
    if (step == EnvironmentPage) {
        return target.isEmpty()
                   ? tr("%1, on this computer. The Python that it runs with.", "script in folder").arg(what)
                   : tr("%1, on %2. The Python that it runs with.", "script in folder, target").arg(what, target);
    }
    return target.isEmpty()
               ? tr("%1, on this computer. Nothing was copied or started yet.", "script in folder").arg(what)
               : tr("%1, on %2. Nothing was sent or started yet.", "script in folder, target").arg(what, target);
}

void RunWizard::resizeEvent(QResizeEvent *event)
{
    WizardPage::resizeEvent(event);
    const bool narrow = width() < dp(this, 560);
    m_openYaml->setText(narrow ? u"run.yaml…"_s : tr("Open run.yaml…"));
}

} // namespace mooring
