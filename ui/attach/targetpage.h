#pragma once

#include "core/targets/targetkind.h"
#include "ui/context/pageregistry.h"
#include "ui/widgets/page.h"

#include <QPointer>

namespace mooring {

struct AppContext;
class Banner;
class Button;
class CheckSide;
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
    /// `runs`: makes the list of the target's runs; null: no such tab. `canRun`: there is a page for a new run.
    TargetPage(const AppContext &context, const QString &name, const PageRegistry::PartFactory *runs, bool canRun,
               QWidget *parent = nullptr);

    void shown() override { read(); }
    void refresh() override { check({}); }
    void workspaceChanged() override { read(); }

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
    void copyReport();

    const AppContext &m_context;
    QString m_name;
    std::optional<TargetRecord> m_target;
    std::vector<Rung> m_rungs;
    QPointer<TargetCheck> m_check;
    int m_runCount = 0;
    Banner *m_banner;
    Button *m_again = nullptr;
    TabPages *m_tabs = nullptr;
    TextLabel *m_summary = nullptr;
    TextLabel *m_total = nullptr;
    Ladder *m_ladder = nullptr;
    CheckSide *m_side = nullptr;
    QWidget *m_sideColumn = nullptr;
};

} // namespace mooring
