#pragma once

#include "ui/azure/practice/practicewatch.h"
#include "ui/widgets/page.h"

namespace mooring {

struct AppContext;
class Banner;
class Button;
class EmptyState;
class FactList;
class FaultList;
class SearchField;
class TextLabel;

/// The practice lab: start and leave it, choose what goes wrong, see which services were asked.
class PracticePage : public Page
{
    Q_OBJECT
public:
    explicit PracticePage(const AppContext &context, QWidget *parent = nullptr);

    void shown() override { m_watch.look(); }
    void refresh() override { m_watch.look(); }
    void workspaceChanged() override { m_watch.look(); } ///< started in a terminal: its cloud is a change

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    QWidget *makeFaults();
    QWidget *makeSide();
    QWidget *makeOff();
    void start();
    void leave();
    void applyFaults();
    void showState();
    void showError(const QString &title, const Error &error);

    const AppContext &m_context;
    PracticeWatch m_watch;
    Banner *m_banner = nullptr;
    Button *m_open = nullptr;
    Button *m_copy = nullptr;
    Button *m_leave = nullptr;
    Button *m_start = nullptr;
    EmptyState *m_off = nullptr;
    QWidget *m_on = nullptr;
    QWidget *m_side = nullptr;
    FaultList *m_faults = nullptr;
    SearchField *m_find = nullptr;
    TextLabel *m_noFault = nullptr;
    FactList *m_services = nullptr;
    bool m_choosing = false; ///< the lab is being told: what it says meanwhile is older
    bool m_chooseAgain = false;
};

} // namespace mooring
