#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QWidget>

namespace mooring {
namespace {

/// 1.0 for a body line of 18 px. A pixel more or less is the font's own habit and not a wish for another size.
double textScale()
{
    static QFont last;
    static double scale = 0;
    const QFont now = QApplication::font();
    if (scale > 0 && now == last)
        return scale;
    last = now;
    const int height = QFontMetrics(now).height();
    scale = qAbs(height - 18) <= 1 ? 1.0 : height / 18.0;
    return scale;
}

QFont scaled(QFont font, double factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qMax(1, qRound(font.pixelSize() * factor)));
    return font;
}

QFont mono(double factor)
{
    QFont font = scaled(QApplication::font(), factor);
    const QString fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    font.setFamilies({fixed, QStringLiteral("Noto Sans Mono"), QStringLiteral("Noto Sans Mono CJK KR"),
                      QStringLiteral("Noto Sans CJK KR")});
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return font;
}

} // namespace

int dp(const QWidget *, double px) { return qRound(px * textScale()); }

QFont fontOf(const QWidget *widget, Type type)
{
    QFont font = QApplication::font(widget);
    font.setBold(type == Type::Title || type == Type::Section);
    switch (type) {
    case Type::Hero:
        return scaled(font, 2.0);
    case Type::Title:
        return scaled(font, 1.5);
    case Type::Section:
    case Type::Body:
        return font;
    case Type::Small:
        return scaled(font, 0.9);
    case Type::Tiny:
        return scaled(font, 0.825);
    case Type::Mono:
        return mono(0.9);
    case Type::MonoSmall:
        return mono(0.825);
    }
    return font;
}

} // namespace mooring
