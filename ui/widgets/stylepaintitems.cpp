#include "ui/widgets/icons.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace mooring::stylepaint {
namespace {

bool is(const QStyleOption *option, QStyle::StateFlag flag) { return option->state.testFlag(flag); }

} // namespace

void tab(QPainter *painter, const QStyleOptionTab *option)
{
    const Tokens t = Tokens::from(option->palette);
    painter->save();
    const bool current = is(option, QStyle::State_Selected);
    painter->setPen(!is(option, QStyle::State_Enabled) ? t.text3 : current ? t.text : t.text2);
    painter->drawText(option->rect, Qt::AlignCenter | Qt::TextShowMnemonic, option->text);
    if (current)
        painter->fillRect(QRectF(option->rect.x(), option->rect.bottom() - 1, option->rect.width(), 2), t.accent);
    if (is(option, QStyle::State_HasFocus) && is(option, QStyle::State_KeyboardFocusChange))
        focusRect(painter, option->rect.adjusted(0, 2, 0, -4), option->palette);
    painter->restore();
}

void menuItem(QPainter *painter, const QStyleOptionMenuItem *option)
{
    const Tokens t = Tokens::from(option->palette);
    const QRect r = option->rect;
    painter->save();
    if (option->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRectF(r.x(), r.center().y(), r.width(), 1), t.line);
        painter->restore();
        return;
    }
    const bool enabled = is(option, QStyle::State_Enabled);
    if (is(option, QStyle::State_Selected) && enabled)
        panel(painter, r.adjusted(4, 0, -4, 0), t.accentSoft, t.highContrast ? t.accent : QColor(), 3);
    const int side = dp(nullptr, 16);
    const QRectF mark(r.x() + dp(nullptr, 12), r.y() + (r.height() - side) / 2.0, side, side);
    if (option->checked)
        paintIcon(painter, u"check"_s, mark, enabled ? t.accent : t.text3);
    else if (!option->icon.isNull())
        option->icon.paint(painter, mark.toRect(), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const QStringList parts = option->text.split(u'\t');
    const QRect words(r.x() + dp(nullptr, 36), r.y(), r.width() - dp(nullptr, 36 + 24), r.height());
    painter->setFont(option->font);
    painter->setPen(enabled ? t.text : t.text3);
    painter->drawText(words, Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, parts.value(0));
    painter->setPen(t.text3);
    if (parts.size() > 1)
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, parts.value(1));
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, u"go-next"_s, QRectF(r.right() - dp(nullptr, 8) - side, mark.y(), side, side), t.text2);
    painter->restore();
}

void menuBarItem(QPainter *painter, const QStyleOptionMenuItem *option)
{
    const Tokens t = Tokens::from(option->palette);
    painter->save();
    painter->fillRect(option->rect, t.window);
    if (is(option, QStyle::State_Selected) || is(option, QStyle::State_Sunken))
        panel(painter, option->rect.adjusted(1, 4, -1, -4), t.hover, t.highContrast ? t.accent : QColor(), 4);
    painter->setPen(is(option, QStyle::State_Enabled) ? t.text : t.text3);
    painter->drawText(option->rect, Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, option->text);
    painter->restore();
}

void headerSection(QPainter *painter, const QStyleOptionHeader *option)
{
    const Tokens t = Tokens::from(option->palette);
    painter->fillRect(option->rect, t.base);
    if (option->orientation == Qt::Horizontal)
        painter->fillRect(QRectF(option->rect.x(), option->rect.bottom(), option->rect.width(), 1), t.lineStrong);
}

void headerLabel(QPainter *painter, const QStyleOptionHeader *option, const QWidget *widget)
{
    const Tokens t = Tokens::from(option->palette);
    painter->save();
    const bool sorted = option->sortIndicator != QStyleOptionHeader::None;
    QFont font = fontOf(nullptr, Type::Small);
    font.setBold(sorted);
    painter->setFont(font);
    painter->setPen(sorted ? t.text : t.text2);
    const int gap = dp(nullptr, 8), side = dp(nullptr, 16);
    const QVariant asked = widget ? widget->property("mooringEdge") : QVariant();
    const int edge = asked.isValid() ? dp(widget, asked.toInt()) : gap;
    const bool first =
        option->position == QStyleOptionHeader::Beginning || option->position == QStyleOptionHeader::OnlyOneSection;
    const bool last =
        option->position == QStyleOptionHeader::End || option->position == QStyleOptionHeader::OnlyOneSection;
    QRect words = option->rect;
    words.setLeft(option->rect.left() + (first ? edge : gap));
    words.setRight(option->rect.right() - (last ? edge : gap));
    const QFontMetrics metrics(font);
    const bool right = option->textAlignment & Qt::AlignRight;
    if (sorted) {
        const QString arrow =
            option->sortIndicator == QStyleOptionHeader::SortDown ? u"go-up"_s : u"go-down"_s; // SortDown is ascending
        const int width = qMin(metrics.horizontalAdvance(option->text), words.width() - side - 2);
        const double x = right ? words.right() - width - side - 3 : words.x() + width + 4;
        paintIcon(painter, arrow, QRectF(x, words.center().y() - side / 2.0 + 1, side, side), t.text);
    }
    const QString shown = metrics.elidedText(option->text, Qt::ElideRight, words.width() - (sorted ? side + 2 : 0));
    painter->drawText(
        words, int(Qt::AlignVCenter | (right ? Qt::AlignRight : option->textAlignment & Qt::AlignHorizontal_Mask)),
        shown);
    painter->restore();
}

void branch(QPainter *painter, const QStyleOption *option)
{
    if (!is(option, QStyle::State_Children))
        return;
    const Tokens t = Tokens::from(option->palette);
    const double side = dp(nullptr, 16);
    const QPointF center = QRectF(option->rect).center();
    paintIcon(painter, is(option, QStyle::State_Open) ? u"go-down"_s : u"go-next"_s,
              QRectF(center.x() - side / 2, center.y() - side / 2, side, side), t.text2);
}

void itemGround(QPainter *painter, const QStyleOptionViewItem *option)
{
    const Tokens t = Tokens::from(option->palette);
    if (option->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, option->backgroundBrush);
    if (is(option, QStyle::State_Selected))
        painter->fillRect(option->rect, t.accentSoft);
    else if (is(option, QStyle::State_MouseOver) && is(option, QStyle::State_Enabled))
        painter->fillRect(option->rect, t.hover);
}

} // namespace mooring::stylepaint
