#include "ui/widgets/tableview.h"

#include "ui/widgets/celldelegate.h"
#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace mooring {
namespace {

constexpr char hoverProperty[] = "mooringHover";

bool isEnter(const QKeyEvent *event) { return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter; }

void prepareHeader(QHeaderView *header)
{
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(dp(header, 40));
    header->setFixedHeight(dp(header, 32));
    header->setTextElideMode(Qt::ElideRight);
}

} // namespace

TableView::TableView(const QString &accessibleName, QWidget *parent)
    : QTableView(parent), m_cells(new CellDelegate(this))
{
    setAccessibleName(accessibleName);
    setItemDelegate(m_cells);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    prepareHeader(horizontalHeader());
    horizontalHeader()->setStretchLastSection(true);
    setRowHeight(30);
    setEdge(16);
}

void TableView::setRowHeight(int px)
{
    verticalHeader()->setMinimumSectionSize(dp(this, 20)); // the default cannot be below it
    verticalHeader()->setDefaultSectionSize(dp(this, px));
}

void TableView::setEdge(int px)
{
    m_cells->setEdge(px);
    viewport()->update();
    horizontalHeader()->setProperty("mooringEdge", px);
}

void TableView::setHover(const QModelIndex &index)
{
    const QPersistentModelIndex before = property(hoverProperty).toPersistentModelIndex();
    if (before.row() == index.row() && before.isValid() == index.isValid())
        return;
    setProperty(hoverProperty, QVariant::fromValue(QPersistentModelIndex(index)));
    viewport()->update();
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    setHover(indexAt(event->pos()));
    QTableView::mouseMoveEvent(event);
}

bool TableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHover({});
    return QTableView::viewportEvent(event);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (isEnter(event) && currentIndex().isValid()) {
        Q_EMIT activated(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Space && currentIndex().isValid() && currentIndex().column() != 0 &&
        currentIndex().siblingAtColumn(0).data(Qt::CheckStateRole).isValid()) {
        edit(currentIndex().siblingAtColumn(0), AnyKeyPressed, event); // the box of the row, wherever the cell is
        return;
    }
    QTableView::keyPressEvent(event);
}

TreeView::TreeView(const QString &accessibleName, QWidget *parent) : QTreeView(parent), m_cells(new CellDelegate(this))
{
    setAccessibleName(accessibleName);
    setItemDelegate(m_cells);
    setFrameShape(QFrame::NoFrame);
    setIndentation(dp(this, 18));
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setAllColumnsShowFocus(true);
    prepareHeader(header());
}

void TreeView::keyPressEvent(QKeyEvent *event)
{
    if (isEnter(event) && currentIndex().isValid()) {
        Q_EMIT activated(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void TreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // The ground of the whole row, under chevrons and columns alike.
    const Tokens t = Tokens::from(palette());
    const bool selected = selectionModel() && selectionModel()->isSelected(index);
    if (selected)
        painter->fillRect(option.rect, t.accentSoft);
    QTreeView::drawRow(painter, option, index);
    if (selected)
        painter->fillRect(QRectF(option.rect.x(), option.rect.y(), 3, option.rect.height()), t.accent);
}

} // namespace mooring
