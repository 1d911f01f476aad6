#include "ui/shell/mainwindow.h"

#include "core/base/language.h"
#include "core/jobs/jobrunner.h"
#include "core/workspace/workspace.h"
#include "ui/azure/practice/practiceband.h"
#include "ui/context/pageregistry.h"
#include "ui/context/uisettings.h"
#include "ui/shell/activitydrawer.h"
#include "ui/shell/activitystrip.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/menurow.h"
#include "ui/shell/problempage.h"
#include "ui/shell/promptcard.h"
#include "ui/shell/router.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/page.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/targetcheck.h"
#include "ui/workspace/workspacefeed.h"
#include "ui/workspace/workspacemodel.h"

#include <QAbstractButton>
#include <QEvent>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace mooring {

MainWindow::MainWindow(const PageRegistry &pages, JobRunner &jobs, UiSettings &settings)
    : m_pages(pages),
      m_jobs(jobs),
      m_settings(settings),
      m_drafts(settings),
      m_openWorkspace(settings),
      m_model(new WorkspaceModel(this)),
      m_router(new Router(this)),
      m_language(languageInUse()),
      m_textPercent(settings.choices().textPercent)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Mooring"));
    m_router->setMaker([this](const QString &route) { return makePage(route); });
    // Everything at once and later: the one who asked may be a page that goes away.
    m_rebuild.setSingleShot(true);
    m_rebuild.setInterval(0);
    connect(&m_rebuild, &QTimer::timeout, this, &MainWindow::rebuildChrome);
    connect(&m_drafts, &DraftShelf::changed, this, &MainWindow::showContent);
    connect(&m_openWorkspace, &OpenWorkspace::changed, this, &MainWindow::workspaceSwitched);
    connect(&m_settings, &UiSettings::chosen, this, [this, language = settings.choices().language]() mutable {
        if (language != m_settings.choices().language) // else --lang goes on saying otherwise
            installLanguage(language = m_settings.choices().language);
        choicesChanged();
    });
    connect(m_router, &Router::routeChanged, this, [this](const QString &route) {
        m_sidebar->setCurrentRoute(route);
        m_sidebar->head()->setCurrent(route.startsWith(QStringLiteral("open-workspace")));
        m_settings.setLayout("route", toStd(route));
    });
    for (const auto change : {&JobRunner::added, &JobRunner::changed, &JobRunner::ended, &JobRunner::removed})
        connect(&m_jobs, change, this, [this] { m_showStrip.ask(); });
    connect(&m_jobs, &JobRunner::ended, this, [this](Job *job) {
        m_strip->announce(job->state() == Job::State::Failed ? tr("%1: failed").arg(job->title())
                                                             : tr("%1: ended").arg(job->title()));
    });
    buildChrome();
    restoreLayout();
    m_sidebar->tree()->setFocus();
}

MainWindow::~MainWindow()
{
    if (m_services.prompts)
        m_services.prompts->setListener({});
    m_feedCancel.cancel();
    delete takeCentralWidget(); // the pages, while what they refer to is there
}

void MainWindow::buildChrome()
{
    m_menuRow = new MenuRow;
    m_band = new PracticeBand;
    m_sidebar = new Sidebar(m_model);
    m_stack = new QStackedWidget;
    m_stack->setObjectName(QStringLiteral("pages"));
    m_stack->addWidget(makeOpening());
    QWidget *sheet = makeSheet();
    m_drawer = new ActivityDrawer(m_jobs);
    m_drawer->hide();
    m_strip = new ActivityStrip;

    m_across = new QSplitter(Qt::Horizontal);
    m_across->setHandleWidth(1);
    m_across->addWidget(m_sidebar);
    m_across->addWidget(sheet);
    m_across->setStretchFactor(1, 1);
    m_across->setChildrenCollapsible(false);
    m_sidebar->setMinimumWidth(dp(this, 200));
    m_sidebar->setMaximumWidth(dp(this, 400));
    m_down = new QSplitter(Qt::Vertical);
    m_down->setHandleWidth(1);
    m_down->addWidget(m_across);
    m_down->addWidget(m_drawer);
    m_down->setStretchFactor(0, 1);
    m_down->setChildrenCollapsible(false);

    auto *all = new QWidget;
    auto *layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_band);
    layout->addWidget(m_down, 1);
    layout->addWidget(m_strip);
    setMenuWidget(m_menuRow);
    setCentralWidget(all);
    setMinimumSize(dp(this, 640), dp(this, 360));

    m_commands = commands();
    buildMenus(m_menuRow->menuBar(), all, m_commands);
    m_palette = new CommandPalette([this] { return paletteItems(); }, m_settings, this);
    m_router->setStack(m_stack);
    connectChrome();
}

