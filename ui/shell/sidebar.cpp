#include "ui/shell/sidebar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/turnclock.h"
#include "ui/workspace/treedelegate.h"
#include "ui/workspace/workspacemodel.h"

#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QTreeView>
#include <QVBoxLayout>

namespace mooring {

WorkspaceHead::WorkspaceHead(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("workspaceHead"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WorkspaceHead::setWorkspace(const QString &name, const QString &place, const QString &iconName)
{
    m_icon = iconName;
    setText(name);
    m_place = place;
    setAccessibleName(name);
    setAccessibleDescription(place);
    setToolTip(tr("Choose the workspace"));
    update();
}

void WorkspaceHead::setCurrent(bool current)
{
    m_current = current;
    update();
}

QSize WorkspaceHead::sizeHint() const { return {dp(this, 200), dp(this, 44)}; }

void WorkspaceHead::paintEvent(QPaintEvent *)
{
    const Tokens tokens = Tokens::from(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_current || underMouse())
        painter.fillRect(rect(), m_current ? tokens.accentSoft : tokens.hover);
    if (m_current)
        painter.fillRect(QRect(0, 0, dp(this, 3), height()), tokens.accent);
    const double size = dp(this, 20);
    paintIcon(&painter, m_icon, {double(dp(this, 12)), (height() - size) / 2, size, size}, tokens.accent);
    const double arrow = dp(this, 16);
    paintIcon(&painter, QStringLiteral("go-down"),
              {width() - arrow - dp(this, 12), (height() - arrow) / 2, arrow, arrow}, tokens.text2);
    const QRect inside = rect().adjusted(dp(this, 40), dp(this, 4), -dp(this, 36), -dp(this, 4));
    const QRect upper(inside.left(), inside.top(), inside.width(), dp(this, 20));
    const QRect lower(inside.left(), upper.bottom(), inside.width(), dp(this, 18));
    painter.setFont(fontOf(this, Type::Section));
    painter.setPen(tokens.text);
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, upper.width()));
    painter.setFont(fontOf(this, Type::Small));
    painter.setPen(tokens.text2);
    painter.drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_place, Qt::ElideRight, lower.width()));
    painter.fillRect(QRectF(0, height() - 1, width(), 1), tokens.line);
    if (hasFocus() && showsKeyboardFocus(this)) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

Sidebar::Sidebar(WorkspaceModel *model, QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_head(new WorkspaceHead(this)),
      m_tree(new QTreeView(this)),
      m_delegate(new TreeDelegate(this))
{
    setObjectName(QStringLiteral("sidebar"));
    m_tree->setObjectName(QStringLiteral("workspaceTree"));
    m_tree->setAccessibleName(tr("Workspace"));
    m_tree->setModel(model);
    m_tree->setItemDelegate(m_delegate);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(0);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setMouseTracking(true);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->viewport()->setAutoFillBackground(false);
    m_tree->viewport()->installEventFilter(this);
    m_tree->installEventFilter(this);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &Sidebar::showMenu);
    m_tree->expand(model->groupIndex(WorkspaceModel::Targets));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addSpacing(dp(this, 8));
    layout->addWidget(m_tree, 1);

    const auto open = [this](const QModelIndex &index) {
        Q_EMIT routeWanted(index.data(WorkspaceModel::RouteRole).toString());
    };
    connect(m_tree, &QTreeView::clicked, this, open);
    connect(m_tree, &QTreeView::activated, this, open);
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] { setCurrentRoute(m_route); });
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree->viewport() && event->type() == QEvent::MouseButtonPress) {
        const QPoint at = static_cast<QMouseEvent *>(event)->pos();
        return toggledByChevron(at) || addedByPlus(at);
    }
    if (watched == m_tree && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete && m_tree->currentIndex().parent().isValid()) {
        Q_EMIT deleteWanted(m_tree->currentIndex());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool Sidebar::toggledByChevron(const QPoint &at)
{
    const QModelIndex index = m_tree->indexAt(at);
    if (!index.isValid() || index.parent().isValid() || at.x() >= dp(this, 24))
        return false;
    m_tree->setExpanded(index, !m_tree->isExpanded(index));
    return true;
}

bool Sidebar::addedByPlus(const QPoint &at)
{
    const QModelIndex index = m_tree->indexAt(at);
    const QString route = index.data(WorkspaceModel::AddRouteRole).toString();
    if (route.isEmpty() || at.x() < m_tree->viewport()->width() - dp(this, 38))
        return false;
    Q_EMIT routeWanted(route);
    return true;
}

void Sidebar::showMenu(const QPoint &at)
{
    const QModelIndex index = m_tree->indexAt(at);
    const QString add = index.data(WorkspaceModel::AddRouteRole).toString();
    const bool draft = index.data(WorkspaceModel::DraftRole).toBool();
    const bool target = index.parent() == m_model->groupIndex(WorkspaceModel::Targets) &&
                        index.data(WorkspaceModel::CanDetachRole).toBool();
    if (add.isEmpty() && !draft && !target)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!add.isEmpty())
        connect(menu->addAction(icon(QStringLiteral("list-add")), tr("Attach…")), &QAction::triggered, this,
                [this, add] { Q_EMIT routeWanted(add); });
    else
        connect(menu->addAction(draft ? icon(QStringLiteral("edit-delete")) : icon(QStringLiteral("unlink")),
                                draft ? tr("Throw the draft away") : tr("Detach…")),
                &QAction::triggered, this, [this, kept = QPersistentModelIndex(index)] { Q_EMIT deleteWanted(kept); });
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

void Sidebar::setCurrentRoute(const QString &route)
{
    m_route = route;
    const QModelIndex index = m_model->indexOfRoute(route);
    if (!index.isValid()) {
        m_tree->clearSelection();
        return;
    }
    if (m_tree->currentIndex() != index)
        m_tree->setCurrentIndex(index);
}

void Sidebar::setLive(bool live) { watchTurn(m_tree->viewport(), live); }

QStringList Sidebar::expandedGroups() const
{
    QStringList keys;
    for (int group = 0; group < WorkspaceModel::GroupCount; ++group) {
        const QModelIndex index = m_model->groupIndex(WorkspaceModel::Group(group));
        if (m_tree->isExpanded(index))
            keys << index.data(WorkspaceModel::KeyRole).toString();
    }
    return keys;
}

void Sidebar::setExpandedGroups(const QStringList &keys)
{
    for (int group = 0; group < WorkspaceModel::GroupCount; ++group) {
        const QModelIndex index = m_model->groupIndex(WorkspaceModel::Group(group));
        m_tree->setExpanded(index, keys.contains(index.data(WorkspaceModel::KeyRole).toString()));
    }
}

void Sidebar::paintEvent(QPaintEvent *)
{
    const Tokens tokens = Tokens::from(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.window);
}

} // namespace mooring
