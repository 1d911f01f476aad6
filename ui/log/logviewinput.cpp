#include "ui/log/logview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include "core/base/text.h"

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int topSpace = 4;
constexpr int wheelRows = 3;
constexpr int wheelStep = 120;

bool isWordCharacter(QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' || c == u'/'; }

} // namespace

void LogView::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().x() != 0 || event->modifiers().testFlag(Qt::ShiftModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    m_wheelRest -= event->angleDelta().y() * wheelRows;
    const int rows = m_wheelRest / wheelStep;
    m_wheelRest -= rows * wheelStep;
    scrollRows(rows);
    event->accept();
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->matches(QKeySequence::Find))
        Q_EMIT findRequested();
    else if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        copyRaw();
    else if (event->key() == Qt::Key_G && event->modifiers() == Qt::ControlModifier)
        Q_EMIT lineRequested();
    else if (!selectKey(event) && !scrollKey(event) && !letterKey(event))
        QAbstractScrollArea::keyPressEvent(event);
}

bool LogView::scrollKey(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    QScrollBar *const across = horizontalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up:
        scrollRows(-1);
        return true;
    case Qt::Key_Down:
        scrollRows(1);
        return true;
    case Qt::Key_PageUp:
        scrollRows(1 - rowsInView());
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        scrollRows(rowsInView() - 1);
        return true;
    case Qt::Key_Left:
        across->setValue(across->value() - across->singleStep());
        return true;
    case Qt::Key_Right:
        across->setValue(across->value() + across->singleStep());
        return true;
    case Qt::Key_Home:
        if (control)
            setTop(0);
        else
            across->setValue(0);
        return true;
    case Qt::Key_End:
        if (control)
            setFollow(true);
        else
            across->setValue(across->maximum());
        return true;
    default:
        return false;
    }
}

bool LogView::letterKey(QKeyEvent *event)
{
    if (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Slash:
        Q_EMIT findRequested();
        return true;
    case Qt::Key_N:
        event->modifiers().testFlag(Qt::ShiftModifier) ? findPrevious() : findNext();
        return true;
    case Qt::Key_E:
        event->modifiers().testFlag(Qt::ShiftModifier) ? previousError() : nextError();
        return true;
    case Qt::Key_B:
        event->modifiers().testFlag(Qt::ShiftModifier) ? nextBookmark() : toggleBookmark();
        return true;
    case Qt::Key_F:
        setFollow(!m_follow);
        return true;
    case Qt::Key_Escape:
        if (!m_anchor && m_current < 0)
            return false;
        m_anchor.reset();
        m_current = -1;
        viewport()->update();
        return true;
    default:
        return false;
    }
}

/// Shift and an arrow move the end of the selection.
bool LogView::selectKey(QKeyEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ShiftModifier) || m_snapshot->lines == 0)
        return false;
    LogPosition to = m_anchor ? m_cursor : LogPosition{m_current >= 0 ? m_current : m_top, 0};
    switch (event->key()) {
    case Qt::Key_Up:
        --to.line;
        break;
    case Qt::Key_Down:
        ++to.line;
        break;
    case Qt::Key_PageUp:
        to.line -= rowsInView() - 1;
        break;
    case Qt::Key_PageDown:
        to.line += rowsInView() - 1;
        break;
    case Qt::Key_Left:
        --to.column;
        break;
    case Qt::Key_Right:
        ++to.column;
        break;
    case Qt::Key_Home:
        to = event->modifiers().testFlag(Qt::ControlModifier) ? LogPosition{} : LogPosition{to.line, 0};
        break;
    case Qt::Key_End:
        to = {event->modifiers().testFlag(Qt::ControlModifier) ? m_snapshot->lines - 1 : to.line,
              qsizetype(layoutLimit)};
        break;
    default:
        return false;
    }
    if (!m_anchor)
        m_anchor = LogPosition{m_current >= 0 ? m_current : m_top, 0};
    moveCursor(to);
    return true;
}