void MainWindow::connectChrome()
{
    connect(m_sidebar, &Sidebar::routeWanted, m_router, &Router::go);
    connect(m_sidebar->head(), &QAbstractButton::clicked, this, &MainWindow::showSwitcher);
    connect(m_sidebar, &Sidebar::deleteWanted, this, &MainWindow::deleteWanted);
    connect(m_menuRow->field(), &QAbstractButton::clicked, this, [this] { m_palette->open(); });
    connect(m_menuRow->sidebarButton(), &QAbstractButton::clicked, this,
            [this] { showSidebar(m_sidebar->isHidden()); });
    connect(m_strip->activityButton(), &QAbstractButton::toggled, this, &MainWindow::showDrawer);
    connect(m_strip->keychainButton(), &QAbstractButton::clicked, this,
            [this] { m_router->go(QStringLiteral("settings?section=keychain")); });
    connectBand();
    connect(m_drawer, &ActivityDrawer::closeWanted, this, [this] { showDrawer(false); });
}

/// Banner, question of a sign-in, page: from the top down.
QWidget *MainWindow::makeSheet()
{
    m_banner = new Banner;
    m_banner->setObjectName(QStringLiteral("windowBanner"));
    auto *sheet = new QWidget;
    auto *sheetLayout = new QVBoxLayout(sheet);
    sheetLayout->setContentsMargins(0, 0, 0, 0);
    sheetLayout->setSpacing(0);
    sheetLayout->addWidget(m_banner);
    m_promptPlace = new QVBoxLayout;
    sheetLayout->addLayout(m_promptPlace);
    m_prompt = nullptr;
    sheetLayout->addWidget(m_stack, 1);
    return sheet;
}

QWidget *MainWindow::makeOpening()
{
    auto *sheet = new QWidget;
    sheet->setBackgroundRole(QPalette::Base);
    sheet->setAutoFillBackground(true);
    auto *text = new TextLabel(tr("Opening the workspace…"), Type::Body, Ink::Text2);
    text->setObjectName(QStringLiteral("opening"));
    text->hide();
    auto *layout = new QVBoxLayout(sheet);
    layout->setContentsMargins(dp(this, 40), dp(this, 40), dp(this, 40), dp(this, 40));
    layout->addWidget(text);
    layout->addStretch(1);
    // Said only when it takes long enough to be read.
    QTimer::singleShot(500, text, &QWidget::show);
    return sheet;
}

void MainWindow::rebuildChrome()
{
    saveLayout();
    delete m_palette;
    buildChrome(); // the old menu row and central widget are deleted later, by the window
    restoreLayout();
    m_model->retranslate();
    if (m_services.workspace) {
        showWorkspaceName();
        showBand();
        m_feed->readSoon();
        probeKeychain();
        updateBanner();
    }
    if (m_problem)
        setProblem(*m_problem);
    m_router->rebuild();
    m_sidebar->setCurrentRoute(m_router->route());
    foldForWidth();
    updateStrip();
    showPrompts();
}

void MainWindow::showPrompts()
{
    const std::vector<PromptDesk::Question> open =
        m_services.prompts ? m_services.prompts->open() : std::vector<PromptDesk::Question>();
    if (m_prompt && !open.empty() && m_prompt->question() == open.front().id)
        return;
    if (m_prompt)
        m_prompt->deleteLater();
    m_prompt = nullptr;
    if (open.empty())
        return;
    m_prompt = new PromptCard(*m_services.prompts, open.front());
    m_promptPlace->addWidget(m_prompt);
}

void MainWindow::setServices(const OpenedServices &services, const QString &route)
{
    m_services = services;
    m_context.reset(new AppContext{*services.profile, *services.workspace, *services.kinds, *services.credentials,
                                   *services.runs, services.watcher, *services.targets, *services.trust,
                                   *services.endpoints, *services.docker, *services.signIn, m_jobs, m_settings,
                                   m_drafts, m_openWorkspace, *m_router});
    connectWorkspace();
    if (m_services.prompts) {
        m_services.prompts->setListener([this] {
            QMetaObject::invokeMethod(
                this, [this] { showPrompts(); }, Qt::QueuedConnection);
        });
    }
    probeKeychain();
    const Json last = m_settings.layout("route");
    QString wanted = route;
    if (wanted.isEmpty() && last.is_string())
        wanted = fromStd(last.get<std::string>());
    m_router->go(wanted.isEmpty() ? QStringLiteral("welcome") : wanted);
}

void MainWindow::setProblem(const Error &error)
{
    if (!m_problem)
        m_problem = std::make_unique<Error>(error);
    auto *page = new ProblemPage(*m_problem);
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
    m_sidebar->hide();
}

Page *MainWindow::makePage(const QString &route)
{
    const PageRegistry::PageFactory *factory = m_context ? m_pages.page(route, m_openWorkspace.isLocal()) : nullptr;
    return factory ? (*factory)(*m_context, route) : nullptr;
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_language != languageInUse()) {
        m_language = languageInUse();
        m_rebuild.start();
        // What came back of its checks is kept as text: this computer is asked again, which takes a second.
        if (m_context)
            TargetCheck::start(*m_context, builtinTargetName(*m_context));
    }
}

void MainWindow::choicesChanged()
{
    if (const int percent = m_settings.choices().textPercent; percent != m_textPercent) {
        m_textPercent = percent;
        m_rebuild.start();
    }
}

void MainWindow::bringToFront()
{
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
}

} // namespace mooring
