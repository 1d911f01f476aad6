#include "ui/log/visualrow.h"

namespace mooring {

namespace {

void addPieces(std::vector<VisualRow> &rows, VisualRow row, const DecodedLine &text, int columns)
{
    const qsizetype size = text.text.size();
    if (columns <= 0 || text.cellCount() <= columns) {
        row.end = size;
        rows.push_back(row);
        return;
    }
    while (row.start < size) {
        const int lastCell = text.cellOf(row.start) + columns;
        row.end = text.cellCount() <= lastCell ? size : text.columnOf(lastCell);
        if (row.end <= row.start) // one character wider than the view
            row.end = row.start + 1;
        rows.push_back(row);
        row.isFirst = false;
        row.start = row.end;
    }
}

} // namespace

const DecodedLine &textOf(const LogSnapshot &snapshot, const VisualRow &row)
{
    const ShownLine &line = snapshot.window[row.line];
    return row.state < 0 ? line.decoded : line.states[size_t(row.state)];
}

std::vector<VisualRow> rowsOf(const LogSnapshot &snapshot, size_t line, int columns)
{
    std::vector<VisualRow> rows;
    const ShownLine &shown = snapshot.window[line];
    // The last state is the line itself, which comes under its earlier ones.
    for (size_t state = 0; state + 1 < shown.states.size(); ++state) {
        VisualRow row{line, int(state), 0, shown.states[state].text.size(), state == 0};
        rows.push_back(row);
    }
    addPieces(rows, {line, -1, 0, 0, rows.empty()}, shown.decoded, columns);
    return rows;
}

} // namespace mooring