void LogView::moveCursor(LogPosition to)
{
    to.line = std::clamp<qint64>(to.line, 0, std::max<qint64>(m_snapshot->lines - 1, 0));
    to.column = std::clamp<qsizetype>(to.column, 0, layoutLimit);
    const auto shown =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const VisualRow &r) { return lineOf(r).number == to.line; });
    if (shown != m_rows.end()) // where the line is known, the cursor stays in it
        to.column = std::min(to.column, lineOf(*shown).decoded.text.size());
    m_cursor = to;
    if (to.line < m_top)
        setTop(to.line);
    else if (to.line >= m_top + rowsInView())
        setTop(to.line - rowsInView() + 1);
    viewport()->update();
}

const VisualRow *LogView::rowAt(int y) const
{
    if (m_rows.empty())
        return nullptr;
    const int index = (y - dp(this, topSpace)) / m_painter.rowHeight();
    return &m_rows[size_t(std::clamp(index, 0, int(m_rows.size()) - 1))];
}

LogPosition LogView::positionAt(const QPoint &point) const
{
    const VisualRow *const row = rowAt(point.y());
    if (!row)
        return {};
    const DecodedLine &text = textOf(*m_snapshot, *row);
    const double cells = (point.x() - textX()) / m_painter.cellWidth() + horizontalScrollBar()->value() + 0.5;
    const int cell = text.cellOf(row->start) + std::max(int(cells), 0);
    return {lineOf(*row).number, cell >= text.cellOf(row->end) ? row->end : text.columnOf(cell)};
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    const VisualRow *const row = rowAt(int(event->position().y()));
    if (event->button() != Qt::LeftButton || !row || lineOf(*row).number < 0)
        return;
    const ShownLine &line = lineOf(*row);
    const bool inGutter = event->position().x() < textX();
    if (inGutter && event->position().x() > gutterWidth() && line.decoded.updates != 0 && row->isFirst) {
        setUnfolded(line.number, line.states.empty());
        return;
    }
    const LogPosition at = positionAt(event->position().toPoint());
    if (inGutter) {
        m_anchor = LogPosition{line.number, 0};
        m_cursor = {line.number, line.decoded.text.size()};
    } else {
        if (!event->modifiers().testFlag(Qt::ShiftModifier) || !m_anchor)
            m_anchor = at;
        m_cursor = at;
    }
    m_dragging = true;
    viewport()->update();
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(event->position().x() < textX() ? Qt::ArrowCursor : Qt::IBeamCursor);
    if (!m_dragging)
        return;
    m_dragPoint = event->position().toPoint();
    dragTo(m_dragPoint);
    if (!viewport()->rect().contains(m_dragPoint) && !m_dragTimer.isActive())
        m_dragTimer.start(30, this);
}

void LogView::dragTo(const QPoint &point)
{
    const LogPosition at = positionAt(point);
    if (at.line < 0)
        return;
    m_cursor = at;
    viewport()->update();
}

/// Held outside the view while selecting: it scrolls there.
void LogView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_marksTimer.timerId()) {
        m_marksTimer.stop();
        return showMarks();
    }
    if (event->timerId() != m_dragTimer.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const int over = m_dragPoint.y() < 0 ? m_dragPoint.y() : std::max(m_dragPoint.y() - viewport()->height(), 0);
    if (!m_dragging || over == 0)
        m_dragTimer.stop();
    else
        scrollRows(over / m_painter.rowHeight() + (over > 0 ? 1 : -1));
    dragTo(m_dragPoint);
}

void LogView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragging = false;
    m_dragTimer.stop();
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const LogPosition at = positionAt(event->position().toPoint());
    const VisualRow *const row = rowAt(int(event->position().y()));
    if (!row || at.line < 0)
        return;
    const QString &text = textOf(*m_snapshot, *row).text;
    qsizetype start = std::min(at.column, text.size());
    qsizetype end = start;
    while (start > 0 && isWordCharacter(text[start - 1]))
        --start;
    while (end < text.size() && isWordCharacter(text[end]))
        ++end;
    select({at.line, start}, {at.line, end});
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *const help = static_cast<QHelpEvent *>(event);
        const VisualRow *const row = rowAt(help->pos().y());
        const bool folded = row && help->pos().x() < textX() && lineOf(*row).decoded.updates != 0;
        const qint64 updates = folded ? lineOf(*row).decoded.updates : 0;
        QToolTip::showText(help->globalPos(),
                           !folded       ? QString()
                           : updates < 0 ? tr("Many updates folded")
                                         : tr("%n update(s) folded", nullptr, int(updates)),
                           this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void LogView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void LogView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace mooring
