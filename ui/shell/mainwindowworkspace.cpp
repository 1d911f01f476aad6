// Which workspace is shown: the switcher, the tree's source, and the band of the practice lab.
#include "core/azure/mlruns/mlsession.h"
#include "core/workspace/profile.h"
#include "core/workspace/workspace.h"
#include "ui/azure/practice/practiceacts.h"
#include "ui/azure/practice/practiceband.h"
#include "ui/azure/practice/practicewatch.h"
#include "ui/context/openmlsession.h"
#include "ui/shell/activitystrip.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/router.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/workspaceswitcher.h"
#include "ui/workspace/mlcontent.h"
#include "ui/workspace/workspacefeed.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

/// Between two looks at a workspace of Azure ML, which tells nobody that it changed.
constexpr int kAzurePauseMs = 60'000;

} // namespace

void MainWindow::makeSwitcher()
{
    m_switcher = new WorkspaceSwitcher(*m_services.workspace, m_openWorkspace, this);
    connect(m_switcher, &WorkspaceSwitcher::changed, this, [this] {
        showWorkspaceName();
        showBand();
    });
    connect(m_switcher, &WorkspaceSwitcher::routeWanted, m_router, &Router::go);
    m_practice = new PracticeWatch(m_services.profile->folder(), this);
    connect(m_practice, &PracticeWatch::changed, this, &MainWindow::showBand);
    connect(&m_openWorkspace, &OpenWorkspace::contentChanged, this, [this] {
        m_switcher->read();
        m_practice->look();
        m_feed->readSoon();
    });
    m_azurePause.setInterval(kAzurePauseMs);
    connect(&m_azurePause, &QTimer::timeout, this, [this] { m_feed->readSoon(); });
    m_switcher->read();
    m_practice->look();
}

/// One feed for each workspace: what the one before was still reading is dropped with it.
void MainWindow::makeFeed()
{
    m_feedCancel.cancel();
    m_feedCancel = CancelToken();
    delete m_feed;
    WorkspaceFeed::Reader reader;
    if (m_openWorkspace.isLocal()) {
        reader = [workspace = m_services.workspace, targets = m_services.targets, kinds = m_services.kinds,
                  trust = m_services.trust] { return readWorkspaceContent(*workspace, *targets, *kinds, {}, trust); };
        m_azurePause.stop();
    } else {
        reader = [context = *m_context, name = m_openWorkspace.name(), cancel = m_feedCancel] {
            WorkspaceContent content;
            const auto session = openMlSession(context, name);
            if (session)
                content = readMlContent(**session, cancel);
            else
                content.problem = session.error().text();
            addCloudEndpoints(content, context.workspace, name);
            if (session && content.problem.isEmpty()) // else it is not there for these either
                addOnlineEndpoints(content, **session, context.workspace, cancel);
            return content;
        };
        m_azurePause.start();
    }
    m_feed = new WorkspaceFeed(reader, this);
    connect(m_feed, &WorkspaceFeed::read, this, [this](const WorkspaceContent &content) {
        m_read = content;
        showContent();
    });
}

void MainWindow::workspaceSwitched()
{
    if (!m_context)
        return;
    m_read = {};
    makeFeed();
    showWorkspaceName();
    showBand();
    m_router->startOver(u"welcome"_s);
    showContent();
    m_feed->readSoon();
}

void MainWindow::showWorkspaceName()
{
    WorkspaceHead *head = m_sidebar->head();
    if (const auto open = m_switcher->current())
        head->setWorkspace(open->name, WorkspaceSwitcher::placeOf(*open), WorkspaceSwitcher::iconOf(*open));
    else if (m_openWorkspace.isLocal())
        head->setWorkspace(m_switcher->localTitle(), WorkspaceSwitcher::localPlace(), u"workspace"_s);
    else
        head->setWorkspace(m_openWorkspace.name(), tr("Azure ML"), u"cloud"_s);
}

void MainWindow::showSwitcher()
{
    if (!m_switcher)
        return;
    QWidget *head = m_sidebar->head();
    m_switcher->makeMenu(this)->popup(head->mapToGlobal(QPoint(0, head->height())));
}

void MainWindow::showBand()
{
    if (!m_practice)
        return;
    m_band->tell(m_practice->state(), m_switcher->isPractice());
    m_strip->setPlace(m_openWorkspace.isLocal()  ? ActivityStrip::Place::Local
                      : m_switcher->isPractice() ? ActivityStrip::Place::Practice
                                                 : ActivityStrip::Place::Azure);
}

void MainWindow::connectBand()
{
    connect(m_band, &PracticeBand::faultsWanted, this, [this] { m_router->go(u"practice"_s); });
    connect(m_band, &PracticeBand::leaveWanted, this, [this] {
        leavePractice(*m_context, this, [this](const std::optional<Error> &error) {
            if (error)
                showDrawer(true); // the job there says why
            m_openWorkspace.noteChange();
        });
    });
}

} // namespace mooring
