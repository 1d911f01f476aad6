#include "ui/attach/wizard/kindlist.h"

#include "core/base/text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

enum Role {
    KindRole = Qt::UserRole, ///< id; empty: cannot be chosen
    SummaryRole,
    IconRole,
    TrainRole, ///< bool; nothing where nothing is promised
    ServeRole,
    ChipRole,
    ChipToneRole,
};

constexpr int kRowPx = 56;
constexpr int kColumnPx = 88;
constexpr int kTextAt = 48; ///< from the list's own left edge, which stands 12 from the page's
constexpr int kEdgePx = 12;

/// Centre of the columns, right to left, shared by head and rows.
QRect columnRect(const QWidget *widget, const QRect &row, int fromRight)
{
    const int width = dp(widget, kColumnPx);
    return {row.right() - dp(widget, kEdgePx) - (fromRight + 1) * width, row.y(), width, row.height()};
}

bool showsColumns(const QWidget *widget, const QRect &row) { return row.width() >= dp(widget, 460); }

class KindDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {dp(option.widget, 280), dp(option.widget, kRowPx)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens t = Tokens::from(option.palette);
        const bool possible = !index.data(KindRole).toString().isEmpty();
        const bool current = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintGround(painter, option, index, t, current);
        const QRect row = option.rect;
        const double side = dp(option.widget, 24);
        paintIcon(painter, index.data(IconRole).toString(),
                  {double(row.x() + dp(option.widget, kEdgePx)), row.y() + (row.height() - side) / 2, side, side},
                  !possible ? t.text3
                  : current ? t.accent
                            : t.text2);
        const bool columns = showsColumns(option.widget, row);
        const int right = columns ? columnRect(option.widget, row, 1).x() : row.right() - dp(option.widget, kEdgePx);
        paintTexts(painter, option, index, t, right);
        if (columns && index.data(TrainRole).isValid()) {
            paintAbility(painter, columnRect(option.widget, row, 1), index.data(TrainRole).toBool(), t, option.widget);
            paintAbility(painter, columnRect(option.widget, row, 0), index.data(ServeRole).toBool(), t, option.widget);
        }
        painter->restore();
    }

private:
    static void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                            const Tokens &t, bool current)
    {
        const QRect row = option.rect;
        if (current)
            painter->fillRect(row, t.accentSoft);
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(row, t.hover);
        const bool last = index.row() + 1 == index.model()->rowCount();
        if (!current && !last)
            painter->fillRect(QRectF(row.x() + dp(option.widget, kTextAt), row.bottom(),
                                     row.width() - dp(option.widget, kTextAt + kEdgePx), 1),
                              t.line);
        if (current)
            painter->fillRect(QRect(row.x(), row.y(), dp(option.widget, 3), row.height()), t.accent);
        if ((option.state.testFlag(QStyle::State_HasFocus) && showsKeyboardFocus(option.widget)) ||
            (current && t.highContrast))
            stylepaint::focusRect(painter, row, option.palette);
    }

    static void paintTexts(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                           const Tokens &t, int right)
    {
        const QWidget *w = option.widget;
        const bool possible = !index.data(KindRole).toString().isEmpty();
        const int left = option.rect.x() + dp(w, kTextAt);
        QRect line(left, option.rect.y() + dp(w, 9), right - left, dp(w, 20));
        QFont title = option.font;
        title.setBold(option.state.testFlag(QStyle::State_Selected) && possible);
        painter->setFont(title);
        painter->setPen(possible ? t.text : t.text3);
        const QString shown = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, line.width());
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, shown);
        const int used = painter->fontMetrics().horizontalAdvance(shown) + dp(w, 12);
        paintChip(painter, QRect(left + used, line.y(), line.width() - used, line.height()), index, t, w);
        painter->setFont(fontOf(w, Type::Small));
        painter->setPen(possible ? t.text2 : t.text3);
        line = QRect(left, line.bottom() + 1, line.width(), dp(w, 18));
        painter->drawText(
            line, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data(SummaryRole).toString(), Qt::ElideRight, line.width()));
    }

    static void paintChip(QPainter *painter, const QRect &where, const QModelIndex &index, const Tokens &t,
                          const QWidget *w)
    {
        const QString text = index.data(ChipRole).toString();
        if (text.isEmpty())
            return;
        const Tone tone = Tone(index.data(ChipToneRole).toInt());
        painter->setFont(fontOf(w, Type::Small));
        const int width = painter->fontMetrics().horizontalAdvance(text) + dp(w, 6 + 14 + 4 + 8);
        if (width > where.width())
            return; // the summary and the reader's text say it too
        const QRect chip(where.x(), where.y(), width, where.height());
        stylepaint::panel(painter, chip, t.soft(tone), t.highContrast ? t.tone(tone) : QColor(), 3);
        const double side = dp(w, 14);
        paintIcon(painter, u"calendar"_s,
                  {double(chip.x() + dp(w, 6)), chip.y() + (chip.height() - side) / 2, side, side}, t.tone(tone));
        painter->setPen(t.tone(tone));
        painter->drawText(chip.adjusted(dp(w, 24), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    }

    static void paintAbility(QPainter *painter, const QRect &where, bool can, const Tokens &t, const QWidget *w)
    {
        const double side = dp(w, 16);
        const QRectF mark(where.center().x() - side / 2, where.center().y() - side / 2, side, side);
        paintIcon(painter, can ? u"check"_s : u"list-remove"_s, mark, can ? t.ok : t.text2);
    }
};

QString dateText(const QDate &date) { return humanTime(date.startOfDay()); }

} // namespace

