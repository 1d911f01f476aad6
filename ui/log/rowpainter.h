#pragma once

#include "ui/log/logcolors.h"
#include "ui/log/visualrow.h"

#include <QFont>

class QPainter;
class QWidget;

namespace mooring {

/// A stretch of a line's text with a ground of its own.
struct Highlight
{
    qsizetype start = 0;
    qsizetype end = 0;
    QColor ground;
    bool framed = false;
};

/// Where a piece of a line is painted. x: of the piece's first cell; nothing is painted outside `[left, right)`.
struct RowPlace
{
    double x = 0;
    double y = 0;
    double left = 0;
    double right = 0;
};

/// Cells of a fixed-pitch font: sizes, and painting of text that is laid out in them.
class RowPainter
{
public:
    explicit RowPainter(const QWidget *widget);

    double cellWidth() const { return m_cellWidth; }
    int rowHeight() const { return m_rowHeight; }

    void paint(QPainter *painter, const LogColors &colors, const DecodedLine &text, const VisualRow &row,
               const RowPlace &place, const QColor &plain, const std::vector<Highlight> &highlights) const;

private:
    struct Piece;
    const QFont &fontFor(const TextStyle &style, bool ascii) const;
    std::vector<Piece> piecesOf(const DecodedLine &text, const VisualRow &row, const RowPlace &place) const;
    void paintGrounds(QPainter *painter, const LogColors &colors, const std::vector<Piece> &pieces,
                      const DecodedLine &text, const VisualRow &row, const RowPlace &place,
                      const std::vector<Highlight> &highlights) const;
    void paintPiece(QPainter *painter, const LogColors &colors, const Piece &piece, double y,
                    const QColor &plain) const;
    void paintMixed(QPainter *painter, const Piece &piece, double baseline) const;

    double m_cellWidth = 8;
    int m_rowHeight = 18;
    double m_baseline = 13;
    QFont m_fonts[2][4]; // shaped or not; bold 1, italic 2
};

} // namespace mooring
