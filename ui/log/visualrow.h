#pragma once

#include "core/logs/logsnapshot.h"

namespace mooring {

/// One row on the screen: a line, a piece of a wrapped one, or a state of an unfolded one.
struct VisualRow
{
    size_t line = 0; ///< place in the snapshot's window
    int state = -1;  ///< place in the line's states; -1: the line itself
    qsizetype start = 0;
    qsizetype end = 0;   ///< piece of the text
    bool isFirst = true; ///< of its line: carries the number
};

/// The text that the row is a piece of.
const DecodedLine &textOf(const LogSnapshot &snapshot, const VisualRow &row);

/// The rows of one line of the window. columns: where it wraps, 0: it does not.
std::vector<VisualRow> rowsOf(const LogSnapshot &snapshot, size_t line, int columns);

} // namespace mooring
