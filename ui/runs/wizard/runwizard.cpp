#include "ui/runs/wizard/runwizard.h"

#include "core/jobs/background.h"
#include "core/jobs/job.h"
#include "core/runs/runsource.h"
#include "core/targets/targetservice.h"
#include "core/workspace/workspace.h"
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
#include "ui/workspace/workspacecontent.h"

#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace mooring {

RunWizard::RunWizard(const AppContext &context, const QString &route, QWidget *parent)
    : WizardPage(parent),
      m_context(context),
      m_route(route),
      m_files(context),
      m_environment(context),
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
        if (step() == SettingsPage)
            header()->setFacts({subtitle(SettingsPage)});
        keepDraft();
    });
    connect(&context.drafts, &DraftShelf::discarded, this, [this](const QString &discarded) {
        if (discarded == m_route && !m_start)
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

void RunWizard::makeSteps()
{
    header()->setTitle(tr("Run a script"));
    addStep(tr("Settings"), m_settingsStep, sideColumn(settingsSide(), 328, SideGround::Note));
    addStep(tr("Files"), m_filesStep, sideColumn(m_filesSide, 328, SideGround::Note));
    addStep(tr("Environment"), m_environmentStep, sideColumn(m_environmentSide, 328, SideGround::Note));
    addStep(tr("Review"), m_reviewStep, sideColumn(reviewSide(), 328, SideGround::Note));
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
}

void RunWizard::prefill()
{
    RunSettings settings;
    const QString source = PageRegistry::queryValue(m_route, u"source"_s),
                  target = PageRegistry::queryValue(m_route, u"target"_s);
    settings.source = source;
    const UiSettings::Choices &choices = m_context.settings.choices();
    settings.experiment = choices.runExperiment;
    if (choices.runTimeLimitSeconds > 0)
        settings.timeLimitSeconds = choices.runTimeLimitSeconds;
    if (!target.isEmpty())
        settings.target = target;
    const Draft *kept = m_context.drafts.find(m_route);
    const auto before = kept ? RunSettings::fromJson(kept->content) : Result<RunSettings>(settings);
    m_begun = settings;
    m_draft.setSettings(before.valueOr(settings));
    m_settingsStep->showDraft();
    header()->setFacts({subtitle(SettingsPage)});
    if (kept)
        return;
    const QString again = PageRegistry::queryValue(m_route, u"again"_s);
    if (!again.isEmpty())
        prefillFrom(again);
}

void RunWizard::keepDraft()
{
    if (m_draft.settings() == m_begun || m_start)
        return;
    const RunSettings &settings = m_draft.settings();
    const QString title = !settings.name.isEmpty()     ? settings.name
                          : !settings.script.isEmpty() ? m_draft.title()
                                                       : tr("New run");
    m_context.drafts.put({m_route, Draft::Group::Runs, title, {}, Glyph::NotBegun, tr("Draft"), settings.toJson()});
}

void RunWizard::prefillFrom(const QString &runId)
{
    const auto find = [workspace = &m_context.workspace, runId] { return workspace->resolveRun(runId); };
    inBackground(this, find, [this](const Result<RunRecord> &run) {
        if (!run)
            return setFooterNote(Glyph::Failed, run.error().text());
        RunSettings settings = run->settings;
        settings.name.clear(); // names are unique: the earlier run keeps it
        m_draft.setSettings(settings);
        m_settingsStep->showDraft();
        checkSettings(ReviewPage);
    });
}

void RunWizard::readTargets()
{
    const auto read = [targets = &m_context.targets, kinds = &m_context.kinds] {
        std::vector<TargetChoice> choices;
        const auto records = targets->targets();
        if (!records)
            return choices;
        for (const TargetRecord &record : *records) {
            const TargetKind *kind = kinds->find(record.kind);
            if (kind && !kind->capabilities().training)
                continue;
            const QString title = mooring::targetTitle(record.name, *kinds),
                          kindTitle = kind ? kind->title() : record.kind;
            const QString state = record.lastCheck ? targetStateText(record.state()) : tr("Not checked yet");
            choices.push_back({record.name, title, title == kindTitle ? state : u"%1, %2"_s.arg(kindTitle, state),
                               record.state() != u"failed"_s});
        }
        return choices;
    };
    inBackground(this, read, [this](const std::vector<TargetChoice> &choices) {
        m_targets = choices;
        m_settingsStep->setTargets(choices);
        header()->setFacts({subtitle(step())});
    });
}

void RunWizard::readSource(const QString &folder)
{
    inBackground(
        this, [folder] { return readSourceContent(folder); },
        [this](const SourceContent &content) { m_settingsStep->setSourceContent(content); });
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
            m_draft.setSettings(*settings);
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

QString RunWizard::targetTitle() const { return mooring::targetTitle(m_draft.settings().target, m_context.kinds); }

QString RunWizard::remoteTarget() const
{
    const QString name = m_draft.settings().target;
    return name == u"local" ? QString() : name;
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
