// How the window is divided: sidebar, drawer, focus, and what of it is kept for the next time.
#include "core/jobs/jobrunner.h"
#include "ui/azure/practice/practiceband.h"
#include "ui/context/uisettings.h"
#include "ui/shell/activitydrawer.h"
#include "ui/shell/activitystrip.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/menurow.h"
#include "ui/shell/router.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/decisiondialog.h"
#include "ui/widgets/page.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/targetcheck.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QScreen>
#include <QSplitter>
#include <QTreeView>

namespace mooring {

namespace {

constexpr int kFoldBelow = 1000; ///< px of width under which the sidebar folds by itself

/// The first thing in it that takes the focus by Tab, or what had it last.
void focusInto(QWidget *part)
{
    if (QWidget *last = part->focusWidget(); last && last != part && last->isVisible()) {
        last->setFocus(Qt::TabFocusReason);
        return;
    }
    const QList<QWidget *> inside = part->findChildren<QWidget *>();
    for (QWidget *widget : inside) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)) {
            widget->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace

void MainWindow::showSidebar(bool shown)
{
    if (m_problem)
        return;
    if (!m_folded)
        m_sidebarWanted = shown;
    m_sidebar->setVisible(shown);
}

void MainWindow::foldForWidth()
{
    const bool narrow = width() < dp(this, kFoldBelow);
    m_menuRow->sidebarButton()->setVisible(narrow);
    if (narrow == m_folded)
        return;
    m_folded = narrow;
    m_sidebar->setVisible(!m_problem && !narrow && m_sidebarWanted);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    foldForWidth();
}

void MainWindow::showDrawer(bool shown)
{
    const bool hadFocus = m_drawer->isAncestorOf(QApplication::focusWidget());
    m_drawer->setVisible(shown);
    m_strip->activityButton()->setChecked(shown);
    if (!shown && hadFocus)
        focusInto(m_router->page() ? static_cast<QWidget *>(m_router->page()) : m_sidebar);
    if (shown)
        focusInto(m_drawer);
}

void MainWindow::focusNextPart(bool forward)
{
    std::vector<QWidget *> parts;
    for (QWidget *part :
         {static_cast<QWidget *>(m_band), static_cast<QWidget *>(m_sidebar), static_cast<QWidget *>(m_router->page()),
          static_cast<QWidget *>(m_drawer), static_cast<QWidget *>(m_strip)}) {
        if (part && part->isVisible())
            parts.push_back(part);
    }
    if (parts.empty())
        return;
    int at = -1;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (parts[i]->isAncestorOf(QApplication::focusWidget()))
            at = int(i);
    }
    const int count = int(parts.size());
    focusInto(parts[size_t((at + (forward ? 1 : count - 1) + (at < 0 && !forward ? 1 : 0)) % count)]);
}

void MainWindow::sendKey(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    if (!focus)
        return;
    QApplication::postEvent(focus, new QKeyEvent(QEvent::KeyPress, key, modifiers));
    QApplication::postEvent(focus, new QKeyEvent(QEvent::KeyRelease, key, modifiers));
}

void MainWindow::restoreLayout()
{
    const Json layout = m_settings.layout("window");
    const QSize room = screen() ? screen()->availableSize() : QSize(1366, 768);
    if (!isVisible()) {
        const QSize wanted(int(intAt(layout, "width", dp(this, 1366))), int(intAt(layout, "height", dp(this, 768))));
        resize(wanted.boundedTo(room).expandedTo(minimumSize()));
        if (boolAt(layout, "maximized"))
            setWindowState(windowState() | Qt::WindowMaximized);
    }
    const int side = int(qBound(qint64(200), intAt(layout, "sidebar", 248), qint64(400)));
    m_across->setSizes({dp(this, side), qMax(dp(this, 300), width() - dp(this, side))});
    const int drawer = int(qBound(qint64(160), intAt(layout, "drawer", 248), qint64(2000)));
    m_down->setSizes({qMax(dp(this, 200), height() - dp(this, drawer)), dp(this, drawer)});
    m_sidebarWanted = boolAt(layout, "sidebarShown", true);
    m_sidebar->setVisible(!m_problem && m_sidebarWanted && !m_folded);
    m_drawer->setVisible(boolAt(layout, "drawerShown"));
    m_strip->activityButton()->setChecked(boolAt(layout, "drawerShown"));
    if (layout.is_object() && layout.contains("expanded"))
        m_sidebar->setExpandedGroups(stringsAt(layout, "expanded"));
}

void MainWindow::saveLayout()
{
    Json layout = m_settings.layout("window");
    if (!layout.is_object())
        layout = Json::object();
    const double unit = dp(this, 100) / 100.0;
    if (!isMaximized()) {
        layout["width"] = width();
        layout["height"] = height();
    }
    layout["maximized"] = isMaximized();
    if (m_sidebar->isVisible())
        layout["sidebar"] = qRound(m_sidebar->width() / unit);
    if (m_drawer->isVisible())
        layout["drawer"] = qRound(m_drawer->height() / unit);
    layout["sidebarShown"] = m_sidebarWanted;
    layout["drawerShown"] = !m_drawer->isHidden();
    layout["expanded"] = stringList(m_sidebar->expandedGroups());
    m_settings.setLayout("window", layout);
}

bool MainWindow::mayQuit()
{
    std::vector<const Job *> lost;
    for (const auto &job : m_jobs.jobs()) {
        const bool runs = job->state() == Job::State::Running || job->state() == Job::State::Waiting;
        // A check only looks: nothing is lost with it.
        if (runs && !job->findChild<TargetCheck *>(QString(), Qt::FindDirectChildrenOnly))
            lost.push_back(job.get());
    }
    if (lost.empty() || m_quitConfirmed)
        return true;
    auto *dialog =
        new DecisionDialog(tr("Quit before this is done?"),
                           tr("What Mooring itself is doing now is canceled, and what it began is undone."), this);
    dialog->setObjectName(QStringLiteral("quitDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    for (const Job *job : lost)
        dialog->addStatement(Glyph::Preparing, job->title());
    dialog->addStatement(Glyph::Good, tr("Runs that were started go on without this window."));
    dialog->setDanger(tr("Quit"));
    dialog->setCancelText(tr("Stay"));
    connect(dialog, &QDialog::accepted, this, [this] {
        m_quitConfirmed = true;
        close();
    });
    dialog->open();
    return false;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    event->setAccepted(mayQuit());
}

} // namespace mooring
