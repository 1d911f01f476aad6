#include "ui/widgets/tokens.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace mooring {
namespace {

/// Columns "Light" and "Dark": the measured colours, and where derived colours start.
Tokens lightColumn()
{
    Tokens t;
    t.window = QColor(0xF2F3F5), t.base = QColor(0xFFFFFF), t.alt = QColor(0xF8F9FA), t.sunken = QColor(0xFAFBFC);
    t.hover = QColor(0xECEEF1), t.line = QColor(0xDFE2E6), t.edge = QColor(0xC2C8CF), t.track = QColor(0xE3E6EA);
    t.lineStrong = QColor(0x808891), t.text = QColor(0x1A1D21), t.text2 = QColor(0x525A63), t.text3 = QColor(0x60686F);
    t.accent = QColor(0x0F5F97), t.onAccent = QColor(0xFFFFFF), t.accentSoft = QColor(0xE2EEF7);
    t.ok = QColor(0x1A7340), t.okSoft = QColor(0xE5F3EA), t.warn = QColor(0x8A5300), t.warnSoft = QColor(0xFBF0DB);
    t.fail = QColor(0xB3261E), t.failSoft = QColor(0xFBE9E7), t.unk = QColor(0x6A4BA3), t.unkSoft = QColor(0xF0EBF8);
    t.muted = QColor(0x5A626B), t.mutedSoft = QColor(0xEBEDF0), t.find = QColor(0xFFE9A8);
    t.series = {QColor(0x0F6CB0), QColor(0xB4520A), QColor(0x1F7F4C),
                QColor(0x7B4FB8), QColor(0xB0316A), QColor(0x3F6F76)};
    t.ansi = {t.text,           QColor(0xB3261E), QColor(0x1A7340), QColor(0x8A5300),
              QColor(0x0F5F97), QColor(0x8A3A8F), QColor(0x0B6B74), QColor(0x60686F)};
    return t;
}

Tokens darkColumn()
{
    Tokens t;
    t.window = QColor(0x202326), t.base = QColor(0x17191C), t.alt = QColor(0x1B1E21), t.sunken = QColor(0x131517);
    t.hover = QColor(0x282C30), t.line = QColor(0x34393E), t.edge = QColor(0x4A5057), t.track = QColor(0x33383D);
    t.lineStrong = QColor(0x7C848D), t.text = QColor(0xE4E7EA), t.text2 = QColor(0xABB3BB), t.text3 = QColor(0x939BA4);
    t.accent = QColor(0x6FB8EA), t.onAccent = QColor(0x0A1C2A), t.accentSoft = QColor(0x1D3446);
    t.ok = QColor(0x5FC98C), t.okSoft = QColor(0x18301F), t.warn = QColor(0xE2B24F), t.warnSoft = QColor(0x352B14);
    t.fail = QColor(0xF28F86), t.failSoft = QColor(0x3D201E), t.unk = QColor(0xBBA6ED), t.unkSoft = QColor(0x2C2640);
    t.muted = QColor(0xA3ABB3), t.mutedSoft = QColor(0x2B2F33), t.find = QColor(0x46380C);
    t.series = {QColor(0x5FB0EC), QColor(0xF09A54), QColor(0x5FC98C),
                QColor(0xBD9CF2), QColor(0xF286B4), QColor(0x7FBFC7)};
    t.ansi = {t.text,           QColor(0xF28F86), QColor(0x5FC98C), QColor(0xE2B24F),
              QColor(0x6FB8EA), QColor(0xDB9BE0), QColor(0x6CC7D1), QColor(0x939BA4)};
    t.dark = true;
    return t;
}

double channel(double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }

double luminance(const QColor &c)
{
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

QColor mix(const QColor &from, const QColor &to, double part)
{
    const auto one = [part](int a, int b) { return int(std::lround(a + (b - a) * part)); };
    return QColor(one(from.red(), to.red()), one(from.green(), to.green()), one(from.blue(), to.blue()));
}

/// Moves the colour toward text until it stands out from each ground; the last step is text itself.
QColor lifted(const QColor &start, const QColor &text, double wanted, std::initializer_list<QColor> grounds)
{
    for (int step = 0; step <= 20; ++step) {
        const QColor c = mix(start, text, step * 0.05);
        if (std::all_of(grounds.begin(), grounds.end(), [&](const QColor &g) { return contrast(c, g) >= wanted; }))
            return c;
    }
    return text;
}

/// The soft ground belongs to the colour, so both are found together.
void liftWithSoft(QColor &color, QColor &soft, const Tokens &t, double softPart, double wanted)
{
    const QColor start = color;
    for (int step = 0; step <= 20; ++step) {
        color = mix(start, t.text, step * 0.05);
        soft = mix(t.base, color, softPart);
        if (contrast(color, t.base) >= wanted && contrast(color, t.window) >= wanted && contrast(color, soft) >= wanted)
            return;
    }
}

void deriveGreys(Tokens &t)
{
    t.alt = mix(t.base, t.text, 0.03);
    t.sunken = t.dark ? mix(t.base, Qt::black, 0.18) : mix(t.base, t.text, 0.02);
    t.hover = mix(t.base, t.text, 0.08);
    t.track = mix(t.base, t.text, 0.12);
    t.line = mix(t.base, t.text, t.highContrast ? 0.45 : 0.14);
    t.edge = mix(t.base, t.text, 0.27);
    t.lineStrong = lifted(mix(t.base, t.text, 0.45), t.text, 3.0, {t.base, t.window});
    t.text2 = lifted(mix(t.base, t.text, 0.75), t.text, 5.5, {t.base, t.window});
    t.text3 = lifted(mix(t.base, t.text, 0.62), t.text, 4.5, {t.base, t.window, t.sunken});
    if (t.highContrast)
        t.edge = t.lineStrong = t.text2 = t.text3 = t.text;
}

void deriveColours(Tokens &t)
{
    const double wanted = t.highContrast ? 7.0 : 4.5;
    t.accentSoft = mix(t.base, t.accent, t.highContrast ? 0.30 : 0.14);
    t.accent = lifted(t.accent, t.text, wanted, {t.base, t.window});
    if (contrast(t.accent, t.onAccent) < 4.5)
        t.onAccent = contrast(t.accent, Qt::white) > contrast(t.accent, Qt::black) ? Qt::white : Qt::black;
    liftWithSoft(t.ok, t.okSoft, t, 0.12, wanted);
    liftWithSoft(t.warn, t.warnSoft, t, 0.12, wanted);
    liftWithSoft(t.fail, t.failSoft, t, 0.12, wanted);
    liftWithSoft(t.unk, t.unkSoft, t, 0.12, wanted);
    liftWithSoft(t.muted, t.mutedSoft, t, 0.12, wanted);
    t.find = mix(t.base, QColor(t.dark ? 0xE2B24F : 0xFFD65C), t.dark ? 0.24 : 0.5);
    for (QColor &c : t.series)
        c = lifted(c, t.text, 4.5, {t.base});
    t.ansi[0] = t.text;
    for (QColor &c : t.ansi)
        c = lifted(c, t.text, 4.5, {t.base, t.sunken});
}

Tokens derive(const Tokens &given)
{
    Tokens t = luminance(given.window) < luminance(given.text) ? darkColumn() : lightColumn();
    t.window = given.window, t.base = given.base, t.text = given.text;
    t.accent = given.accent, t.onAccent = given.onAccent;
    t.highContrast = t.window == t.base && contrast(t.text, t.base) >= 18.0;
    deriveGreys(t);
    deriveColours(t);
    return t;
}

bool sameSource(const Tokens &a, const Tokens &b)
{
    return a.window == b.window && a.base == b.base && a.text == b.text && a.accent == b.accent &&
           a.onAccent == b.onAccent;
}

/// Paint events ask again and again for one of very few palettes.
const Tokens &remembered(const Tokens &given)
{
    struct Entry
    {
        Tokens given;
        Tokens tokens;
    };
    static std::array<Entry, 4> entries;
    static size_t next = 0;
    for (const Entry &entry : entries) {
        if (sameSource(entry.given, given))
            return entry.tokens;
    }
    Entry &entry = entries[next++ % entries.size()];
    entry = {given, {}};
    const Tokens light = lightColumn(), dark = darkColumn();
    entry.tokens = sameSource(given, light) ? light : sameSource(given, dark) ? dark : derive(given);
    return entry.tokens;
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a), two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

Tokens Tokens::from(const QPalette &palette)
{
    const auto opaque = [&palette](QPalette::ColorRole role) {
        return QColor(palette.color(QPalette::Active, role).rgb());
    };
    Tokens given;
    given.window = opaque(QPalette::Window);
    given.base = opaque(QPalette::Base);
    given.text = opaque(QPalette::Text);
    given.accent = opaque(QPalette::Highlight);
    given.onAccent = opaque(QPalette::HighlightedText);
    return remembered(given);
}

QColor Tokens::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return text2;
    case Tone::Accent:
        return accent;
    case Tone::Ok:
        return ok;
    case Tone::Warn:
        return warn;
    case Tone::Fail:
        return fail;
    case Tone::Unknown:
        return unk;
    case Tone::Muted:
        return muted;
    }
    return text;
}

