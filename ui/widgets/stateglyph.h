#pragma once

#include <QPalette>
#include <QRectF>

class QPainter;

namespace mooring {

/// State shapes: shape first, then word, then colour.
enum class Glyph {
    Good,       ///< filled circle, tick
    Serving,    ///< filled circle, play
    Warning,    ///< filled triangle, !
    Failed,     ///< filled octagon, x
    Unknown,    ///< filled diamond, ?
    Preparing,  ///< ring, short arc, dot
    Running,    ///< ring, arc, play
    Finalizing, ///< ring, long arc
    Canceling,  ///< ring, arc, square
    Waiting,    ///< ring, clock hands
    NotBegun,   ///< dashed ring
    LeftOut,    ///< ring, dash
    Stopped,    ///< square
    Canceled,   ///< square, slash
    Revoked,    ///< slashed square
};

/// Paints it into the rectangle (16 x 16 at 100 %). `turn` (0 to 11) is the step of a going-on arc, 30 degrees each.
void paintState(QPainter *painter, Glyph glyph, const QRectF &where, const QPalette &palette, int turn = 0);

enum class Tone;
Tone toneOf(Glyph glyph);
bool isGoingOn(Glyph glyph);

} // namespace mooring