KindList::KindList(const KindRegistry &kinds, const std::function<QString(const TargetKind &)> &reasonAgainst,
                   QWidget *parent)
    : QListView(parent), m_rows(new QStandardItemModel(this))
{
    setObjectName(u"kindList"_s);
    setAccessibleName(tr("Kinds of compute"));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new KindDelegate(this));
    viewport()->setAutoFillBackground(false);
    fill(kinds, reasonAgainst);
    setModel(m_rows);
    connect(this, &QAbstractItemView::activated, this, [this] {
        if (!kind().isEmpty())
            Q_EMIT kindActivated();
    });
}

/// Enter has done its work here: on the page it would press Next once more, in the form that has just come up.
void KindList::keyPressEvent(QKeyEvent *event)
{
    QListView::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept();
}

void KindList::fill(const KindRegistry &kinds, const std::function<QString(const TargetKind &)> &reasonAgainst)
{
    const auto add = [this](const QString &title, const QString &summary, const QString &icon) {
        auto *item = new QStandardItem(title);
        item->setData(summary, SummaryRole);
        item->setData(icon, IconRole);
        item->setToolTip(summary);
        m_rows->appendRow(item);
        return item;
    };
    for (const auto &kind : kinds.all()) {
        const QString reason = reasonAgainst(*kind);
        const QString summary = reason.isEmpty() ? kind->summary() : reason;
        QStandardItem *item = add(kind->title(), summary, kind->iconName());
        QStringList words{kind->title()};
        if (reason.isEmpty()) {
            const Capabilities can = kind->capabilities();
            item->setData(kind->id(), KindRole);
            item->setData(can.training, TrainRole);
            item->setData(can.inference, ServeRole);
            words << (can.training ? tr("can train") : tr("cannot train"))
                  << (can.inference ? tr("can serve inference") : tr("cannot serve inference"));
        }
        if (const auto end = kind->retirement()) {
            const bool over = end->date <= QDate::currentDate();
            const QString chip = over ? tr("Retired %1", "a date").arg(dateText(end->date))
                                      : tr("Ends %1", "a date").arg(dateText(end->date));
            item->setData(chip, ChipRole);
            item->setData(int(over ? Tone::Fail : Tone::Warn), ChipToneRole);
            item->setToolTip(end->text);
            words << chip;
        }
        words << summary;
        item->setData(words.join(u", "_s), Qt::AccessibleTextRole);
    }
}

QString KindList::kind() const { return currentIndex().data(KindRole).toString(); }

void KindList::select(const QString &kind)
{
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const QModelIndex index = m_rows->index(row, 0);
        if (index.data(KindRole).toString() == kind && !kind.isEmpty())
            return setCurrentIndex(index);
    }
}

void KindList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT kindChanged();
}

KindListHead::KindListHead(const KindList &list, QWidget *parent) : QWidget(parent), m_list(list)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    list.viewport()->installEventFilter(this);
}

bool KindListHead::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        update();
    return QWidget::eventFilter(watched, event);
}

QSize KindListHead::sizeHint() const { return {dp(this, 280), dp(this, 32)}; }

void KindListHead::paintEvent(QPaintEvent *)
{
    const Tokens t = Tokens::from(palette());
    QPainter painter(this);
    painter.setFont(fontOf(this, Type::Small));
    painter.setPen(t.text2);
    painter.drawText(rect().adjusted(dp(this, kTextAt), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, tr("Kind"));
    const QRect row(0, 0, m_list.viewport()->width(), height());
    if (showsColumns(this, row)) {
        painter.drawText(columnRect(this, row, 1), Qt::AlignCenter, tr("Train"));
        painter.drawText(columnRect(this, row, 0), Qt::AlignCenter, tr("Inference"));
    }
    painter.fillRect(QRectF(0, height() - 1, width(), 1), t.line);
}

} // namespace mooring
