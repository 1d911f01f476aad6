#include "ui/widgets/commandbox.h"

#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/style.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace mooring {

CommandBox::CommandBox(const QString &command, QWidget *parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::StaticText);
    setFocusPolicy(Qt::TabFocus);
    setFont(fontOf(this, Type::Mono));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_copy = iconButton(u"edit-copy"_s, tr("Copy the command"), {}, this);
    m_copy->setFocusPolicy(Qt::TabFocus);
    connect(m_copy, &QPushButton::clicked, this, &CommandBox::copy);
    setCommand(command);
}

void CommandBox::setCommand(const QString &command)
{
    m_command = command;
    setAccessibleName(command);
    setToolTip(command);
    updateGeometry();
    update();
}

void CommandBox::copy() { QApplication::clipboard()->setText(m_command); }

QSize CommandBox::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_command) + dp(this, 8 + 12 + 32), dp(this, 28)};
}

QSize CommandBox::minimumSizeHint() const { return {dp(this, 96), dp(this, 28)}; }

void CommandBox::resizeEvent(QResizeEvent *)
{
    const int side = height() - 2;
    m_copy->setGeometry(width() - side - 2, 1, side, side);
}

void CommandBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::from(palette());
    stylepaint::panel(&painter, rect(), t.sunken, t.line, 4);
    if (hasFocus() && showsKeyboardFocus(this))
        stylepaint::focusRect(&painter, rect(), palette());
    painter.fillRect(QRectF(m_copy->x() - 1, dp(this, 6), 1, height() - dp(this, 12)), t.line);
    painter.setPen(t.text);
    const QRect words(dp(this, 8), 0, m_copy->x() - dp(this, 12), height());
    painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_command, Qt::ElideRight, words.width()));
}

void CommandBox::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    QWidget::keyPressEvent(event);
}

} // namespace mooring
