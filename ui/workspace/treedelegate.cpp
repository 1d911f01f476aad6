#include "ui/workspace/treedelegate.h"

#include "core/base/text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stateglyph.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/turnclock.h"
#include "ui/workspace/workspacemodel.h"

#include <QTreeView>

namespace mooring {

namespace {

void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const Tokens &tokens)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(option.rect, tokens.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, tokens.hover);
    if (selected)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), dp(option.widget, 3), option.rect.height()),
                          tokens.accent);
    const bool focused =
        option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
    if (focused || (selected && tokens.highContrast)) {
        painter->setPen(QPen(tokens.accent, 2));
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
}

QRectF square(const QRect &row, double left, double size)
{
    return {row.left() + left, row.top() + (row.height() - size) / 2, size, size};
}

} // namespace

TreeDelegate::TreeDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

QSize TreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {dp(option.widget, 120), dp(option.widget, 28)};
}

void TreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens tokens = Tokens::from(option.palette);
    const auto px = [&](double value) { return dp(option.widget, value); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(painter, option, tokens);

    const QRect row = option.rect;
    const bool group = !index.parent().isValid();
    const QColor iconColor = tokens.text2;
    int right = row.right() - px(14);
    double left = 0;
    if (group) {
        const auto *view = qobject_cast<const QTreeView *>(option.widget);
        const bool open = view && view->isExpanded(index);
        paintIcon(painter, open ? QStringLiteral("go-down") : QStringLiteral("go-next"), square(row, px(8), px(14)),
                  iconColor);
        paintIcon(painter, index.data(WorkspaceModel::IconRole).toString(), square(row, px(26), px(16)), iconColor);
        left = px(50);
        if (!index.data(WorkspaceModel::AddRouteRole).toString().isEmpty())
            paintIcon(painter, QStringLiteral("list-add"), square(row, right - px(16) - row.left(), px(16)), iconColor);
        const QVariant count = index.data(WorkspaceModel::CountRole);
        if (count.isValid()) {
            painter->setFont(fontOf(option.widget, Type::Small));
            painter->setPen(tokens.text2);
            const QString text = humanCount(count.toInt());
            painter->drawText(QRect(row.left(), row.top(), right - row.left(), row.height()),
                              Qt::AlignRight | Qt::AlignVCenter, text);
            right -= painter->fontMetrics().horizontalAdvance(text) + px(8);
        }
    } else {
        paintState(painter, Glyph(index.data(WorkspaceModel::GlyphRole).toInt()), square(row, px(44), px(16)),
                   option.palette, currentTurn());
        left = px(68);
        const QString kind = index.data(WorkspaceModel::IconRole).toString();
        if (!kind.isEmpty()) {
            paintIcon(painter, kind, square(row, right - px(16) - row.left(), px(16)), iconColor);
            right -= px(24);
        }
    }

    painter->setFont(option.font);
    painter->setPen(index.data(WorkspaceModel::DraftRole).toBool() ? tokens.text2 : tokens.text);
    const QRect text(row.left() + int(left), row.top(), right - row.left() - int(left), row.height());
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
    painter->restore();
}

} // namespace mooring
