#include "core/azure/ascode/runascode.h"
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/jobs/background.h"
#include "core/jobs/jobrunner.h"
#include "core/runs/runsource.h"
#include "ui/context/appcontext.h"
#include "ui/context/draftshelf.h"
#include "ui/runs/wizard/filesside.h"
#include "ui/runs/wizard/filesstep.h"
#include "ui/runs/wizard/reviewstep.h"
#include "ui/runs/wizard/runwizard.h"
#include "ui/runs/wizard/settingsstep.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/sameasbox.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QSignalBlocker>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace mooring {

void RunWizard::connectFiles()
{
    connect(&m_files, &FilesLook::progressed, m_filesStep, &FilesStep::setLooking);
    connect(&m_files, &FilesLook::looked, this, &RunWizard::showFiles);
    connect(&m_files, &FilesLook::failed, this, [this](const Error &error) {
        m_filesSide->clear();
        m_filesStep->setProblem(
            error.kind == ErrorKind::Canceled ? tr("Stopped") : tr("The files could not be looked at"),
            error.kind == ErrorKind::Canceled ? tr("Nothing is known about the files yet.") : error.text());
        if (step() == ReviewPage)
            m_reviewStep->setFiles(error.text());
    });
    connect(m_filesStep, &FilesStep::stopRequested, this, [this] {
        m_files.stop();
        m_filesStep->setProblem(tr("Stopped"), tr("Nothing is known about the files yet."));
    });
    connect(m_filesStep, &FilesStep::lookAgainRequested, this, &RunWizard::lookAtFiles);
    connect(m_filesStep, &FilesStep::leaveOutRequested, this, &RunWizard::leaveOut);
    connect(m_filesSide, &FilesSide::leaveOutRequested, this, &RunWizard::leaveOut);
    connect(m_filesSide, &FilesSide::findingShown, m_filesStep, &FilesStep::selectPath);
    connect(m_filesSide, &FilesSide::harmlessChosen, this, [this](const QByteArray &path) {
        m_harmless.insert(path);
        showFiles();
    });
}

void RunWizard::connectEnvironment()
{
    connect(m_environmentStep, &EnvironmentStep::choiceChanged, this, [this] {
        setFooterNote(Glyph::Failed, {});
        keepDraft();
        const EnvironmentChoice &choice = m_draft.settings().environment;
        m_environment.plan(m_draft.settings());
        if (choice.kind != EnvironmentChoice::Kind::Default && choice.value.isEmpty()) {
            m_environment.forget();
            m_environmentSide->setOpen();
        }
    });
    connect(&m_environment, &EnvironmentLook::offered, this, [this] {
        m_environmentSide->setFound(m_environment.offer().found);
        m_environmentStep->showChoices(m_environment.offer(), m_settingsStep->sourceContent().environmentFiles);
    });
    connect(&m_environment, &EnvironmentLook::planning, m_environmentSide, &EnvironmentSide::setLooking);
    connect(&m_environment, &EnvironmentLook::planned, this, [this] {
        if (const auto &answer = m_environment.answer(); answer && *answer)
            m_environmentSide->setForecast(**answer);
        else if (answer)
            m_environmentSide->setProblem(answer->error().text());
        showReviewEnvironment();
    });
}

void RunWizard::refresh()
{
    readTargets();
    readSource(m_draft.settings().source);
    if (step() != SettingsPage)
        lookAtFiles();
}

void RunWizard::enter(int step)
{
    header()->setFacts({subtitle(step)});
    m_openYaml->setVisible(step == SettingsPage);
    m_editIgnore->setVisible(step == FilesPage);
    setNextText(step == ReviewPage ? tr("&Start run") : tr("&Next"));
    if (step == SettingsPage && isVisible())
        m_settingsStep->focusFirst();
    if (step == FilesPage && (m_files.source() != m_draft.settings().source || !m_files.report()))
        lookAtFiles();
    else if (step == FilesPage)
        showFiles(); // the target may be another one
    if (step == EnvironmentPage) {
        m_environment.lookForOffer(m_draft.settings());
        m_environmentSide->setFound(m_environment.offer().found);
        m_environmentStep->showChoices(m_environment.offer(), m_settingsStep->sourceContent().environmentFiles);
    }
    if (step == EnvironmentPage || step == ReviewPage)
        m_environment.plan(m_draft.settings());
    if (step == ReviewPage)
        showReview();
}

