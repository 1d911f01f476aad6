#include "ui/log/logview.h"

#include "ui/log/logviewaccessible.h"

#include <QScrollBar>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

LogView::LogView(QWidget *parent)
    : QAbstractScrollArea(parent),
      m_overview(new OverviewBar),
      m_snapshot(std::make_shared<LogSnapshot>()),
      m_painter(this)
{
    LogViewAccessible::install();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Log"));
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setVerticalScrollBar(m_overview);
    connect(&m_marks, &LogMarks::changed, this, &LogView::marksChanged);
    connect(this, &LogView::findChanged, this, &LogView::marksChanged);
    connect(&m_reader, &LogReader::updated, this, &LogView::takeSnapshot);
}

LogView::~LogView() { m_saving.cancel(); }

QSize LogView::sizeHint() const { return {dp(this, 720), dp(this, 360)}; }

void LogView::setPath(const QString &path)
{
    if (path == m_reader.path() && !path.isEmpty())
        return;
    startAnew();
    m_follow = true;
    m_cause = -1;
    m_snapshot = std::make_shared<LogSnapshot>();
    layoutRows();
    m_reader.open(path);
    ask();
    Q_EMIT followingChanged(true);
}

/// Other content: what pointed into the old one is void.
void LogView::startAnew()
{
    m_anchor.reset();
    m_cursor = {};
    m_current = -1;
    m_top = m_topRow = m_pendingRows = m_linesWhenLeft = 0;
    m_widest = 0;
    m_unfolded.clear();
    m_marks.clear();
    if (m_finder)
        m_finder->clear();
}

void LogView::takeSnapshot()
{
    const auto snapshot = m_reader.snapshot();
    if (snapshot->path != m_reader.path())
        return; // of the file before
    m_snapshot = snapshot;
    if (m_snapshot->generation != m_generation) {
        m_generation = m_snapshot->generation;
        startAnew();
        ask();
        if (!m_findText.isEmpty())
            setFind(m_findText);
    } else if (m_finder && !m_findText.isEmpty()) {
        m_finder->extend(m_snapshot->content);
    }
    if (m_pendingRows != 0 && m_snapshot->complete) {
        const qint64 rows = std::exchange(m_pendingRows, 0);
        setTop(highestTop());
        scrollRows(rows);
    }
    layoutRows();
    updateScrollBars();
    m_marks.update(m_snapshot);
    marksChanged();
    viewport()->update();
    Q_EMIT snapshotChanged();
}

int LogView::rowsInView() const { return std::max((viewport()->height() - dp(this, 8)) / m_painter.rowHeight(), 1); }

int LogView::wrapColumns() const
{
    return m_wrap ? std::max(int((viewport()->width() - textX() - dp(this, 8)) / m_painter.cellWidth()), 8) : 0;
}

/// The reader gets more than one screen, so that most scrolling is painted at once from what is here.
void LogView::ask()
{
    const int rows = rowsInView() + 1;
    LogWant want;
    want.count = m_follow ? rows : 3 * rows;
    want.firstLine = m_follow ? -1 : std::max<qint64>(m_top - rows, 0);
    want.unfolded = m_unfolded;
    m_reader.setWant(want);
}

void LogView::layoutRows()
{
    if (m_follow || m_pendingRows != 0)
        layoutFromEnd();
    else
        layoutFromTop();
    for (const VisualRow &row : m_rows) {
        const DecodedLine &text = textOf(*m_snapshot, row);
        m_widest = std::max(m_widest, text.cellOf(row.end) - text.cellOf(row.start));
    }
}

void LogView::layoutFromEnd()
{
    m_rows.clear();
    const auto wanted = size_t(rowsInView());
    for (size_t line = m_snapshot->window.size(); line > 0 && m_rows.size() < wanted; --line) {
        const std::vector<VisualRow> rows = rowsOf(*m_snapshot, line - 1, wrapColumns());
        m_rows.insert(m_rows.begin(), rows.begin(), rows.end());
    }
    if (m_rows.size() > wanted)
        m_rows.erase(m_rows.begin(), m_rows.end() - qsizetype(wanted));
    if (m_rows.empty() || lineOf(m_rows.front()).number < 0)
        return;
    m_top = lineOf(m_rows.front()).number;
    const std::vector<VisualRow> whole = rowsOf(*m_snapshot, m_rows.front().line, wrapColumns());
    const auto same = [&](const VisualRow &row) {
        return row.state == m_rows.front().state && row.start == m_rows.front().start;
    };
    m_topRow = std::find_if(whole.begin(), whole.end(), same) - whole.begin();
}

void LogView::layoutFromTop()
{
    const auto &window = m_snapshot->window;
    const auto first =
        std::find_if(window.begin(), window.end(), [this](const ShownLine &line) { return line.number == m_top; });
    if (first == window.end() && m_top < m_snapshot->lines && !window.empty() && window.front().number >= 0) {
        m_rows.clear(); // scrolled beyond what is here: the reader is asked, the rows come with the next snapshot
        return;
    }
    m_rows.clear();
    const auto wanted = size_t(rowsInView()) + 1;
    qint64 skip = m_topRow;
    for (auto line = first; line != window.end() && m_rows.size() < wanted; ++line) {
        const std::vector<VisualRow> rows = rowsOf(*m_snapshot, size_t(line - window.begin()), wrapColumns());
        const qint64 from = std::min(skip, qint64(rows.size()) - 1);
        m_rows.insert(m_rows.end(), rows.begin() + from, rows.end());
        skip = 0;
    }
}

