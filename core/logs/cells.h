#pragma once

#include <QStringView>

#include <vector>

namespace mooring {

/// How many cells of a terminal a character takes: 0 for marks that join the one before, 2 for wide ones (Hangul, Han,
/// emoji).
int cellsOf(char32_t c);

/// The cell in which each UTF-16 unit begins, and one past the last. A tab reaches to the next multiple of 8.
std::vector<int> cellStarts(QStringView text);

} // namespace mooring