QColor Tokens::ink(Ink ink) const
{
    switch (ink) {
    case Ink::Text:
        return text;
    case Ink::Text2:
        return text2;
    case Ink::Text3:
        return text3;
    case Ink::Accent:
        return accent;
    case Ink::OnAccent:
        return onAccent;
    case Ink::Ok:
        return ok;
    case Ink::Warn:
        return warn;
    case Ink::Fail:
        return fail;
    case Ink::Unknown:
        return unk;
    case Ink::Muted:
        return muted;
    }
    return text;
}

Ink inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return Ink::Text2;
    case Tone::Accent:
        return Ink::Accent;
    case Tone::Ok:
        return Ink::Ok;
    case Tone::Warn:
        return Ink::Warn;
    case Tone::Fail:
        return Ink::Fail;
    case Tone::Unknown:
        return Ink::Unknown;
    case Tone::Muted:
        return Ink::Muted;
    }
    return Ink::Text;
}

QColor Tokens::soft(Tone tone) const
{
    switch (tone) {
    case Tone::Accent:
        return accentSoft;
    case Tone::Ok:
        return okSoft;
    case Tone::Warn:
        return warnSoft;
    case Tone::Fail:
        return failSoft;
    case Tone::Unknown:
        return unkSoft;
    case Tone::Neutral:
    case Tone::Muted:
        return mutedSoft;
    }
    return mutedSoft;
}

} // namespace mooring
