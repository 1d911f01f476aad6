#include "ui/log/rowpainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace mooring {

namespace {

constexpr int mostMarks = 16;

} // namespace

/// `[start, end)` of the line, in one style.
struct RowPainter::Piece
{
    const DecodedLine *line = nullptr;
    qsizetype start = 0;
    qsizetype end = 0;
    TextStyle style;
    double x = 0;
    double width = 0;
};

RowPainter::RowPainter(const QWidget *widget)
{
    const QFont base = fontOf(widget, Type::Mono);
    for (int shaped = 0; shaped < 2; ++shaped) {
        for (int weight = 0; weight < 4; ++weight) {
            QFont font = base;
            font.setBold(weight & 1);
            font.setItalic(weight & 2);
            font.setKerning(false);
            if (!shaped)
                font.setStyleStrategy(QFont::PreferNoShaping); // no ligatures, and far faster
            m_fonts[shaped][weight] = font;
        }
    }
    const QFontMetricsF metrics(m_fonts[0][0]);
    m_cellWidth = metrics.horizontalAdvance(QString(64, u'0')) / 64.0;
    m_rowHeight = dp(widget, 18);
    m_baseline = std::round((m_rowHeight - metrics.ascent() - metrics.descent()) / 2.0 + metrics.ascent());
}

const QFont &RowPainter::fontFor(const TextStyle &style, bool ascii) const
{
    return m_fonts[ascii ? 0 : 1][(style.bold ? 1 : 0) + (style.italic ? 2 : 0)];
}

/// Only what can be seen: of 64 kB in a line, one screen.
std::vector<RowPainter::Piece> RowPainter::piecesOf(const DecodedLine &text, const VisualRow &row,
                                                    const RowPlace &place) const
{
    const int firstCell = text.cellOf(row.start);
    const auto columnNear = [&](double x) {
        const double cell = std::clamp((x - place.x) / m_cellWidth, -2.0, 1e6);
        return std::clamp(text.columnOf(firstCell + int(cell)), row.start, row.end);
    };
    const qsizetype first = columnNear(place.left - m_cellWidth);
    const qsizetype last = place.right > place.x + (text.cellOf(row.end) - firstCell) * m_cellWidth
                               ? row.end
                               : columnNear(place.right + 2 * m_cellWidth);
    std::vector<Piece> pieces;
    const auto add = [&](qsizetype from, qsizetype to, const TextStyle &style) {
        from = std::max(from, first);
        to = std::min(to, last);
        if (from >= to)
            return;
        const double x = place.x + (text.cellOf(from) - firstCell) * m_cellWidth;
        pieces.push_back({&text, from, to, style, x, (text.cellOf(to) - text.cellOf(from)) * m_cellWidth});
    };
    qsizetype at = first;
    auto run = std::partition_point(text.runs.begin(), text.runs.end(),
                                    [first](const StyleRun &r) { return r.start + r.length <= first; });
    for (; run != text.runs.end() && run->start < last; ++run) {
        add(at, run->start, {});
        add(run->start, run->start + run->length, run->style);
        at = run->start + run->length;
    }
    add(at, last, {});
    return pieces;
}

void RowPainter::paintGrounds(QPainter *painter, const LogColors &colors, const std::vector<Piece> &pieces,
                              const DecodedLine &text, const VisualRow &row, const RowPlace &place,
                              const std::vector<Highlight> &highlights) const
{
    for (const Piece &piece : pieces) {
        if (const QColor ground = colors.background(piece.style); ground.isValid())
            painter->fillRect(QRectF(piece.x, place.y, piece.width, m_rowHeight), ground);
    }
    const int firstCell = text.cellOf(row.start);
    for (const Highlight &highlight : highlights) {
        const qsizetype from = std::clamp(highlight.start, row.start, row.end);
        const qsizetype to = std::clamp(highlight.end, row.start, row.end);
        if (from >= to)
            continue;
        const QRectF where(place.x + (text.cellOf(from) - firstCell) * m_cellWidth, place.y + 1,
                           (text.cellOf(to) - text.cellOf(from)) * m_cellWidth, m_rowHeight - 2);
        painter->fillRect(where, highlight.ground);
        if (highlight.framed) {
            painter->setPen(colors.tokens().text);
            painter->drawRect(where.adjusted(-0.5, -0.5, 0.5, 0.5));
        }
    }
}

/// Wide characters each stand in their two cells; marks stay with the one before; the rest is drawn together.
void RowPainter::paintMixed(QPainter *painter, const Piece &piece, double baseline) const
{
    const QString &text = piece.line->text;
    const std::vector<int> &cells = piece.line->cells;
    const auto isAscii = [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; };
    const auto widthAt = [&](qsizetype at) {
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size();
        return cells[size_t(at) + (pair ? 2 : 1)] - cells[size_t(at)];
    };
    qsizetype at = piece.start;
    while (at < piece.end) {
        const qsizetype from = at++;
        const bool ascii = isAscii(text[from]);
        const bool alone = widthAt(from) > 1;
        qsizetype drawn = at;
        for (int joined = 0; at < piece.end; ++at) {
            const bool joins = widthAt(at) == 0 || text[at].isLowSurrogate();
            const bool alike = !alone && isAscii(text[at]) == ascii && widthAt(at) == 1 && text[at] != u'\t';
            if (!joins && (!alike || joined > mostMarks))
                break;
            joined = joins ? joined + 1 : 0;
            drawn =
                joined > mostMarks ? drawn : at + 1; // thousands of marks on one letter: the shaper would stand still
        }
        if (text[from] == u'\t')
            continue;
        painter->setFont(fontFor(piece.style, ascii));
        painter->drawText(QPointF(piece.x + (cells[size_t(from)] - cells[size_t(piece.start)]) * m_cellWidth, baseline),
                          text.mid(from, drawn - from));
    }
}

void RowPainter::paintPiece(QPainter *painter, const LogColors &colors, const Piece &piece, double y,
                            const QColor &plain) const
{
    const QColor color = colors.foreground(piece.style, plain);
    const double baseline = y + m_baseline;
    painter->setPen(color);
    if (piece.line->ascii) {
        painter->setFont(fontFor(piece.style, true));
        painter->drawText(QPointF(piece.x, baseline), piece.line->text.mid(piece.start, piece.end - piece.start));
    } else {
        paintMixed(painter, piece, baseline);
    }
    if (piece.style.underline)
        painter->fillRect(QRectF(piece.x, baseline + 2, piece.width, 1), color);
    if (piece.style.strike)
        painter->fillRect(QRectF(piece.x, y + m_rowHeight / 2.0, piece.width, 1), color);
}

void RowPainter::paint(QPainter *painter, const LogColors &colors, const DecodedLine &text, const VisualRow &row,
                       const RowPlace &place, const QColor &plain, const std::vector<Highlight> &highlights) const
{
    const std::vector<Piece> pieces = piecesOf(text, row, place);
    paintGrounds(painter, colors, pieces, text, row, place, highlights);
    for (const Piece &piece : pieces)
        paintPiece(painter, colors, piece, place.y, plain);
}

} // namespace mooring
