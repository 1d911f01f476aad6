#pragma once

#include <QTableView>
#include <QTreeView>

namespace mooring {

class CellDelegate;

/// A table in our looks: whole rows, hairlines under them, no grid, head of 32, one row of the pointer lit.
/// Enter and double click open (activated), Space ticks, Ctrl+A chooses all.
class TableView : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(const QString &accessibleName, QWidget *parent = nullptr);

    CellDelegate *cells() const { return m_cells; }
    /// 30 at first; 48 with two lines, 44 in dialogs.
    void setRowHeight(int px);
    /// Left of the first and right of the last column; 24 where the table reaches the page's edge.
    void setEdge(int px);

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setHover(const QModelIndex &index);

    CellDelegate *m_cells;
};

/// A tree of several columns in the same looks: rows of 28, chevrons of ours.
class TreeView : public QTreeView
{
    Q_OBJECT
public:
    explicit TreeView(const QString &accessibleName, QWidget *parent = nullptr);

    CellDelegate *cells() const { return m_cells; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    CellDelegate *m_cells;
};

} // namespace mooring
