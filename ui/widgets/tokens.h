#pragma once

#include <QColor>
#include <QPalette>

#include <array>

class QWidget;

namespace mooring {

/// What a colour means. Read it in paintEvent, never keep it: the palette may change at any time.
enum class Tone { Neutral, Accent, Ok, Warn, Fail, Unknown, Muted };

/// Colours that text is written in.
enum class Ink { Text, Text2, Text3, Accent, OnAccent, Ok, Warn, Fail, Unknown, Muted };

/// All colours of the window, from one palette.
struct Tokens
{
    QColor window, base, alt, sunken, hover;
    QColor line, edge, track, lineStrong;
    QColor text, text2, text3;
    QColor accent, onAccent, accentSoft;
    QColor ok, okSoft, warn, warnSoft, fail, failSoft, unk, unkSoft, muted, mutedSoft;
    QColor find;
    std::array<QColor, 6> series;
    std::array<QColor, 8> ansi; ///< black (text), red, green, yellow, blue, magenta, cyan, grey
    bool dark = false;
    bool highContrast = false;

    static Tokens from(const QPalette &palette);

    QColor tone(Tone tone) const;
    QColor soft(Tone tone) const;
    QColor ink(Ink ink) const;
};

/// The two palettes of our own, for a platform that gives none and for Light/Dark in the settings.
QPalette lightPalette();
QPalette darkPalette();

/// `contrast` of WCAG, 1 to 21.
double contrast(const QColor &a, const QColor &b);

Ink inkOf(Tone tone);

/// Device-independent px that follow the user's text size: px * font height / 18.
int dp(const QWidget *widget, double px);

/// Fonts of the type scale. Body is the widget's own.
enum class Type { Hero, Title, Section, Body, Small, Tiny, Mono, MonoSmall };
QFont fontOf(const QWidget *widget, Type type);

} // namespace mooring
