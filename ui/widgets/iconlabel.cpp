#include "ui/widgets/iconlabel.h"

#include "ui/widgets/icons.h"

#include <QPainter>

namespace mooring {

IconLabel::IconLabel(const QString &iconName, int size, Ink ink, QWidget *parent)
    : QWidget(parent), m_iconName(iconName), m_ink(ink)
{
    setFixedSize(dp(this, size), dp(this, size));
}

void IconLabel::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    update();
}

void IconLabel::setInk(Ink ink)
{
    m_ink = ink;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    if (m_iconName.isEmpty())
        return;
    QPainter painter(this);
    paintIcon(&painter, m_iconName, rect(), Tokens::from(palette()).ink(m_ink));
}

} // namespace mooring
