#include "ui/widgets/ladder.h"

#include "core/base/text.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/style.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/turnclock.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {
namespace {

constexpr int rungPx = 27;
constexpr int fixPx = 36;
constexpr int outPx = 12; ///< the selection reaches this far beyond the text

bool isLoud(Glyph glyph)
{
    return glyph == Glyph::Warning || glyph == Glyph::Failed || glyph == Glyph::Unknown || isGoingOn(glyph);
}

bool isFaint(Glyph glyph) { return glyph == Glyph::NotBegun || glyph == Glyph::LeftOut; }

} // namespace

Ladder::Ladder(QWidget *parent) : QWidget(parent)
{
    installAccessibleParts();
    setAccessibleName(tr("Checks"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Ladder::setRows(std::vector<LadderRow> rows)
{
    const QString kept = selected();
    m_rows = std::move(rows);
    m_current = indexOf(kept);
    layOut();
}

void Ladder::setRow(const LadderRow &row)
{
    const int at = indexOf(row.id);
    if (at < 0) {
        m_rows.push_back(row);
    } else {
        const bool changed = m_rows[at].glyph != row.glyph;
        m_rows[at] = row;
        if (changed)
            announcePart(this, at, QAccessible::NameChanged);
    }
    layOut();
}

QString Ladder::selected() const { return m_current < 0 ? QString() : m_rows[m_current].id; }

void Ladder::select(const QString &id) { setCurrent(indexOf(id)); }

int Ladder::indexOf(const QString &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&id](const LadderRow &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QString Ladder::partName(int part) const
{
    const LadderRow &row = m_rows.at(size_t(part));
    QStringList words{row.title, row.verdict};
    if (row.ms >= 0)
        words << humanDuration(row.ms);
    words << row.answer;
    words.removeAll(QString());
    return words.join(u", "_s);
}

QString Ladder::report() const
{
    QStringList lines;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        lines << partName(i);
        if (!m_rows[i].fix.isEmpty())
            lines << u"    %1: %2"_s.arg(m_rows[i].fixIsKnown ? tr("Fix") : tr("Try"), m_rows[i].fix);
    }
    return lines.join(u'\n');
}

int Ladder::rowHeight(int row) const { return dp(this, m_rows[row].fix.isEmpty() ? rungPx : rungPx + fixPx); }

QRect Ladder::partRect(int part) const
{
    int y = 0;
    for (int i = 0; i < part; ++i)
        y += rowHeight(i);
    return {0, y, width(), rowHeight(part)};
}

int Ladder::rowAt(int y) const
{
    int top = 0;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        top += rowHeight(i);
        if (y < top)
            return i;
    }
    return -1;
}

QSize Ladder::sizeHint() const
{
    int height = 0;
    for (int i = 0; i < int(m_rows.size()); ++i)
        height += rowHeight(i);
    return {dp(this, 640), height};
}

QSize Ladder::minimumSizeHint() const { return {dp(this, 320), sizeHint().height()}; }

void Ladder::layOut()
{
    QStringList wanted;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const LadderRow &row = m_rows[i];
        if (row.fix.isEmpty() || !row.fixIsCommand)
            continue;
        wanted << row.id;
        QPointer<CommandBox> &box = m_boxes[row.id];
        if (!box)
            box = new CommandBox(row.fix, this);
        if (box->command() != row.fix)
            box->setCommand(row.fix);
        const QRect r = partRect(i);
        const int left = dp(this, outPx + 52);
        box->setGeometry(left, r.y() + dp(this, rungPx + 2), width() - left - dp(this, outPx), dp(this, 28));
        box->show();
    }
    std::erase_if(m_boxes, [&wanted](auto &entry) {
        if (wanted.contains(entry.first))
            return false;
        delete entry.second;
        return true;
    });
    watchTurn(this,
              std::any_of(m_rows.begin(), m_rows.end(), [](const LadderRow &row) { return isGoingOn(row.glyph); }));
    updateGeometry();
    update();
}

void Ladder::resizeEvent(QResizeEvent *) { layOut(); }

qint64 Ladder::slowest() const
{
    qint64 most = 1;
    for (const LadderRow &row : m_rows)
        most = std::max(most, row.ms);
    return most;
}

void Ladder::paintLine(QPainter &painter, const Tokens &t, int row) const
{
    if (row + 1 >= int(m_rows.size()))
        return;
    const QRect r = partRect(row);
    const double x = dp(this, outPx + 8) - 0.5;
    const double from = r.y() + dp(this, rungPx) / 2.0 + dp(this, 9),
                 to = r.bottom() + 1 + dp(this, rungPx) / 2.0 - dp(this, 9);
    painter.fillRect(QRectF(x, from, 1, to - from), t.edge);
}

void Ladder::paintTime(QPainter &painter, const Tokens &t, int row) const
{
    if (m_rows[row].ms < 0)
        return;
    const QRect r(0, partRect(row).y(), width() - dp(this, outPx), dp(this, rungPx));
    painter.setFont(fontOf(this, Type::Small));
    painter.setPen(t.text2);
    painter.drawText(r, Qt::AlignRight | Qt::AlignVCenter, humanDuration(m_rows[row].ms));
    const double bar = dp(this, 56), high = dp(this, 4);
    const QRectF where(r.right() - dp(this, 60) - bar + 1, r.center().y() - high / 2 + 0.5, bar, high);
    paintBar(&painter, where, double(m_rows[row].ms) / double(slowest()), t.text2, t.track);
}

void Ladder::paintRow(QPainter &painter, const Tokens &t, int row) const
{
    const LadderRow &rung = m_rows[row];
    const QRect whole = partRect(row);
    if (row == m_current) {
        painter.fillRect(whole, t.accentSoft);
        painter.fillRect(QRectF(0, whole.y(), 3, whole.height()), t.accent);
        if (t.highContrast || (hasFocus() && showsKeyboardFocus(this)))
            stylepaint::focusRect(&painter, whole, palette());
    } else if (row == m_hover) {
        painter.fillRect(whole, t.hover);
    }
    paintLine(painter, t, row);
    const int head = dp(this, rungPx), side = dp(this, 16), left = dp(this, outPx);
    paintState(&painter, rung.glyph, QRectF(left, whole.y() + (head - side) / 2.0, side, side), palette(),
               currentTurn());
    const bool answers = width() >= dp(this, 500), times = width() >= dp(this, 340);
    const int answerAt = dp(this, outPx + 192);
    const int right = width() - dp(this, outPx + (times ? 60 + 56 + 16 : 0));
    QFont body = font();
    body.setBold(isLoud(rung.glyph));
    painter.setFont(body);
    painter.setPen(isFaint(rung.glyph) ? t.text2 : t.text);
    const QRect title(left + dp(this, 24), whole.y(), (answers ? answerAt - dp(this, 12) : right) - left - dp(this, 24),
                      head);
    painter.drawText(title, Qt::AlignVCenter, QFontMetrics(body).elidedText(rung.title, Qt::ElideRight, title.width()));
    if (answers) {
        painter.setFont(font());
        painter.setPen(t.tone(rung.tone));
        const QRect answer(answerAt, whole.y(), right - answerAt, head);
        painter.drawText(answer, Qt::AlignVCenter,
                         fontMetrics().elidedText(rung.answer, Qt::ElideRight, answer.width()));
    }
    if (times)
        paintTime(painter, t, row);
    if (rung.fix.isEmpty())
        return;
    painter.setFont(fontOf(this, Type::Small));
    painter.setPen(t.text2);
    const QRect line(left + dp(this, 24), whole.y() + dp(this, rungPx + 2), width() - left - dp(this, 24 + outPx),
                     dp(this, 28));
    painter.drawText(line, Qt::AlignVCenter, rung.fixIsKnown ? tr("Fix") : tr("Try"));
    if (!rung.fixIsCommand) {
        const QRect words = line.adjusted(dp(this, 28), 0, 0, 0);
        painter.setPen(t.text);
        painter.drawText(words, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(rung.fix, Qt::ElideRight, words.width()));
    }
}

void Ladder::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const Tokens t = Tokens::from(palette());
    for (int i = 0; i < int(m_rows.size()); ++i) {
        if (partRect(i).intersects(event->rect()))
            paintRow(painter, t, i);
    }
}

