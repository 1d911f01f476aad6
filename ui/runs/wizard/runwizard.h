#pragma once

#include "ui/runs/wizard/environmentlook.h"
#include "ui/runs/wizard/environmentstep.h"
#include "ui/runs/wizard/fileslook.h"
#include "ui/runs/wizard/rundraft.h"
#include "ui/widgets/wizardpage.h"

#include <QPointer>
#include <QSet>

namespace mooring {

struct AppContext;
class FilesSide;
class FilesStep;
class ReviewStep;
class SettingsStep;

/// A new run in four steps: settings, files, environment, review. Where it goes is the desk's. Holds a draft; nothing
/// is copied or started before the last step, and then exactly one run; until then the draft stands in the tree of the
/// desk's workspace. A start that goes on can be stopped. The route may prefill it: "new-run?again=<run id>",
/// "?source=<folder>", "?target=<name>".
class RunWizard : public WizardPage
{
    Q_OBJECT
public:
    RunWizard(const AppContext &context, std::shared_ptr<RunDesk> desk, const QString &route,
              QWidget *parent = nullptr);
    ~RunWizard() override;

    const RunDraft &draft() const { return m_draft; }
    void shown() override;
    void refresh() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Step { SettingsPage, FilesPage, EnvironmentPage, ReviewPage };
    void makeSteps();
    void makeFooterActs();
    void connectFiles();
    void connectEnvironment();
    void prefill();
    void prefillFrom(const QString &runId);
    void keepDraft();
    void readTargets();
    void noteTarget();
    void readSource(const QString &folder);
    void openYaml();
    void loadYaml(const QString &path);
    void saveYaml(const QString &path);

    void next(int step);
    void enter(int step);
    void checkSettings(int goTo);
    void checkFiles();
    void checkEnvironment();
    void lookAtFiles();
    void showFiles();
    void showReview();
    void showReviewFiles();
    void showReviewEnvironment();
    void leaveOut(const QByteArray &path, bool isFolder);
    void editIgnoreFile();
    QString subtitle(int step) const;
    QString targetTitle() const { return m_desk->targetTitle(m_draft.settings().target); }
    QString remoteTarget() const; ///< empty: this computer

    void start();
    void startEnded();
    void startOver();

    const AppContext &m_context;
    std::shared_ptr<RunDesk> m_desk;
    QString m_route;
    RunDraft m_draft;
    RunSettings m_begun; ///< what the page was opened with: no draft as long as nothing else was said
    QSet<QByteArray> m_harmless;
    FilesLook m_files;
    EnvironmentLook m_environment;
    SettingsStep *m_settingsStep;
    FilesStep *m_filesStep;
    FilesSide *m_filesSide;
    EnvironmentStep *m_environmentStep;
    EnvironmentSide *m_environmentSide;
    ReviewStep *m_reviewStep;
    Button *m_openYaml = nullptr;
    Button *m_editIgnore = nullptr;
    Button *m_stop = nullptr;
    bool m_wasShown = false;
    bool m_checking = false; ///< settings are compared with the disk
    QPointer<Job> m_start;
    std::shared_ptr<QString> m_startedRun;
};

} // namespace mooring
