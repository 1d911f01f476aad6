#include "ui/widgets/celldelegate.h"

#include "ui/widgets/cellroles.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/seriesmark.h"
#include "ui/widgets/stateglyph.h"
#include "ui/widgets/style.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/turnclock.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace mooring {
namespace {

constexpr int gapPx = 8;

QString firstLine(const QModelIndex &index)
{
    const QVariant value = index.data(Qt::DisplayRole);
    return value.isValid() ? value.toString() : QString();
}

QFont firstFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = option.font;
    if (index.data(CellRole::Mono).toBool())
        font = fontOf(option.widget, Type::Mono);
    if (index.data(CellRole::Group).toBool())
        font = fontOf(option.widget, Type::Small);
    if (index.data(CellRole::Bold).toBool())
        font.setBold(true);
    return font;
}

QColor firstInk(const Tokens &t, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool off = !option.state.testFlag(QStyle::State_Enabled) || index.data(CellRole::Unavailable).toBool();
    if (off)
        return t.text3;
    const QVariant ink = index.data(CellRole::Ink);
    if (ink.isValid())
        return t.ink(Ink(ink.toInt()));
    return index.data(CellRole::Group).toBool() ? t.text2 : t.text;
}

} // namespace

CellDelegate::CellDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

QString CellDelegate::displayText(const QVariant &value, const QLocale &) const { return value.toString(); }

QRect CellDelegate::contentRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QWidget *w = option.widget;
    const auto *table = qobject_cast<const QTableView *>(w);
    const bool first = table && index.column() == 0,
               last = table && index.column() == index.model()->columnCount(index.parent()) - 1;
    return option.rect.adjusted(dp(w, first ? m_edge : table ? gapPx : 4), 0, -dp(w, last ? m_edge : gapPx), 0);
}

void CellDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens t = Tokens::from(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool ticked = index.siblingAtColumn(0).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const QPersistentModelIndex hovered =
        view ? view->property("mooringHover").toPersistentModelIndex() : QPersistentModelIndex();
    const bool hover = hovered.isValid() ? hovered.row() == index.row() && hovered.parent() == index.parent()
                                         : option.state.testFlag(QStyle::State_MouseOver);
    if (selected || (ticked && qobject_cast<const QTableView *>(view)))
        painter->fillRect(option.rect, t.accentSoft);
    else if (hover && option.state.testFlag(QStyle::State_Enabled))
        painter->fillRect(option.rect, t.hover);
    if (qobject_cast<const QTableView *>(view))
        painter->fillRect(QRectF(option.rect.x(), option.rect.bottom(), option.rect.width(), 1), t.line);
    if (selected && index.column() == 0 && qobject_cast<const QTableView *>(view))
        painter->fillRect(QRectF(option.rect.x(), option.rect.y(), 3, option.rect.height()), t.accent);
}

int CellDelegate::marksWidth(const QModelIndex &index) const
{
    int width = 0;
    if (index.data(Qt::CheckStateRole).isValid())
        width += 16 + 12;
    if (index.data(CellRole::Series).isValid())
        width += 24 + 12;
    if (index.data(CellRole::Glyph).isValid() || index.data(CellRole::Icon).isValid())
        width += 16 + gapPx;
    return dp(nullptr, width);
}

int CellDelegate::paintMarks(QPainter *painter, const QRect &where, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Tokens t = Tokens::from(option.palette);
    const int side = dp(option.widget, 16);
    int x = where.x();
    const double top = where.y() + (where.height() - side) / 2.0;
    const QVariant check = index.data(Qt::CheckStateRole);
    if (check.isValid()) {
        QStyleOptionViewItem box(option);
        box.rect = QRect(x, qRound(top), side, side);
        box.state.setFlag(QStyle::State_On, check.toInt() == Qt::Checked);
        box.state.setFlag(QStyle::State_NoChange, check.toInt() == Qt::PartiallyChecked);
        box.state.setFlag(QStyle::State_Enabled, index.flags().testFlag(Qt::ItemIsEnabled));
        stylepaint::checkBox(painter, &box);
        x += side + dp(option.widget, 12);
    }
    const QVariant series = index.data(CellRole::Series);
    if (series.isValid()) {
        if (series.toInt() >= 0)
            paintSeriesMark(painter, series.toInt(), QRectF(x, where.y(), dp(option.widget, 24), where.height()),
                            option.palette, true);
        x += dp(option.widget, 24 + 12);
    }
    const QVariant glyph = index.data(CellRole::Glyph), iconName = index.data(CellRole::Icon);
    if (glyph.isValid())
        paintState(painter, Glyph(glyph.toInt()), QRectF(x, top, side, side), option.palette, currentTurn());
    else if (!iconName.toString().isEmpty()) {
        const QVariant ink = index.data(CellRole::IconInk);
        paintIcon(painter, iconName.toString(), QRectF(x, top, side, side),
                  index.data(CellRole::Unavailable).toBool() ? t.text3
                  : ink.isValid()                            ? t.ink(Ink(ink.toInt()))
                                                             : t.text2);
    }
    if (glyph.isValid() || iconName.isValid())
        x += side + dp(option.widget, gapPx);
    return x - where.x();
}

