#pragma once

#include "core/logs/logcopy.h"
#include "core/logs/logfinder.h"
#include "core/logs/logreader.h"
#include "ui/log/logmarks.h"
#include "ui/log/rowpainter.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <optional>

namespace mooring {

/// What a search has found so far.
struct FindState
{
    QString text;
    qint64 current = -1; ///< place of the current hit, from 0; -1: none yet
    qint64 count = 0;    ///< lines with a hit
    bool searching = false;
    bool capped = false; ///< there are more
};

/// A log file, painted: only what is visible, in rows of one height, from snapshots that a reader's thread makes. Line
/// numbers have 64 bits. While it follows, the end stays in sight; scrolling up ends that. Nothing here waits for the
/// disk.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit LogView(QWidget *parent = nullptr);
    ~LogView() override;

    /// Empty: nothing is shown. Begins at the end, following.
    void setPath(const QString &path);
    /// Never null.
    std::shared_ptr<const LogSnapshot> snapshot() const { return m_snapshot; }

    bool isFollowing() const { return m_follow; }
    void setFollowing(bool on);
    /// Lines that came since following ended.
    qint64 newLines() const;
    bool wraps() const { return m_wrap; }
    void setWrap(bool on);

    qint64 topLine() const { return m_top; }
    /// Brings the line to the middle and marks it. From 0.
    void goToLine(qint64 line);
    /// The line that the failure comes from; -1: none.
    void setCauseLine(qint64 line);
    /// A folded line shows its replaced states.
    void setUnfolded(qint64 line, bool on);

    void setFind(const QString &text);
    FindState findState() const;
    void findNext();
    void findPrevious();
    void nextError();
    void previousError();

    /// Of the marked line, or the one on top. Bookmarks last as long as the view shows this log.
    void toggleBookmark();
    void nextBookmark();

    bool hasSelection() const { return m_anchor && *m_anchor != m_cursor; }
    LogPosition selectionStart() const;
    LogPosition selectionEnd() const;
    void select(LogPosition from, LogPosition to);
    void selectAll();
    /// To the clipboard, once read: the text as it is shown, with the program's own characters.
    void copy();
    /// The selected lines as the file has them, with colour sequences and replaced states.
    void copyRaw();
    /// Byte for byte; `saved` follows.
    void saveTo(const QString &path);
    void saveSelectionTo(const QString &path);

    /// Rows now in sight, as text; what a reader for the blind gets.
    QStringList visibleText() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void snapshotChanged();
    void followingChanged(bool on);
    void findChanged();
    void findRequested();
    /// Ctrl+G: where shall it go?
    void lineRequested();
    /// For the person: what an action came to.
    void said(const QString &text);
    /// Copying was refused because the selection is too large: offer saving it.
    void copyRefused(const mooring::Error &error);
    void saved(bool ok, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    friend class LogViewAccessible;

    // logview.cpp: what is in sight
    void takeSnapshot();
    void startAnew();
    void ask();
    void layoutRows();
    void layoutFromEnd();
    void layoutFromTop();
    void updateScrollBars();
    void scrollRows(qint64 rows);
    void setTop(qint64 line, qint64 row = 0);
    void setFollow(bool on);
    int rowsInView() const;
    int wrapColumns() const;
    qint64 barScale() const;
    qint64 highestTop() const;
    const ShownLine &lineOf(const VisualRow &row) const { return m_snapshot->window[row.line]; }

    // logviewpaint.cpp
    int gutterWidth() const;
    double textX() const;
    void paintRow(QPainter *painter, const LogColors &colors, const VisualRow &row, int y);
    void paintGutter(QPainter *painter, const LogColors &colors, const VisualRow &row, int y);
    void paintRowGround(QPainter *painter, const LogColors &colors, const VisualRow &row, int y);
    std::vector<Highlight> highlightsOf(const LogColors &colors, const VisualRow &row) const;

    // logviewinput.cpp
    bool scrollKey(QKeyEvent *event);
    bool selectKey(QKeyEvent *event);
    bool letterKey(QKeyEvent *event);
    LogPosition positionAt(const QPoint &point) const;
    const VisualRow *rowAt(int y) const;
    void moveCursor(LogPosition to);
    void dragTo(const QPoint &point);

    // logviewactions.cpp
    void goToHit(size_t index);
    void hitsChanged();
    void save(qint64 from, qint64 to, bool lines, const QString &path);
    void marksChanged();
    void showMarks();
    qint64 pointedLine() const { return m_current >= 0 ? m_current : m_top; }

    LogReader m_reader;
    std::unique_ptr<LogFinder> m_finder; // made when first needed
    std::unique_ptr<LogFinder> m_errorFinder;
    LogMarks m_marks;
    OverviewBar *m_overview;
    QBasicTimer m_marksTimer; ///< the strips are drawn anew a few times a second at most
    std::shared_ptr<const LogSnapshot> m_snapshot;
    RowPainter m_painter;
    std::vector<VisualRow> m_rows;
    int m_generation = 0;

    bool m_follow = true;
    bool m_wrap = false;
    qint64 m_top = 0;
    qint64 m_topRow = 0;
    qint64 m_pendingRows = 0; ///< scrolled before the line numbers were known
    qint64 m_linesWhenLeft = 0;
    int m_widest = 0;
    int m_wheelRest = 0;
    bool m_settingBars = false;

    std::optional<LogPosition> m_anchor;
    LogPosition m_cursor;
    bool m_dragging = false;
    QPoint m_dragPoint;
    QBasicTimer m_dragTimer;

    qint64 m_current = -1;
    qint64 m_cause = -1;
    std::vector<qint64> m_unfolded;
    QString m_findText;
    bool m_findFresh = false; ///< the first hit is still to be gone to
    CancelToken m_saving;
};

} // namespace mooring