/// The highest line that may be on top: in rows of one line the last screen; where lines take several rows, the last
/// line.
qint64 LogView::highestTop() const
{
    const qint64 free = m_wrap || !m_unfolded.empty() ? 1 : rowsInView();
    return std::max<qint64>(m_snapshot->lines - free, 0);
}

qint64 LogView::barScale() const { return highestTop() / (1 << 30) + 1; }

void LogView::updateScrollBars()
{
    m_settingBars = true;
    const qint64 scale = barScale();
    verticalScrollBar()->setRange(0, int(highestTop() / scale));
    verticalScrollBar()->setPageStep(std::max(int(rowsInView() / scale), 1));
    verticalScrollBar()->setValue(m_follow ? verticalScrollBar()->maximum() : int(m_top / scale));
    const int columns = int((viewport()->width() - textX()) / m_painter.cellWidth());
    horizontalScrollBar()->setRange(0, m_wrap ? 0 : std::max(m_widest + 2 - columns, 0));
    horizontalScrollBar()->setPageStep(std::max(columns, 1));
    horizontalScrollBar()->setSingleStep(4);
    m_settingBars = false;
}

void LogView::scrollContentsBy(int, int dy)
{
    if (m_settingBars)
        return;
    if (dy != 0) {
        const bool end = verticalScrollBar()->value() == verticalScrollBar()->maximum();
        setTop(end ? highestTop() : verticalScrollBar()->value() * barScale());
        if (end && !m_wrap)
            setFollow(true);
    }
    viewport()->update();
}

void LogView::setTop(qint64 line, qint64 row)
{
    line = std::clamp<qint64>(line, 0, highestTop());
    setFollow(false);
    m_top = line;
    m_topRow = row;
    ask();
    layoutRows();
    updateScrollBars();
    // Rows that are not here yet come within milliseconds: until then the old picture stays, which is calmer than a
    // blank one.
    if (!m_rows.empty() || m_snapshot->lines == 0)
        viewport()->update();
}

void LogView::scrollRows(qint64 rows)
{
    if (rows == 0 || (m_follow && rows > 0))
        return;
    if (m_follow && !m_rows.empty() && lineOf(m_rows.front()).number < 0) {
        m_pendingRows = rows; // where that is cannot be said before the index is there
        setFollow(false);
        return;
    }
    if (m_pendingRows != 0) {
        m_pendingRows += rows;
        return;
    }
    if (!m_wrap && m_unfolded.empty()) {
        const qint64 top = m_top + rows;
        setTop(top);
        if (top >= highestTop() && rows > 0)
            setFollow(true);
        return;
    }
    // Where lines take several rows: walk over the lines that are here.
    qint64 line = m_top;
    qint64 row = m_topRow + rows;
    const auto &window = m_snapshot->window;
    const auto rowsOfNumber = [&](qint64 number) -> qint64 {
        const auto at =
            std::find_if(window.begin(), window.end(), [number](const ShownLine &l) { return l.number == number; });
        return at == window.end() ? 1 : qint64(rowsOf(*m_snapshot, size_t(at - window.begin()), wrapColumns()).size());
    };
    while (row < 0 && line > 0)
        row += rowsOfNumber(--line);
    for (qint64 size = rowsOfNumber(line); row >= size && line + 1 < m_snapshot->lines; size = rowsOfNumber(line)) {
        row -= size;
        ++line;
    }
    setTop(line, std::max<qint64>(row, 0));
    if (rows > 0 && m_snapshot->atEnd && qint64(m_rows.size()) < rowsInView())
        setFollow(true);
}

void LogView::setFollow(bool on)
{
    if (m_follow == on)
        return;
    m_follow = on;
    if (on) {
        m_pendingRows = 0;
        ask();
        layoutRows();
        updateScrollBars();
        viewport()->update();
    } else {
        m_linesWhenLeft = m_snapshot->lines;
    }
    Q_EMIT followingChanged(on);
}

void LogView::setFollowing(bool on) { setFollow(on); }

qint64 LogView::newLines() const { return m_follow ? 0 : std::max<qint64>(m_snapshot->lines - m_linesWhenLeft, 0); }

void LogView::setWrap(bool on)
{
    m_wrap = on;
    m_topRow = 0;
    horizontalScrollBar()->setValue(0);
    layoutRows();
    updateScrollBars();
    viewport()->update();
}

void LogView::goToLine(qint64 line)
{
    m_current = std::clamp<qint64>(line, 0, std::max<qint64>(m_snapshot->lines - 1, 0));
    m_cursor = {m_current, 0};
    const bool visible =
        std::any_of(m_rows.begin(), m_rows.end(), [this](const VisualRow &r) { return lineOf(r).number == m_current; });
    setTop(visible ? m_top : m_current - rowsInView() / 2, visible ? m_topRow : 0);
    viewport()->update();
}

void LogView::setCauseLine(qint64 line)
{
    m_cause = line;
    viewport()->update();
}

void LogView::setUnfolded(qint64 line, bool on)
{
    std::erase(m_unfolded, line);
    if (on)
        m_unfolded.push_back(line);
    if (m_follow)
        setTop(m_top, m_topRow); // one reads what was unfolded: it must not scroll away
    ask();
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    ask();
    layoutRows();
    updateScrollBars();
    marksChanged();
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::ApplicationFontChange) {
        m_painter = RowPainter(this);
        layoutRows();
        updateScrollBars();
    }
    viewport()->update();
}

} // namespace mooring
