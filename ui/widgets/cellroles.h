#pragma once

#include <QtCore/qnamespace.h>

namespace mooring {

/// What a model tells CellDelegate beside Qt's own roles. Qt::DisplayRole is the text, Qt::TextAlignmentRole puts
/// numbers right. The accessible text of a cell is Qt::AccessibleTextRole, or both lines joined with a comma.
namespace CellRole {
enum {
    Glyph = Qt::UserRole + 1000, ///< int(mooring::Glyph)
    Icon,                        ///< icon name, before the text
    IconInk,                     ///< int(mooring::Ink) of that icon; text2 without it
    EndIcon,                     ///< icon name, at the right end
    Ink,                         ///< int(mooring::Ink)
    Bold,                        ///< bool
    Mono,                        ///< bool
    SecondLine,                  ///< small text under the first; rows of 48
    SecondInk,                   ///< int(mooring::Ink); text2 without it
    Series,                      ///< int: the dash and marker of that chart series, before the text
    Unavailable,                 ///< bool: text3, cannot be chosen
    Soft,                        ///< int(mooring::Tone): a soft ground behind the text (a value that differs)
    Group,                       ///< bool: head of a group, small text
};
} // namespace CellRole

} // namespace mooring
