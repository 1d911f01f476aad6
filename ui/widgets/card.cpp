#include "ui/widgets/card.h"

#include "ui/widgets/stylepaint.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QPainter>

namespace mooring {

Card::Card(QWidget *parent) : QWidget(parent), m_content(new QVBoxLayout(this))
{
    const int edge = dp(this, 16);
    m_content->setContentsMargins(edge, edge, edge, edge);
    m_content->setSpacing(dp(this, 8));
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::from(palette());
    stylepaint::panel(&painter, rect(), t.base, t.line, 6);
}

} // namespace mooring
