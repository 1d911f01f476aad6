#include "ui/widgets/separator.h"

#include "ui/widgets/tokens.h"

#include <QPainter>

namespace mooring {

Separator::Separator(Qt::Orientation orientation, QWidget *parent) : QWidget(parent)
{
    orientation == Qt::Horizontal ? setFixedHeight(1) : setFixedWidth(1);
}

void Separator::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Tokens::from(palette()).line);
}

} // namespace mooring
