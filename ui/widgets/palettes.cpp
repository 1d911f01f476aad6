#include "ui/widgets/tokens.h"

namespace mooring {
namespace {

QPalette paletteOf(QRgb window, QRgb base, QRgb alt, QRgb text, QRgb text3, QRgb line, QRgb edge, QRgb strong,
                   QRgb accent, QRgb onAccent)
{
    QPalette p;
    const auto all = [&p](QPalette::ColorRole role, QRgb color) { p.setColor(QPalette::All, role, QColor(color)); };
    all(QPalette::Window, window);
    all(QPalette::Base, base);
    all(QPalette::AlternateBase, alt);
    all(QPalette::Button, base);
    all(QPalette::ToolTipBase, window);
    for (const auto role :
         {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText})
        all(role, text);
    all(QPalette::PlaceholderText, text3);
    all(QPalette::Highlight, accent);
    all(QPalette::HighlightedText, onAccent);
    all(QPalette::Link, accent);
    all(QPalette::LinkVisited, accent);
    all(QPalette::Light, base);
    all(QPalette::Midlight, line);
    all(QPalette::Mid, edge);
    all(QPalette::Dark, strong);
    all(QPalette::Shadow, strong);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, QColor(text3));
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(text3));
    p.setColor(QPalette::Disabled, QPalette::Highlight, QColor(line));
    return p;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf(0xF2F3F5, 0xFFFFFF, 0xF8F9FA, 0x1A1D21, 0x60686F, 0xDFE2E6, 0xC2C8CF, 0x808891, 0x0F5F97,
                     0xFFFFFF);
}

QPalette darkPalette()
{
    return paletteOf(0x202326, 0x17191C, 0x1B1E21, 0xE4E7EA, 0x939BA4, 0x34393E, 0x4A5057, 0x7C848D, 0x6FB8EA,
                     0x0A1C2A);
}

} // namespace mooring
