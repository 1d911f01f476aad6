#pragma once

#include <QStyledItemDelegate>

namespace mooring {

/// Paints the rows of the workspace tree: chevron, icon and count of a group; state glyph, name and kind icon of a row.
/// The indentation is the delegate's own (18 px a level); the view's is 0.
class TreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TreeDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace mooring
