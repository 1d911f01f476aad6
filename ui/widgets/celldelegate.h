#pragma once

#include <QStyledItemDelegate>

namespace mooring {

/// Paints every cell of our tables and trees from Qt's roles and CellRole: check box, series mark, glyph or icon, one
/// or two lines. Space toggles a check box, as in Qt.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CellDelegate(QObject *parent = nullptr);

    /// Space before the first and after the last column; 16 at first.
    void setEdge(int px) { m_edge = px; }
    int edge() const { return m_edge; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QString displayText(const QVariant &value, const QLocale &locale) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    /// The whole text of a cell that is cut is its tool tip.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    QRect contentRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    int paintMarks(QPainter *painter, const QRect &where, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    void paintText(QPainter *painter, const QRect &where, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    int marksWidth(const QModelIndex &index) const;

    int m_edge = 16;
};

} // namespace mooring
