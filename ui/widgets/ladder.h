#pragma once

#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/stateglyph.h"
#include "ui/widgets/tokens.h"

#include <QPointer>
#include <QWidget>

#include <map>
#include <vector>

namespace mooring {

class CommandBox;

/// One rung as it is shown. Waiting ones are listed from the start, so that nothing jumps.
struct LadderRow
{
    QString id;
    QString title;
    Glyph glyph = Glyph::NotBegun;
    QString verdict;           ///< the word for readers and copies: "warned"
    QString answer;            ///< one line
    Tone tone = Tone::Neutral; ///< of the answer, when it is bad
    qint64 ms = -1;            ///< below 0: not known
    QString fix;               ///< a command or an act; empty: none
    bool fixIsCommand = false;
    bool fixIsKnown = true; ///< "Fix" a known remedy; else "Try", which finds out more
};

/// Rungs on a vertical line, 27 high, with the remedy opened under what warned or failed. Painted to 12 px beyond its
/// text at both sides: place it at 12 where the text should stand at 24. As tall as its rungs; put it into a scroll
/// area. Keys: Up, Down, Home, End; Enter opens, R runs this rung again, Ctrl+C copies "title, verdict, ms, answer".
class Ladder : public QWidget, public AccessibleParts
{
    Q_OBJECT
public:
    explicit Ladder(QWidget *parent = nullptr);

    /// Keeps the selection by id.
    void setRows(std::vector<LadderRow> rows);
    const std::vector<LadderRow> &rows() const { return m_rows; }
    /// Replaces the row of the same id; unknown ids are added at the end.
    void setRow(const LadderRow &row);
    QString selected() const;
    void select(const QString &id);
    /// All rungs as text, a line each.
    QString report() const;
    /// Whether R and "Run again" are offered.
    void setCanRun(bool can) { m_canRun = can; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    int partCount() const override { return int(m_rows.size()); }
    QString partName(int part) const override;
    QRect partRect(int part) const override;
    int currentPart() const override { return m_current; }
    QAccessible::Role partsRole() const override { return QAccessible::List; }
    QAccessible::Role partRole() const override { return QAccessible::ListItem; }

Q_SIGNALS:
    void selectionChanged(const QString &id);
    void activated(const QString &id);
    void runAgain(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    int rowHeight(int row) const;
    int rowAt(int y) const;
    int indexOf(const QString &id) const;
    void setCurrent(int row);
    void layOut();
    void copyCurrent() const;
    void paintRow(QPainter &painter, const Tokens &t, int row) const;
    void paintLine(QPainter &painter, const Tokens &t, int row) const;
    void paintTime(QPainter &painter, const Tokens &t, int row) const;
    qint64 slowest() const;

    std::vector<LadderRow> m_rows;
    std::map<QString, QPointer<CommandBox>> m_boxes;
    int m_current = -1;
    int m_hover = -1;
    bool m_canRun = true;
};

} // namespace mooring