void RunWizard::next(int step)
{
    setFooterNote(Glyph::Failed, {});
    switch (step) {
    case SettingsPage:
        return checkSettings(FilesPage);
    case FilesPage:
        return checkFiles();
    case EnvironmentPage:
        return checkEnvironment();
    default:
        return start();
    }
}

void RunWizard::checkSettings(int goTo)
{
    const auto blocked = [this](const FormRow *row) {
        setFooterNote(Glyph::Failed, tr("%1: %2", "field, what is wrong").arg(row->label(), row->error()));
    };
    if (m_checking)
        return;
    if (const FormRow *row = m_settingsStep->checkAll())
        return blocked(row);
    m_checking = true;
    inBackground(
        this, [settings = m_draft.settings()] { return checkRunSource(settings); },
        [this, goTo, blocked](const Result<RunSettings> &checked) {
            m_checking = false;
            if (checked)
                return setStep(goTo);
            setStep(SettingsPage);
            blocked(m_settingsStep->showDiskError(checked.error()));
        });
}

void RunWizard::lookAtFiles()
{
    const QString source = m_draft.settings().source;
    if (m_files.source() != source) {
        m_filesStep->clear();
        m_filesSide->clear();
        m_harmless.clear();
    }
    m_files.look(source);
}

void RunWizard::showFiles()
{
    const auto report = m_files.report();
    if (!report)
        return;
    m_filesStep->setFiles(*report, m_files.tree());
    m_filesSide->setReport(*report, remoteTarget(), m_harmless);
    setFooterNote(Glyph::Failed, {});
    showReviewFiles();
}

void RunWizard::checkFiles()
{
    const auto report = m_files.report();
    if (!report)
        return setFooterNote(Glyph::Waiting, tr("The files are not known yet."));
    const SnapshotPlan &plan = report->plan;
    if (!plan.unreadable.empty()) {
        return setFooterNote(Glyph::Failed, tr("%1 cannot be read. Leave it out, or change its permissions.", "a path")
                                                .arg(displayPath(plan.unreadable.front().path)));
    }
    const QString script = QDir::cleanPath(m_draft.settings().script);
    if (!plan.find(QFile::encodeName(script)))
        return setFooterNote(Glyph::Failed, tr("A rule keeps the script %1 here, so it could not run.").arg(script));
    setStep(EnvironmentPage);
}

void RunWizard::leaveOut(const QByteArray &path, bool isFolder)
{
    const auto add = [source = m_draft.settings().source, pattern = ignorePatternFor(path, isFolder)] {
        return addToAmlIgnore(source, pattern);
    };
    inBackground(this, add, [this](const Result<> &added) {
        if (added)
            lookAtFiles();
        else
            setFooterNote(Glyph::Failed, added.error().text());
    });
}

void RunWizard::editIgnoreFile()
{
    const QString path = m_draft.settings().source + u"/.amlignore"_s;
    const auto make = [path]() -> Result<> {
        if (QFileInfo::exists(path))
            return {};
        return writeFileAtomically(path, "# Files that stay on this computer, one pattern a line, as in .gitignore\n",
                                   0644);
    };
    inBackground(this, make, [this, path](const Result<> &made) {
        if (!made)
            return setFooterNote(Glyph::Failed, made.error().text());
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
            setFooterNote(Glyph::Failed,
                          tr("No program opens %1. Edit it with one of yours; this page follows.").arg(path));
    });
}

void RunWizard::checkEnvironment()
{
    if (const QString problem = m_environmentStep->problem(); !problem.isEmpty())
        return setFooterNote(Glyph::Failed, problem);
    const auto &answer = m_environment.answer();
    if (answer && !*answer && answer->error().kind == ErrorKind::Usage)
        return setFooterNote(Glyph::Failed, answer->error().message);
    setStep(ReviewPage);
}

void RunWizard::showReview()
{
    m_reviewStep->setSettings(m_draft.settings(), targetTitle(), shellCommand(m_desk->command(m_draft.settings())));
    inBackground(
        this,
        [settings = m_draft.settings()] {
            return std::pair(codeText(runAsCode(settings, u"sdk"_s)), codeText(runAsCode(settings, u"cli"_s)));
        },
        [this, settings = m_draft.settings()](const std::pair<QString, QString> &texts) {
            if (settings != m_draft.settings())
                return;
            m_reviewStep->setCode(u"sdk"_s, texts.first);
            m_reviewStep->setCode(u"cli"_s, texts.second);
        });
    m_reviewStep->setWarning({}, {});
    if (m_files.source() != m_draft.settings().source || !m_files.report())
        lookAtFiles();
    else
        showReviewFiles();
    showReviewEnvironment();
}

