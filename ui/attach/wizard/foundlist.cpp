#include "ui/attach/wizard/foundlist.h"

#include "core/base/text.h"
#include "core/targets/kindregistry.h"
#include "ui/widgets/style.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

enum Role {
    RowRole = Qt::UserRole, ///< number in m_found; nothing for a head
    DetailRole,
    CountRole, ///< of a head
    AttachedRole,
};

constexpr int kEdgePx = 16;

QString fileOf(const QString &source) { return source.contains(u',') ? source.section(u',', 0, -2) : source; }

QString detailOf(const FoundTarget &target)
{
    QStringList words;
    for (const auto &[field, value] : target.values) {
        if (!value.isEmpty() && value != target.name && !words.contains(value))
            words << value;
    }
    return words.isEmpty() ? target.source.section(u',', -1).trimmed() : words.join(u", "_s);
}

class FoundDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool head = !index.data(RowRole).isValid();
        return {dp(option.widget, 200), dp(option.widget, !head ? 44 : index.row() == 0 ? 28 : 36)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens t = Tokens::from(option.palette);
        const QWidget *w = option.widget;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect inner = option.rect.adjusted(dp(w, kEdgePx), 0, -dp(w, kEdgePx), 0);
        if (index.data(RowRole).isValid())
            paintFound(painter, option, index, t, inner);
        else
            paintHead(painter, option, index, t, inner);
        painter->restore();
    }

private:
    static void paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                          const Tokens &t, const QRect &inner)
    {
        if (index.row() > 0)
            painter->fillRect(QRectF(option.rect.x(), option.rect.y() + dp(option.widget, 4), option.rect.width(), 1),
                              t.line);
        const QRect line(inner.x(), inner.bottom() - dp(option.widget, 24), inner.width(), dp(option.widget, 20));
        painter->setFont(fontOf(option.widget, Type::Small));
        painter->setPen(t.text2);
        const QString count = index.data(CountRole).toString();
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, count);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle,
                                                            line.width() - dp(option.widget, 32)));
    }

    static void paintFound(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                           const Tokens &t, const QRect &inner)
    {
        const QWidget *w = option.widget;
        const bool attached = index.data(AttachedRole).toBool();
        const bool focused = option.state.testFlag(QStyle::State_HasFocus) && showsKeyboardFocus(w);
        if (!attached && option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, t.hover);
        if (focused)
            stylepaint::focusRect(painter, option.rect, option.palette);
        const QString word = attached ? FoundList::tr("attached") : FoundList::tr("Use");
        painter->setFont(option.font);
        const int wordWidth = painter->fontMetrics().horizontalAdvance(word) + (attached ? 0 : dp(w, 24));
        const QRect end(inner.right() - wordWidth + 1, inner.y() + (inner.height() - dp(w, 28)) / 2, wordWidth,
                        dp(w, 28));
        if (attached) {
            painter->setFont(fontOf(w, Type::Small));
            painter->setPen(t.text2);
            painter->drawText(end, Qt::AlignRight | Qt::AlignVCenter, word);
        } else {
            stylepaint::panel(painter, end, t.base, t.edge, 4);
            painter->setPen(t.text);
            painter->drawText(end, Qt::AlignCenter, word);
        }
        const int width = inner.width() - wordWidth - dp(w, 8);
        const QRect upper(inner.x(), inner.y() + dp(w, 3), width, dp(w, 20));
        const QRect lower(inner.x(), upper.bottom() + 1, width, dp(w, 18));
        painter->setFont(option.font);
        painter->setPen(attached ? t.text2 : t.text);
        painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, width));
        painter->setFont(fontOf(w, Type::Small));
        painter->setPen(t.text2);
        painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data(DetailRole).toString(), Qt::ElideRight, width));
    }
};

} // namespace

std::vector<FoundRow> findTargets(const KindRegistry &kinds, const std::vector<TargetRecord> &targets)
{
    std::vector<FoundRow> rows;
    for (const auto &kind : kinds.all()) {
        if (!kind->attachable())
            continue;
        for (FoundTarget &found : kind->found()) {
            const auto isIt = [&](const TargetRecord &target) {
                return target.kind == kind->id() &&
                       std::all_of(found.values.begin(), found.values.end(), [&](const auto &value) {
                           return stringAt(target.settings, toStd(value.first).c_str()) == value.second;
                       });
            };
            const bool attached = std::any_of(targets.begin(), targets.end(), isIt);
            rows.push_back({kind->id(), std::move(found), attached});
        }
    }
    return rows;
}

FoundList::FoundList(QWidget *parent) : QListView(parent), m_rows(new QStandardItemModel(this))
{
    setObjectName(u"foundList"_s);
    setAccessibleName(tr("Found on this computer"));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new FoundDelegate(this));
    setModel(m_rows);
    viewport()->setAutoFillBackground(false);
    connect(this, &QAbstractItemView::clicked, this, &FoundList::use);
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (hasFocus() && showsKeyboardFocus(this)) // a click has used it already
            use(index);
    });
}

/// As in the list of kinds: Enter is not for the page too.
void FoundList::keyPressEvent(QKeyEvent *event)
{
    QListView::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept();
}

void FoundList::use(const QModelIndex &index)
{
    const QVariant row = index.data(RowRole);
    if (row.isValid() && !m_found[size_t(row.toInt())].attached)
        Q_EMIT used(m_found[size_t(row.toInt())]);
}

int FoundList::usableCount() const
{
    return int(std::count_if(m_found.begin(), m_found.end(), [](const FoundRow &row) { return !row.attached; }));
}

void FoundList::setFound(const std::vector<FoundRow> &found)
{
    m_found = found;
    fill();
}

void FoundList::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    fill();
}

bool FoundList::fits(const FoundRow &row) const
{
    return row.target.name.contains(m_filter, Qt::CaseInsensitive) ||
           detailOf(row.target).contains(m_filter, Qt::CaseInsensitive);
}

void FoundList::fill()
{
    m_rows->clear();
    QStringList files;
    for (const FoundRow &row : m_found) {
        if (fits(row) && !files.contains(fileOf(row.target.source)))
            files << fileOf(row.target.source);
    }
    for (const QString &file : files) {
        auto *head = new QStandardItem(file);
        head->setFlags(Qt::NoItemFlags);
        m_rows->appendRow(head);
        int count = 0;
        for (size_t i = 0; i < m_found.size(); ++i) {
            const FoundRow &row = m_found[i];
            if (fileOf(row.target.source) != file || !fits(row))
                continue;
            ++count;
            auto *item = new QStandardItem(row.target.name);
            item->setData(int(i), RowRole);
            item->setData(detailOf(row.target), DetailRole);
            item->setData(row.attached, AttachedRole);
            item->setToolTip(row.target.source);
            item->setData(u"%1, %2, %3"_s.arg(row.target.name, detailOf(row.target),
                                              row.attached ? tr("attached") : tr("not attached")),
                          Qt::AccessibleTextRole);
            m_rows->appendRow(item);
        }
        head->setData(humanCount(count), CountRole);
    }
}

} // namespace mooring