void Ladder::setCurrent(int row)
{
    if (row == m_current || row >= int(m_rows.size()))
        return;
    m_current = row;
    update();
    if (row >= 0) {
        for (QWidget *up = parentWidget(); up; up = up->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(up)) {
                const QPoint at = mapTo(area->widget(), partRect(row).center());
                area->ensureVisible(at.x(), at.y(), 0, rowHeight(row));
                break;
            }
        }
        announcePart(this, row, QAccessible::Focus);
    }
    Q_EMIT selectionChanged(selected());
}

void Ladder::copyCurrent() const
{
    if (m_current >= 0)
        QApplication::clipboard()->setText(partName(m_current));
}

void Ladder::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_rows.size()) - 1;
    if (event->matches(QKeySequence::Copy))
        return copyCurrent();
    switch (event->key()) {
    case Qt::Key_Up:
        return setCurrent(std::max(0, m_current - 1));
    case Qt::Key_Down:
        return setCurrent(std::min(last, m_current + 1));
    case Qt::Key_Home:
        return setCurrent(last < 0 ? -1 : 0);
    case Qt::Key_End:
        return setCurrent(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT activated(selected());
        return;
    case Qt::Key_R:
        if (event->modifiers() == Qt::NoModifier && m_current >= 0 && m_canRun)
            Q_EMIT runAgain(selected());
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Ladder::mousePressEvent(QMouseEvent *event) { setCurrent(rowAt(event->pos().y())); }

void Ladder::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (rowAt(event->pos().y()) >= 0)
        Q_EMIT activated(selected());
}

void Ladder::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAt(event->pos().y());
    if (row != m_hover) {
        m_hover = row;
        const bool cut =
            row >= 0 && fontMetrics().horizontalAdvance(m_rows[row].answer) > width() - dp(this, 204 + 144);
        setToolTip(cut ? m_rows[row].answer : QString());
        update();
    }
}

void Ladder::leaveEvent(QEvent *)
{
    m_hover = -1;
    update();
}

void Ladder::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_current < 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString id = selected();
    if (m_canRun)
        connect(menu->addAction(icon(u"view-refresh"_s), tr("Run this check again")), &QAction::triggered, this,
                [this, id] { Q_EMIT runAgain(id); });
    connect(menu->addAction(icon(u"edit-copy"_s), tr("Copy")), &QAction::triggered, this, [this] { copyCurrent(); });
    menu->popup(event->globalPos());
}

} // namespace mooring
