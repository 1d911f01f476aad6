#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace mooring {

/// Our own line icons by name, tinted, from resources/icons/*.svg. Cached by name, size, colour and ratio.
QPixmap iconPixmap(const QString &name, int size, const QColor &color, double ratio);
void paintIcon(QPainter *painter, const QString &name, const QRectF &where, const QColor &color);
/// For buttons and menus: follows the palette by itself (normal text2, disabled text3, on accent).
QIcon icon(const QString &name);

} // namespace mooring
