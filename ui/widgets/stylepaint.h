#pragma once

#include <QStyleOption>

class QPainter;

namespace mooring::stylepaint {

// Each paints one control of MooringStyle. No state of their own; colours come from the option's palette.
void lineEdit(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void fieldFrame(QPainter *painter, const QRect &rect, const QPalette &palette, bool enabled, bool focus, bool error,
                bool strong);
void pushButton(QPainter *painter, const QStyleOption *option);
void toolButton(QPainter *painter, const QStyleOption *option);
void focusRect(QPainter *painter, const QRect &rect, const QPalette &palette);
void checkBox(QPainter *painter, const QStyleOption *option);
void radioButton(QPainter *painter, const QStyleOption *option);
void comboBox(QPainter *painter, const QStyleOptionComboBox *option, const QWidget *widget);
void spinBox(QPainter *painter, const QStyleOptionSpinBox *option, const QWidget *widget, const QRect &up,
             const QRect &down);
void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &slider);
void tab(QPainter *painter, const QStyleOptionTab *option);
void menuItem(QPainter *painter, const QStyleOptionMenuItem *option);
void menuBarItem(QPainter *painter, const QStyleOptionMenuItem *option);
void headerSection(QPainter *painter, const QStyleOptionHeader *option);
void headerLabel(QPainter *painter, const QStyleOptionHeader *option, const QWidget *widget);
void progressBar(QPainter *painter, const QStyleOptionProgressBar *option);
void branch(QPainter *painter, const QStyleOption *option);
void itemGround(QPainter *painter, const QStyleOptionViewItem *option);
/// A 1 px frame of rounded corners, filled.
void panel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, double radius);

} // namespace mooring::stylepaint
