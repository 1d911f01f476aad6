#include "ui/shell/menurow.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QMenuBar>
#include <QPainter>
#include <QToolButton>

namespace mooring {

PaletteField::PaletteField(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("paletteField"));
    setFocusPolicy(Qt::TabFocus);
    setText(tr("Search or run a command"));
    setAccessibleName(text());
    setToolTip(text()); // where it is narrow the text is cut
}

QSize PaletteField::sizeHint() const
{
    return {dp(this, 8 + 16 + 8 + 10) + fontMetrics().horizontalAdvance(text()), dp(this, 28)};
}

void PaletteField::paintEvent(QPaintEvent *)
{
    const Tokens tokens = Tokens::from(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = hasFocus() && showsKeyboardFocus(this);
    painter.setPen(QPen(marked ? tokens.accent : underMouse() ? tokens.lineStrong : tokens.line, marked ? 2 : 1));
    painter.setBrush(tokens.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);

    const double size = dp(this, 16);
    const double left = dp(this, 8);
    paintIcon(&painter, QStringLiteral("edit-find"), {left, (height() - size) / 2, size, size}, tokens.text2);
    const QRect inside = rect().adjusted(int(left + size) + dp(this, 8), 0, -dp(this, 10), 0);
    const QString shortcut = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P).toString(QKeySequence::NativeText);
    painter.setFont(fontOf(this, Type::Small));
    painter.setPen(tokens.text2);
    int taken = painter.fontMetrics().horizontalAdvance(shortcut) + dp(this, 12);
    if (taken < inside.width() / 2)
        painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, shortcut);
    else
        taken = 0;
    painter.setFont(font());
    const QRect label = inside.adjusted(0, 0, -taken, 0);
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, label.width()));
}

MenuRow::MenuRow(QWidget *parent)
    : QWidget(parent),
      m_menuBar(new QMenuBar(this)),
      m_field(new PaletteField(this)),
      m_sidebarButton(new QToolButton(this)),
      m_line(new Separator(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("menuRow"));
    m_menuBar->setNativeMenuBar(false);
    m_line->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_sidebarButton->setObjectName(QStringLiteral("sidebarButton"));
    m_sidebarButton->setIcon(icon(QStringLiteral("sidebar")));
    m_sidebarButton->setAccessibleName(tr("Sidebar"));
    m_sidebarButton->setToolTip(tr("Sidebar (Ctrl+B)"));
    static_cast<QToolButton *>(m_sidebarButton)->setAutoRaise(true);
    m_sidebarButton->hide();
}

QSize MenuRow::sizeHint() const { return {dp(this, 800), dp(this, 36)}; }

QSize MenuRow::minimumSizeHint() const { return {dp(this, 200), dp(this, 36)}; }

void MenuRow::resizeEvent(QResizeEvent *) { place(); }

bool MenuRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange)
        place();
    return QWidget::event(event);
}

void MenuRow::place()
{
    m_line->setGeometry(0, height() - 1, width(), 1); // over the menu bar, which takes the whole height
    m_line->raise();
    int left = 0;
    if (!m_sidebarButton->isHidden()) {
        const int size = dp(this, 28);
        m_sidebarButton->setGeometry(dp(this, 4), (height() - size) / 2, size, size);
        left = size + dp(this, 4);
    }
    const int menuWidth = m_menuBar->sizeHint().width();
    const QSize field(dp(this, 376), dp(this, 28));
    const int gap = dp(this, 12);
    int fieldLeft = (width() - field.width()) / 2;
    int fieldWidth = field.width();
    if (left + menuWidth + gap > fieldLeft) { // no room in the middle: right of the menus
        fieldLeft = qMin(left + menuWidth + gap, width() - dp(this, 120));
        fieldWidth = qMin(field.width(), width() - fieldLeft - gap);
    }
    const int menuHeight = qMin(height(), m_menuBar->sizeHint().height());
    m_menuBar->setGeometry(left, (height() - menuHeight) / 2, fieldLeft - left, menuHeight);
    m_field->setGeometry(fieldLeft, (height() - field.height()) / 2, fieldWidth, field.height());
}

void MenuRow::paintEvent(QPaintEvent *)
{
    const Tokens tokens = Tokens::from(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.window);
}

} // namespace mooring