void CellDelegate::paintText(QPainter *painter, const QRect &where, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Tokens t = Tokens::from(option.palette);
    const QString second = index.data(CellRole::SecondLine).toString();
    const QVariant wish = index.data(Qt::TextAlignmentRole);
    const int align = wish.isValid() ? wish.toInt() & Qt::AlignHorizontal_Mask : Qt::AlignLeft;
    const QFont font = firstFont(option, index);
    const QFontMetrics metrics(font);
    const int one = dp(option.widget, 20), two = dp(option.widget, 18);
    QRect line = where;
    if (!second.isEmpty())
        line = QRect(where.x(), where.y() + (where.height() - one - two) / 2, where.width(), one);
    const QString shown = metrics.elidedText(firstLine(index), option.textElideMode, line.width());
    const QVariant soft = index.data(CellRole::Soft);
    if (soft.isValid()) {
        const int width = metrics.horizontalAdvance(shown);
        const double x = align & Qt::AlignRight ? line.right() - width : line.x();
        const QRectF ground(x - dp(option.widget, 6), line.center().y() - dp(option.widget, 10) + 0.5,
                            width + dp(option.widget, 12), dp(option.widget, 20));
        stylepaint::panel(painter, ground.toRect(), t.soft(Tone(soft.toInt())),
                          t.highContrast ? t.tone(Tone(soft.toInt())) : QColor(), 3);
    }
    painter->setFont(font);
    painter->setPen(firstInk(t, option, index));
    painter->drawText(line, align | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (second.isEmpty())
        return;
    const QFont small = fontOf(option.widget, Type::Small);
    const QVariant ink = index.data(CellRole::SecondInk);
    painter->setFont(small);
    painter->setPen(ink.isValid()                                ? t.ink(Ink(ink.toInt()))
                    : index.data(CellRole::Unavailable).toBool() ? t.text3
                                                                 : t.text2);
    painter->drawText(QRect(where.x(), line.bottom() + 1, where.width(), two),
                      align | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(small).elidedText(second, Qt::ElideRight, where.width()));
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    painter->setClipRect(option.rect);
    paintGround(painter, option, index);
    QRect where = contentRect(option, index);
    where.setLeft(where.x() + paintMarks(painter, where, option, index));
    const QString end = index.data(CellRole::EndIcon).toString();
    if (!end.isEmpty()) {
        const int side = dp(option.widget, 16);
        paintIcon(painter, end, QRectF(where.right() - side + 1, where.y() + (where.height() - side) / 2.0, side, side),
                  Tokens::from(option.palette).text2);
        where.setRight(where.right() - side - dp(option.widget, gapPx));
    }
    paintText(painter, where, option, index);
    const bool keyboard =
        option.state.testFlag(QStyle::State_HasFocus) && option.widget && showsKeyboardFocus(option.widget);
    if (keyboard)
        stylepaint::focusRect(painter, option.rect.adjusted(0, 0, 0, -1), option.palette);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString second = index.data(CellRole::SecondLine).toString();
    int words = QFontMetrics(firstFont(option, index)).horizontalAdvance(firstLine(index));
    if (!second.isEmpty())
        words = qMax(words, QFontMetrics(fontOf(option.widget, Type::Small)).horizontalAdvance(second));
    const int ends = index.data(CellRole::EndIcon).isValid() ? 24 : 0;
    const bool table = qobject_cast<const QTableView *>(option.widget) != nullptr;
    const int edge = table && index.column() == 0 ? m_edge + gapPx : 2 * gapPx;
    const int height = second.isEmpty() ? (table ? 30 : 28) : 48;
    return {words + marksWidth(index) + dp(option.widget, edge + ends) + 2, dp(option.widget, height)};
}

bool CellDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    const QVariant check = index.data(Qt::CheckStateRole);
    const bool can = index.flags().testFlag(Qt::ItemIsUserCheckable) && index.flags().testFlag(Qt::ItemIsEnabled);
    if (!check.isValid() || !can)
        return false;
    if (event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::MouseButtonPress ||
        event->type() == QEvent::MouseButtonDblClick) {
        const QRect content = contentRect(option, index);
        const QRect box(content.x() - dp(option.widget, 4), option.rect.y(), dp(option.widget, 24),
                        option.rect.height());
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() != Qt::LeftButton || !box.contains(mouse->pos()))
            return false;
        if (event->type() != QEvent::MouseButtonRelease)
            return true;
    } else if (event->type() == QEvent::KeyPress) {
        if (static_cast<QKeyEvent *>(event)->key() != Qt::Key_Space)
            return false;
    } else {
        return false;
    }
    return model->setData(index, check.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStyleOptionViewItem own = option;
    own.widget = view;
    const bool cut = sizeHint(own, index).width() > option.rect.width();
    QStringList lines{firstLine(index), index.data(CellRole::SecondLine).toString()};
    lines.removeAll(QString());
    QToolTip::showText(event->globalPos(), cut ? lines.join(u'\n') : QString(), view);
    return true;
}

} // namespace mooring