void RunWizard::showReviewFiles()
{
    const auto report = m_files.report();
    if (step() != ReviewPage || !report)
        return;
    const qint64 files = qint64(report->plan.entries.size());
    m_reviewStep->setFiles(tr("%n files, %1; %2 stay here", "size, count", int(files))
                               .arg(humanSize(report->plan.totalSize), humanCount(report->filesLeftOut())));
    if (!m_start && !openSecrets(report->plan, m_harmless).empty()) {
        m_reviewStep->setWarning(
            tr("%n files look like a secret", nullptr, int(openSecrets(report->plan, m_harmless).size())),
            tr("They would be copied with the run. The files page leaves them out with one click."));
    }
}

void RunWizard::showReviewEnvironment()
{
    const auto &answer = m_environment.answer();
    if (step() != ReviewPage || !answer)
        return;
    const EnvironmentChoice &choice = m_draft.settings().environment;
    if (!*answer)
        m_reviewStep->setEnvironment(answer->error().message);
    else if (choice.kind == EnvironmentChoice::Kind::Default)
        m_reviewStep->setEnvironment((*answer)->title);
    else
        m_reviewStep->setEnvironment(
            tr("%1, %2", "what was chosen, what it leads to").arg(choice.value, (*answer)->title));
}

void RunWizard::start()
{
    if (m_start || m_startedRun)
        return;                                 // one press, one run
    m_startedRun = std::make_shared<QString>(); // written by the work before it ends, read after
    nextButton()->setEnabled(false);
    backButton()->setEnabled(false);
    m_reviewStep->setWarning({}, {});
    setFooterNote(Glyph::Preparing, tr("Starting"));
    m_stop->setEnabled(true);
    m_stop->show();
    const auto work = [settings = m_draft.settings(), desk = m_desk, id = m_startedRun](JobContext &job) -> Result<> {
        const Result<QString> run = desk->submit(settings, job);
        if (!run)
            return run.error();
        *id = *run;
        return {};
    };
    m_start = m_context.jobs.start(
        tr("Start %1 on %2", "a script, a target").arg(m_draft.settings().script, targetTitle()), work);
    connect(m_start, &Job::changed, this, [this] {
        if (m_start && m_stop->isEnabled() && !m_start->step().isEmpty())
            setFooterNote(Glyph::Preparing, m_start->step());
    });
    connect(m_start, &Job::finished, this, &RunWizard::startEnded);
}

void RunWizard::startEnded()
{
    const Job *job = m_start;
    const auto id = std::exchange(m_startedRun, nullptr);
    m_start = nullptr;
    m_stop->hide();
    nextButton()->setEnabled(true);
    backButton()->setEnabled(step() > 0);
    setFooterNote(Glyph::Failed, {});
    if (job && job->state() == Job::State::Succeeded) {
        m_desk->begun();
        const bool looking = isVisible(); // who went elsewhere is not fetched back
        if (m_context.drafts.find(m_route, m_desk->workspace()))
            m_context.drafts.remove(m_route, m_desk->workspace()); // starts over
        else
            startOver();
        if (looking)
            m_context.navigator.go(u"run/"_s + QString::fromLatin1(QUrl::toPercentEncoding(*id)));
        return;
    }
    if (job && job->error().code == u"run.perhapsSubmitted") {
        m_reviewStep->setFailure(tr("It is not known whether the run was started."), job->error().text());
        return setFooterNote(Glyph::Unknown, tr("Look at the runs before you start it again."));
    }
    const bool canceled = job && job->state() == Job::State::Canceled;
    m_reviewStep->setFailure(canceled ? tr("The start was stopped.") : tr("The run was not started."),
                             job ? job->error().text() : QString());
    setFooterNote(Glyph::Failed, canceled ? tr("Stopped. Nothing runs.") : tr("Not started. All settings are kept."));
}

void RunWizard::startOver()
{
    m_harmless.clear();
    {
        const QSignalBlocker quiet(m_settingsStep); // an empty form is no draft
        m_draft = RunDraft();
        m_settingsStep->showDraft();
    }
    setFooterNote(Glyph::Failed, {});
    setStep(SettingsPage);
    prefill();
    m_settingsStep->forgetErrors();
}

} // namespace mooring
