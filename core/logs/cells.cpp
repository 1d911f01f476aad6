#include "core/logs/cells.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace mooring {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

/// East Asian Wide and Fullwidth, and emoji, in whole blocks (UAX #11).
constexpr std::array wideRanges{
    Range{0x1100, 0x115f},   Range{0x2e80, 0x303e},   Range{0x3041, 0x33ff},   Range{0x3400, 0x4dbf},
    Range{0x4e00, 0x9fff},   Range{0xa000, 0xa4cf},   Range{0xa960, 0xa97f},   Range{0xac00, 0xd7a3},
    Range{0xf900, 0xfaff},   Range{0xfe30, 0xfe6f},   Range{0xff00, 0xff60},   Range{0xffe0, 0xffe6},
    Range{0x1f300, 0x1f64f}, Range{0x1f680, 0x1f6ff}, Range{0x1f900, 0x1f9ff}, Range{0x20000, 0x3fffd}};

bool isWide(char32_t c)
{
    const auto *const range = std::lower_bound(wideRanges.begin(), wideRanges.end(), c,
                                               [](const Range &r, char32_t value) { return r.last < value; });
    return range != wideRanges.end() && range->first <= c;
}

bool joinsTheOneBefore(char32_t c)
{
    if (c >= 0x1160 && c <= 0x11ff)
        return true; // vowels and finals of Hangul
    if (c == 0x200b || c == 0x200c || c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f))
        return true;
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

} // namespace

int cellsOf(char32_t c)
{
    if (c < 0x300)
        return 1;
    if (joinsTheOneBefore(c))
        return 0;
    return isWide(c) ? 2 : 1;
}

std::vector<int> cellStarts(QStringView text)
{
    std::vector<int> starts;
    starts.reserve(size_t(text.size()) + 1);
    int cell = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        starts.push_back(cell);
        if (text[i] == u'\t') {
            cell += 8 - cell % 8;
        } else if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            starts.push_back(cell); // both halves stand in the same cells
            cell += cellsOf(QChar::surrogateToUcs4(text[i], text[i + 1]));
            ++i;
        } else {
            cell += cellsOf(text[i].unicode());
        }
    }
    starts.push_back(cell);
    return starts;
}

} // namespace mooring
