#include "ui/log/logviewaccessible.h"

#include "ui/log/logview.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *const view = qobject_cast<LogView *>(object);
    return view ? new LogViewAccessible(view) : nullptr;
}

} // namespace

LogViewAccessible::LogViewAccessible(LogView *view) : QAccessibleWidget(view, QAccessible::Terminal) {}

void LogViewAccessible::install()
{
    static const bool once = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(once)
}

LogView *LogViewAccessible::view() const { return static_cast<LogView *>(widget()); }
QString LogViewAccessible::visible() const { return view()->visibleText().join(u'\n'); }

void *LogViewAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QString LogViewAccessible::text(QAccessible::Text type) const
{
    return type == QAccessible::Value ? visible() : QAccessibleWidget::text(type);
}

void LogViewAccessible::selection(int, int *start, int *end) const { *start = *end = 0; }
int LogViewAccessible::selectionCount() const { return 0; }
void LogViewAccessible::addSelection(int, int) {}
void LogViewAccessible::removeSelection(int) {}
void LogViewAccessible::setSelection(int, int, int) {}
int LogViewAccessible::cursorPosition() const { return 0; }
void LogViewAccessible::setCursorPosition(int) {}
QString LogViewAccessible::text(int start, int end) const { return visible().mid(start, end - start); }
int LogViewAccessible::characterCount() const { return int(visible().size()); }

QRect LogViewAccessible::characterRect(int offset) const
{
    const QString before = visible().left(offset);
    const int row = int(before.count(u'\n'));
    const qsizetype column = before.size() - before.lastIndexOf(u'\n') - 1;
    const LogView *const log = view();
    const QPoint corner(int(log->textX() + double(column) * log->m_painter.cellWidth()),
                        dp(log, 4) + row * log->m_painter.rowHeight());
    return {log->viewport()->mapToGlobal(corner), QSize(int(log->m_painter.cellWidth()), log->m_painter.rowHeight())};
}

int LogViewAccessible::offsetAtPoint(const QPoint &point) const
{
    const LogView *const log = view();
    const QStringList rows = log->visibleText();
    const QPoint local = log->viewport()->mapFromGlobal(point);
    const int row = (local.y() - dp(log, 4)) / log->m_painter.rowHeight();
    if (row < 0 || row >= rows.size())
        return -1;
    int offset = 0;
    for (int i = 0; i < row; ++i)
        offset += int(rows[i].size()) + 1;
    const int column = int((local.x() - log->textX()) / log->m_painter.cellWidth());
    return offset + std::clamp(column, 0, int(rows[row].size()));
}

void LogViewAccessible::scrollToSubstring(int, int) {} // all of the text is in sight

QString LogViewAccessible::attributes(int, int *start, int *end) const
{
    *start = 0;
    *end = characterCount();
    return {};
}

} // namespace mooring
