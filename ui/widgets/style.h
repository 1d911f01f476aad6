#pragma once

#include <QProxyStyle>

class QApplication;

namespace mooring {

/// Our looks for the controls, only on top of Fusion: flat, from the same tokens. Every other platform style is left
/// alone.
class MooringStyle : public QProxyStyle
{
    Q_OBJECT
public:
    MooringStyle();

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
};

bool usesMooringStyle(const QWidget *widget);
/// True after the focus was moved by a key; the mouse hides the mark again.
bool showsKeyboardFocus(const QWidget *widget);

enum class LookChoice { System, Light, Dark };

/// Fonts, palette and style of the whole application. Once at start, and again when the choice changes.
/// System keeps the platform's palette; where it gives none, ours is used, light or dark as the platform's is.
void applyLook(QApplication &application, LookChoice choice);
/// Nothing turns any more. Off at start.
void setReducedMotion(bool on);

} // namespace mooring
