#include "ui/widgets/searchfield.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace mooring {

SearchField::SearchField(const QString &placeholder, const QString &shortcut, QWidget *parent)
    : QLineEdit(parent), m_iconName(u"edit-find"_s), m_shortcut(shortcut)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    connect(this, &QLineEdit::textChanged, this, [this] { updateMargins(); });
    updateMargins();
}

void SearchField::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    update();
}

void SearchField::setCount(const QString &count)
{
    m_count = count;
    setAccessibleDescription(count);
    updateMargins();
    update();
}

QString SearchField::right() const { return text().isEmpty() ? m_shortcut : m_count; }

void SearchField::updateMargins()
{
    const int words =
        right().isEmpty() ? 0 : QFontMetrics(fontOf(this, Type::Small)).horizontalAdvance(right()) + dp(this, 8);
    setTextMargins(dp(this, 22), 0, words, 0);
}

QSize SearchField::sizeHint() const { return {dp(this, 176), QLineEdit::sizeHint().height()}; }

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Tokens t = Tokens::from(palette());
    const int side = dp(this, 16);
    paintIcon(&painter, m_iconName, QRectF(dp(this, 8), (height() - side) / 2.0, side, side), t.text2);
    painter.setFont(fontOf(this, Type::Small));
    painter.setPen(t.text2);
    painter.drawText(rect().adjusted(0, 0, -dp(this, 8), 0), Qt::AlignRight | Qt::AlignVCenter, right());
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        return clear();
    QLineEdit::keyPressEvent(event);
}

} // namespace mooring
