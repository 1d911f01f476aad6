#pragma once

#include <QStyledItemDelegate>

namespace mooring {

/// Paints one job, 56 high: glyph, title and current line; bar; elapsed. Its button is a widget of the drawer.
class JobDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace mooring
