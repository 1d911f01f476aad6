#pragma once

#include "ui/inference/deploy/deploydraft.h"
#include "ui/inference/deploy/deployfeed.h"
#include "ui/inference/deploy/deploylook.h"
#include "ui/runs/runcause.h"
#include "ui/widgets/wizardpage.h"

#include <QPointer>
#include <QTimer>

namespace mooring {

struct AppContext;
class BuildStepPage;
class DeployDoneStep;
class DeployForm;
class DeploySide;
class PhaseBar;
class StartStep;

/// A model becomes an endpoint, on this computer or in Azure: settings, build, start, done. Leaving keeps a draft in
/// the tree; what was started goes on and is found again. Routes: "deploy", "deploy?run=<id>", "deploy?endpoint=<name>"
/// for a new version, or "deploy/<either>".
class DeployWizard : public WizardPage
{
    Q_OBJECT
public:
    DeployWizard(const AppContext &context, const QString &route, QWidget *parent = nullptr);
    ~DeployWizard() override;

    const DeployDraft &draft() const { return m_draft; }
    void shown() override;
    void refresh() override;
    bool isOver() const override { return m_isOver; }

protected:
    void hideEvent(QHideEvent *event) override;

private:
    enum Step { SettingsPage, BuildPage, StartPage, DonePage };
    void makeSteps();
    void makeFooterActs();
    DeployDraft blank() const;
    void restore();
    void prefillFromEndpoint(const EndpointRecord &endpoint);
    void prefillFromRun(const QString &run);
    void suggest();
    void edited();
    void keepDraft();
    void writeDockerfile(const QString &folder);

    void next(int step);
    void back(int step);
    void enter(int step);
    void start();
    void follow(DeployFeed *feed);
    void showFeed();
    void ended();
    void succeeded(const EndpointRecord &record);
    void failed(const Error &error);
    void showInitCause(const EndpointVersion &version, const Error &error);
    void startOver();
    void showHeader();
    void showFooter();
    QString engineText() const;
    bool goesOn() const { return m_feed && m_live; }

    const AppContext &m_context;
    QString m_route;
    QString m_run;      ///< whose outputs are offered first
    QString m_endpoint; ///< that gets a new version; empty: a new one
    DeployDraft m_draft, m_begun;
    DeployLook m_look;
    QPointer<DeployFeed> m_feed; ///< the last one that was started or found
    bool m_live = false;
    bool m_wasSuggested = false;
    bool m_wasShown = false;
    bool m_isOver = false;        ///< its last page was seen
    std::optional<Error> m_error; ///< of the last attempt
    int m_failedIn = SettingsPage;
    QString m_done; ///< name of the endpoint that answers
    QTimer m_second;
    PhaseBar *m_phases;
    DeployForm *m_form;
    DeploySide *m_side;
    BuildStepPage *m_build;
    StartStep *m_start;
    DeployDoneStep *m_doneStep;
    Button *m_stop = nullptr, *m_cancel = nullptr, *m_another = nullptr;
};

} // namespace mooring
