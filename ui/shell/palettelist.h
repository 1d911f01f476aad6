#pragma once

#include "ui/shell/paletteitem.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace mooring {

/// The rows of the palette: heads of groups (not selectable) and items.
class PaletteListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IsHeadRole = Qt::UserRole, DetailRole, IconRole, GlyphRole, ShortcutRole };

    using QAbstractListModel::QAbstractListModel;

    void setItems(std::vector<PaletteItem> items, const QString &query);
    const PaletteItem *item(const QModelIndex &index) const; ///< null for heads
    QString query() const { return m_query; }
    int itemCount() const { return int(m_items.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        bool head = false;
        size_t item = 0; ///< of a head: the first of its group
    };
    static QString groupTitle(PaletteItem::Group group);

    std::vector<PaletteItem> m_items;
    std::vector<Row> m_rows;
    QString m_query;
};

class PaletteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace mooring
