#pragma once

#include <QWidget>

class QScrollArea;

namespace mooring {

/// A scroll area without a frame and with a ground of its own: the sheet (Base) or a side note. Takes the content.
QScrollArea *scrolling(QWidget *content, QWidget *parent = nullptr);

enum class SideGround { Sheet, Note };

/// A column at the right of a page: parted by a hairline, 320 to 392 wide, scrolling. Takes the content, whose own
/// margins are left alone (16 is usual). Sheet: facts of a page; Note: what a wizard explains, on the alt ground.
QWidget *sideColumn(QWidget *content, int width = 328, SideGround ground = SideGround::Sheet,
                    QWidget *parent = nullptr);

} // namespace mooring
