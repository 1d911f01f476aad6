#pragma once

#include <QWidget>

class QScrollArea;

namespace mooring {

/// A scroll area without a frame and with a ground of its own: the sheet (Base) or a side note. Takes the content.
QScrollArea *scrolling(QWidget *content, QWidget *parent = nullptr);

/// A column at the right of a page: parted by a hairline, 320 to 392 wide, on the alt ground, scrolling. Takes the content, whose
/// own margins are left alone (16 is usual).
QWidget *sideColumn(QWidget *content, int width = 328, QWidget *parent = nullptr);

} // namespace mooring
