#pragma once

#include "core/base/canceltoken.h"
#include "ui/context/appcontext.h"
#include "ui/context/draftshelf.h"
#include "ui/context/openworkspace.h"
#include "ui/shell/window.h"
#include "ui/shell/windowcommand.h"
#include "ui/widgets/onceaframe.h"
#include "ui/workspace/workspacecontent.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <memory>

class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace mooring {

class ActivityDrawer;
class ActivityStrip;
class Banner;
class CommandPalette;
class EndpointWatch;
class MenuRow;
class PageRegistry;
class PracticeBand;
class PracticeWatch;
class PromptCard;
class Router;
class Sidebar;
class UiSettings;
class WorkspaceFeed;
class WorkspaceModel;
class WorkspaceSwitcher;
struct PaletteItem;

/// The one window: menu row, sidebar, pages, drawer, strip. Shows before anything is open; fills when the services
/// come.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(const PageRegistry &pages, JobRunner &jobs, UiSettings &settings);
    ~MainWindow() override;

    /// Once, when the services are open. They outlive the window.
    void setServices(const OpenedServices &services, const QString &route);
    /// Instead of it: what is wrong and what to do, in place of every page.
    void setProblem(const Error &error);
    void bringToFront();

    Router &router() { return *m_router; }
    const AppContext *context() const { return m_context.get(); }
    Sidebar *sidebar() const { return m_sidebar; }
    ActivityDrawer *drawer() const { return m_drawer; }
    ActivityStrip *strip() const { return m_strip; }
    OpenWorkspace &openWorkspace() { return m_openWorkspace; }
    CommandPalette *commandPalette() const { return m_palette; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildChrome();
    QWidget *makeSheet();
    void connectChrome();
    QWidget *makeOpening();
    void rebuildChrome();
    std::vector<WindowCommand> commands();
    std::vector<WindowCommand> fileAndEditCommands();
    std::vector<WindowCommand> viewCommands();
    std::vector<WindowCommand> workspaceCommands();
    std::vector<WindowCommand> runAndHelpCommands();
    std::function<void()> goTo(const QString &route);
    std::function<bool()> isOpen();
    std::vector<PaletteItem> paletteItems();
    void addWorkspaces(std::vector<PaletteItem> &items);
    void addSettings(std::vector<PaletteItem> &items);
    class Page *makePage(const QString &route);

    void connectWorkspace();
    void showWorkspaceName();
    void makeSwitcher();
    void makeFeed();
    void workspaceSwitched();
    void showSwitcher();
    void connectBand();
    void showBand();
    void showContent();
    /// The oldest question of a machine, over the pages; it blocks nothing.
    void showPrompts();
    void deleteWanted(const QModelIndex &index);
    void updateStrip();
    void probeKeychain();
    void updateBanner();
    void choicesChanged();

    void showSidebar(bool shown);
    void foldForWidth();
    void showDrawer(bool shown);
    void focusNextPart(bool forward);
    void sendKey(int key, Qt::KeyboardModifiers modifiers);
    void checkAllTargets();
    void restoreLayout();
    void saveLayout();
    bool mayQuit();

    const PageRegistry &m_pages;
    JobRunner &m_jobs;
    UiSettings &m_settings;
    DraftShelf m_drafts;
    OpenWorkspace m_openWorkspace;
    WorkspaceContent m_read; ///< as it was read last, without drafts
    EndpointWatch *m_endpoints = nullptr;
    OpenedServices m_services;
    std::unique_ptr<AppContext> m_context;
    std::unique_ptr<Error> m_problem;
    WorkspaceModel *m_model;
    Router *m_router;
    WorkspaceFeed *m_feed = nullptr;
    CancelToken m_feedCancel; ///< of what the feed reads over the network
    QTimer m_azurePause;
    WorkspaceSwitcher *m_switcher = nullptr;
    PracticeWatch *m_practice = nullptr;
    std::vector<WindowCommand> m_commands;

    MenuRow *m_menuRow = nullptr;
    PracticeBand *m_band = nullptr;
    Sidebar *m_sidebar = nullptr;
    QStackedWidget *m_stack = nullptr;
    QSplitter *m_across = nullptr; ///< sidebar, pages
    QSplitter *m_down = nullptr;   ///< those, drawer
    ActivityDrawer *m_drawer = nullptr;
    ActivityStrip *m_strip = nullptr;
    CommandPalette *m_palette = nullptr;
    Banner *m_banner = nullptr;
    QVBoxLayout *m_promptPlace = nullptr;
    QPointer<PromptCard> m_prompt;
    QTimer m_rebuild;
    OnceAFrame m_showStrip{[this] { updateStrip(); }};
    QString m_language;
    int m_textPercent;
    bool m_sidebarWanted = true;
    bool m_folded = false;
    bool m_quitConfirmed = false;
};

} // namespace mooring
