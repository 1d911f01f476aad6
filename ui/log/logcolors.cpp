#include "ui/log/logcolors.h"

namespace mooring {

namespace {

constexpr double enough = 4.5;

QColor mix(const QColor &from, const QColor &to, double share)
{
    const auto part = [share](int a, int b) { return int(a + (b - a) * share); };
    return {part(from.red(), to.red()), part(from.green(), to.green()), part(from.blue(), to.blue())};
}

/// The fixed part of the 256: a cube of 6 x 6 x 6, then 24 greys.
QColor cubeColor(quint32 index)
{
    if (index >= 232) {
        const int grey = 8 + int(index - 232) * 10;
        return {grey, grey, grey};
    }
    const auto level = [](quint32 step) { return step == 0 ? 0 : 55 + int(step) * 40; };
    const quint32 cube = index - 16;
    return {level(cube / 36), level(cube / 6 % 6), level(cube % 6)};
}

} // namespace

LogColors::LogColors(const Tokens &tokens) : m_tokens(tokens) {}

QColor LogColors::color(const AnsiColor &color) const
{
    if (color.kind == AnsiColor::Kind::Rgb)
        return QColor::fromRgb(0xff000000 | color.value);
    if (color.value >= 16)
        return cubeColor(color.value);
    if (color.value == 8)
        return m_tokens.ansi[7]; // "bright black" is what programs use for grey
    return color.value == 7 || color.value == 15 ? m_tokens.text : m_tokens.ansi[color.value % 8];
}

QColor LogColors::readable(const QColor &color, const QColor &ground) const
{
    const quint64 key = quint64(color.rgb()) << 32 | ground.rgb();
    if (const auto known = m_readable.constFind(key); known != m_readable.constEnd())
        return *known;
    // On a ground of the program's own, our text colour may be the one that cannot be read: black or white always can.
    const QColor onOwn = contrast(Qt::white, ground) >= contrast(Qt::black, ground) ? Qt::white : Qt::black;
    const QColor goal = ground == m_tokens.sunken ? m_tokens.text : onOwn;
    QColor result = color;
    for (int step = 1; step <= 20 && contrast(result, ground) < enough; ++step)
        result = mix(color, goal, step / 20.0);
    if (m_readable.size() > 4096)
        m_readable.clear(); // a log that uses every colour there is
    m_readable.insert(key, result);
    return result;
}

QColor LogColors::background(const TextStyle &style) const
{
    if (style.inverse)
        return style.foreground.kind == AnsiColor::Kind::Default ? m_tokens.text2 : color(style.foreground);
    return style.background.kind == AnsiColor::Kind::Default ? QColor() : color(style.background);
}

QColor LogColors::foreground(const TextStyle &style, const QColor &plain) const
{
    const QColor own = background(style);
    const QColor ground = own.isValid() ? own : m_tokens.sunken;
    QColor result = plain;
    if (style.inverse)
        result = style.background.kind == AnsiColor::Kind::Default ? m_tokens.sunken : color(style.background);
    else if (style.foreground.kind != AnsiColor::Kind::Default)
        result = color(style.foreground);
    if (style.dim)
        result = mix(result, ground, 0.35);
    return readable(result, ground);
}

} // namespace mooring
