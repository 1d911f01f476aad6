#pragma once

#include <QWidget>

#include <vector>

namespace mooring::gallery {

struct Sheet
{
    QString name;
    QWidget *widget;
    QSize size;
};

/// Every part on a few sheets, with values as they occur. Korean: the same with Korean text. The caller owns the
/// widgets.
std::vector<Sheet> makeSheets(bool korean);

} // namespace mooring::gallery
