#pragma once

#include "core/targets/targetkind.h"
#include "ui/context/pageregistry.h"
#include "ui/widgets/page.h"

namespace mooring {

struct AppContext;
class Banner;
class Button;
class CheckPanel;
class CheckSide;
class DetachFlow;
struct DetachReport;
class FactList;
class Job;
class TabPages;
class TargetCheck;

/// One compute target: checks, runs, side column.
class TargetPage : public Page
{
    Q_OBJECT
public:
    /// `parts` has the list of the target's runs and the cards for questions of rungs, where somebody offers them; it
    /// outlives the page.
    TargetPage(const AppContext &context, const PageRegistry &parts, const QString &name, QWidget *parent = nullptr);

    void shown() override { read(); }
    void refresh() override { check({}); }
    void workspaceChanged() override { read(); }
    bool isOver() const override { return m_gone; }
    /// "detach"
    void act(const QString &word) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Seen
    {
        Result<TargetRecord> target;
        std::vector<Rung> rungs;
        int runCount = 0;
    };
    void makeHeader(bool canRun);
    QWidget *makeChecks();
    QWidget *makeSettings();
    QWidget *makeCode();
    void showSettings(const TargetKind *kind);
    void read();
    void show(const Seen &seen);
    void showState();
    void check(const QStringList &only);
    void follow(TargetCheck *check);
    void checkEnded(const Job *job);
    void showQuestion();
    void connectDetach();
    void showDetachGoesOn(const QString &sentence, bool looking);
    void showDetached(const DetachReport &report);

    const AppContext &m_context;
    const PageRegistry &m_parts;
    QString m_name;
    std::optional<TargetRecord> m_target;
    std::vector<Rung> m_rungs;
    int m_runCount = 0;
    Banner *m_banner;
    Button *m_run = nullptr;
    Button *m_again = nullptr;
    TabPages *m_tabs = nullptr;
    CheckPanel *m_checks = nullptr;
    CheckSide *m_side = nullptr;
    FactList *m_settings = nullptr; ///< null: it has none
    DetachFlow *m_detach;
    Button *m_detachButton = nullptr;
    bool m_gone = false;   ///< detached: the page shows the proof
    QDateTime m_refusedAt; ///< of the check whose question was answered with no
    QWidget *m_sideColumn = nullptr;
};

} // namespace mooring
