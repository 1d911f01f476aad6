#pragma once

#include <QString>

#include <vector>

namespace mooring {

struct AnsiColor
{
    enum class Kind : quint8 { Default, Indexed, Rgb };
    Kind kind = Kind::Default;
    quint32 value = 0; ///< 0 to 255, or 0xrrggbb
    friend bool operator==(const AnsiColor &, const AnsiColor &) = default;
};

struct TextStyle
{
    AnsiColor foreground;
    AnsiColor background;
    bool bold = false;
    bool dim = false;
    bool italic = false;
    bool underline = false;
    bool strike = false;
    bool inverse = false;
    friend bool operator==(const TextStyle &, const TextStyle &) = default;
};

/// In UTF-16 units of the text. What no run covers has the default style.
struct StyleRun
{
    qsizetype start = 0;
    qsizetype length = 0;
    TextStyle style;
    friend bool operator==(const StyleRun &, const StyleRun &) = default;
};

/// One line as a terminal would show it at its end.
struct DecodedLine
{
    QString text;
    std::vector<StyleRun> runs;
    qint64 updates = 0;     ///< states that a later one replaced (`\r`); -1: more than were counted
    qint64 hiddenBytes = 0; ///< of a line over the layout limit
    bool ascii = true;      ///< the text has only U+0020 to U+007E, a cell each
    std::vector<int> cells; ///< otherwise: the cell in which each unit begins, and one past the last

    int cellOf(qsizetype column) const { return ascii ? int(column) : cells[size_t(column)]; }
    int cellCount() const { return cellOf(text.size()); }
    /// The column that begins in the cell or before it.
    qsizetype columnOf(int cell) const;
};

/// Marks: what would be invisible or could deceive is shown as Marks::Visible; Marks::AsIs keeps the true characters
/// (for copies).
enum class Marks { Visible, AsIs };

/// Colours and weights (SGR) are kept; `\r`, `\b`, erase-in-line and horizontal moves act on the line; every other
/// sequence (titles, links, clipboard, device strings, cursor and screen control) is swallowed and nothing is ever
/// answered. Sequences end with the line, so does the style. Time is linear, memory is bounded by the text, whatever it
/// holds.
DecodedLine decodeAnsi(QStringView raw, Marks marks = Marks::Visible);

/// The states of a line, oldest first, at most `most` (the newest): what folding hides.
std::vector<DecodedLine> decodeStates(QStringView raw, int most);

} // namespace mooring
