#include "ui/shell/palettelist.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

namespace mooring {

void PaletteListModel::setItems(std::vector<PaletteItem> items, const QString &query)
{
    beginResetModel();
    m_items = std::move(items);
    m_query = plainQuery(query);
    m_rows.clear();
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (i == 0 || m_items[i].group != m_items[i - 1].group)
            m_rows.push_back({true, i});
        m_rows.push_back({false, i});
    }
    endResetModel();
}

const PaletteItem *PaletteListModel::item(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows[size_t(index.row())].head)
        return nullptr;
    return &m_items[m_rows[size_t(index.row())].item];
}

int PaletteListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QString PaletteListModel::groupTitle(PaletteItem::Group group)
{
    switch (group) {
    case PaletteItem::Group::Commands:
        return tr("Commands");
    case PaletteItem::Group::GoTo:
        return tr("Go to");
    case PaletteItem::Group::Settings:
        break;
    }
    return tr("Settings");
}

QVariant PaletteListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const PaletteItem &item = m_items[row.item];
    if (row.head) {
        if (role == Qt::DisplayRole)
            return groupTitle(item.group);
        return role == IsHeadRole ? QVariant(true) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return item.text;
    case Qt::AccessibleTextRole:
        return item.detail.isEmpty() ? item.text : item.text + QStringLiteral(", ") + item.detail;
    case IsHeadRole:
        return false;
    case DetailRole:
        return item.detail;
    case IconRole:
        return item.icon;
    case GlyphRole:
        return item.glyph ? QVariant(int(*item.glyph)) : QVariant();
    case ShortcutRole:
        return item.shortcut;
    default:
        return {};
    }
}

Qt::ItemFlags PaletteListModel::flags(const QModelIndex &index) const
{
    return item(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {dp(option.widget, 200), dp(option.widget, index.data(PaletteListModel::IsHeadRole).toBool() ? 32 : 36)};
}

namespace {

constexpr int kEdge = 16;

void paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    painter->setFont(fontOf(option.widget, Type::Small));
    painter->setPen(Tokens::from(option.palette).text2);
    painter->drawText(option.rect.adjusted(dp(option.widget, kEdge), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      index.data().toString());
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    const Tokens tokens = Tokens::from(option.palette);
    const QRect row = option.rect;
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(row, tokens.accentSoft);
        painter->fillRect(QRect(row.left(), row.top(), dp(option.widget, 3), row.height()), tokens.accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(row, tokens.hover);
    }
}

void paintMark(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QRect row = option.rect;
    const int size = dp(option.widget, 16);
    const QRectF mark(row.left() + dp(option.widget, kEdge), row.top() + (row.height() - size) / 2.0, size, size);
    const QVariant glyph = index.data(PaletteListModel::GlyphRole);
    if (glyph.isValid())
        paintState(painter, Glyph(glyph.toInt()), mark, option.palette);
    else
        paintIcon(painter, index.data(PaletteListModel::IconRole).toString(), mark, Tokens::from(option.palette).text2);
}

/// Gives the place where it ends on the left.
int paintShortcut(QPainter *painter, const QStyleOptionViewItem &option, const QString &shortcut, int right)
{
    if (shortcut.isEmpty())
        return right;
    const Tokens tokens = Tokens::from(option.palette);
    const QRect row = option.rect;
    painter->setFont(fontOf(option.widget, Type::Small));
    const int height = dp(option.widget, 20);
    const int width = painter->fontMetrics().horizontalAdvance(shortcut) + dp(option.widget, 12);
    const QRectF chip(right - width, row.top() + (row.height() - height) / 2.0, width, height);
    painter->setPen(QPen(tokens.line, 1));
    painter->setBrush(tokens.base);
    painter->drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->setPen(tokens.text2);
    painter->drawText(chip, Qt::AlignCenter, shortcut);
    return right - width - dp(option.widget, 12);
}

/// What fits the query is bold accent: the text is drawn in pieces.
void paintTexts(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, int right)
{
    const Tokens tokens = Tokens::from(option.palette);
    const QRect row = option.rect;
    const QString text = index.data().toString();
    const auto *model = static_cast<const PaletteListModel *>(index.model());
    const QString word = model->query().section(u' ', 0, 0);
    const qsizetype at = word.isEmpty() ? -1 : text.indexOf(word, 0, Qt::CaseInsensitive);
    int left = row.left() + dp(option.widget, 44);
    const auto piece = [&](const QString &part, const QFont &font, const QColor &color) {
        if (part.isEmpty() || left >= right)
            return;
        painter->setFont(font);
        painter->setPen(color);
        const QString shown = painter->fontMetrics().elidedText(part, Qt::ElideRight, right - left);
        painter->drawText(QRect(left, row.top(), right - left, row.height()), Qt::AlignLeft | Qt::AlignVCenter, shown);
        left += painter->fontMetrics().horizontalAdvance(shown);
    };
    piece(at < 0 ? text : text.left(at), option.font, tokens.text);
    if (at >= 0) {
        piece(text.mid(at, word.size()), fontOf(option.widget, Type::Section), tokens.accent);
        piece(text.mid(at + word.size()), option.font, tokens.text);
    }
    left += dp(option.widget, 12);
    piece(index.data(PaletteListModel::DetailRole).toString(), fontOf(option.widget, Type::Small), tokens.text2);
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(PaletteListModel::IsHeadRole).toBool()) {
        paintHead(painter, option, index);
    } else {
        paintGround(painter, option);
        paintMark(painter, option, index);
        const int right = paintShortcut(painter, option, index.data(PaletteListModel::ShortcutRole).toString(),
                                        option.rect.right() - dp(option.widget, kEdge));
        paintTexts(painter, option, index, right);
    }
    painter->restore();
}

} // namespace mooring
