#pragma once

#include "core/targets/targetkind.h"
#include "ui/context/pageregistry.h"
#include "ui/widgets/page.h"

#include <QPointer>

class QVBoxLayout;

namespace mooring {

struct AppContext;
class Banner;
class Button;
class CheckSide;
class DetachFlow;
struct DetachReport;
class Job;
class Ladder;
class TabPages;
class TargetCheck;
class TextLabel;

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
    void read();
    void show(const Seen &seen);
    void showState();
    void check(const QStringList &only);
    void showRung(const RungResult &rung);
    void follow(TargetCheck *check);
    void checkEnded(const Job *job);
    void showQuestion();
    void setCard(QWidget *card);
    void copyReport();
    void connectDetach();
    void showDetachGoesOn(const QString &sentence, bool looking);
    void showDetached(const DetachReport &report);

    const AppContext &m_context;
    const PageRegistry &m_parts;
    QString m_name;
    std::optional<TargetRecord> m_target;
    std::vector<Rung> m_rungs;
    QPointer<TargetCheck> m_check;
    int m_runCount = 0;
    Banner *m_banner;
    Button *m_run = nullptr;
    Button *m_again = nullptr;
    TabPages *m_tabs = nullptr;
    TextLabel *m_summary = nullptr;
    TextLabel *m_total = nullptr;
    Ladder *m_ladder = nullptr;
    CheckSide *m_side = nullptr;
    DetachFlow *m_detach;
    Button *m_detachButton = nullptr;
    bool m_gone = false; ///< detached: the page shows the proof
    QPointer<QWidget> m_card;
    QDateTime m_refusedAt; ///< of the check whose question was answered with no
    QVBoxLayout *m_cardPlace = nullptr;
    QWidget *m_sideColumn = nullptr;
};

} // namespace mooring
