#pragma once

#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/stateglyph.h"

#include <QWidget>

#include <vector>

namespace mooring {

struct PhaseCell
{
    QString name;
    Glyph glyph = Glyph::NotBegun;
    QString elapsed;  ///< "0.8 s", "11:41"; empty: not begun
    double part = -1; ///< elapsed / usual; below 0: nothing to compare with. Over 1: stripes
    QString note;     ///< the current line: what it waits for, why it rebuilds
    QString usual;    ///< "usual 31 min"; empty while fewer than three runs are known
};

/// Five phases side by side, the running one 1.5 times as wide; below 680 px one row, with glyphs for the others.
class PhaseBar : public QWidget, public AccessibleParts
{
    Q_OBJECT
public:
    explicit PhaseBar(QWidget *parent = nullptr);

    void setCells(std::vector<PhaseCell> cells);
    const std::vector<PhaseCell> &cells() const { return m_cells; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    int partCount() const override { return int(m_cells.size()); }
    QString partName(int part) const override;
    QRect partRect(int part) const override;
    QAccessible::Role partsRole() const override { return QAccessible::Grouping; }
    QAccessible::Role partRole() const override { return QAccessible::ProgressBar; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool isOneRow() const;
    int running() const;
    void paintCell(QPainter &painter, const PhaseCell &cell, const QRect &where) const;
    void paintTrack(QPainter &painter, const PhaseCell &cell, const QRectF &where) const;
    void paintOneRow(QPainter &painter) const;

    std::vector<PhaseCell> m_cells;
};

} // namespace mooring
