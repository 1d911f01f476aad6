#include "core/logs/sgr.h"

namespace mooring {

namespace {

AnsiColor indexed(int value) { return {AnsiColor::Kind::Indexed, quint32(value)}; }

/// Reads what follows 38 or 48: `5;n` or `2;r;g;b`. Returns how many parameters it took.
size_t extendedColor(std::span<const int> rest, AnsiColor &color)
{
    if (rest.size() >= 2 && rest[0] == 5) {
        if (rest[1] <= 255)
            color = indexed(rest[1]);
        return 2;
    }
    if (rest.size() >= 4 && rest[0] == 2) {
        if (rest[1] <= 255 && rest[2] <= 255 && rest[3] <= 255)
            color = {AnsiColor::Kind::Rgb, quint32(rest[1] << 16 | rest[2] << 8 | rest[3])};
        return 4;
    }
    return rest.size(); // incomplete: the rest cannot be told apart from colour values
}

void applyFlag(TextStyle &style, int code)
{
    switch (code) {
    case 0:
        style = {};
        break;
    case 1:
        style.bold = true;
        break;
    case 2:
        style.dim = true;
        break;
    case 3:
        style.italic = true;
        break;
    case 4:
        style.underline = true;
        break;
    case 7:
        style.inverse = true;
        break;
    case 9:
        style.strike = true;
        break;
    case 22:
        style.bold = style.dim = false;
        break;
    case 23:
        style.italic = false;
        break;
    case 24:
        style.underline = false;
        break;
    case 27:
        style.inverse = false;
        break;
    case 29:
        style.strike = false;
        break;
    case 39:
        style.foreground = {};
        break;
    case 49:
        style.background = {};
        break;
    default:
        break; // blink, conceal, fonts: the text stays readable
    }
}

} // namespace

void applySgr(TextStyle &style, std::span<const int> parameters)
{
    for (size_t i = 0; i < parameters.size(); ++i) {
        const int code = parameters[i];
        if (code == 38)
            i += extendedColor(parameters.subspan(i + 1), style.foreground);
        else if (code == 48)
            i += extendedColor(parameters.subspan(i + 1), style.background);
        else if (code >= 30 && code <= 37)
            style.foreground = indexed(code - 30);
        else if (code >= 90 && code <= 97)
            style.foreground = indexed(code - 90 + 8);
        else if (code >= 40 && code <= 47)
            style.background = indexed(code - 40);
        else if (code >= 100 && code <= 107)
            style.background = indexed(code - 100 + 8);
        else
            applyFlag(style, code);
    }
}

} // namespace mooring
