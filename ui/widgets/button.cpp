#include "ui/widgets/button.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"
#include "ui/widgets/tokens.h"

#include <QDialog>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

using namespace Qt::StringLiterals;

namespace mooring {
namespace {

struct Look
{
    QColor fill, edge, text, icon;
};

Look lookOf(const Button &button, const Tokens &t, bool hover)
{
    const QColor none;
    if (!button.isEnabled()) {
        const bool flat = button.kind() == ButtonKind::Flat || button.kind() == ButtonKind::Link;
        return {flat ? none : t.mutedSoft, flat || button.kind() == ButtonKind::Filled ? none : t.line, t.text3,
                t.text3};
    }
    const bool pressed = button.isDown();
    switch (button.kind()) {
    case ButtonKind::Filled: {
        const QColor fill = pressed ? t.accent.darker(t.dark ? 90 : 120)
                            : hover ? t.accent.darker(t.dark ? 94 : 110)
                                    : t.accent;
        return {fill, none, t.onAccent, t.onAccent};
    }
    case ButtonKind::Danger:
        return {pressed || hover ? t.failSoft : t.base, t.fail, t.fail, t.fail};
    case ButtonKind::Link:
        return {none, none, t.accent, t.accent};
    case ButtonKind::Flat:
        if (button.isChecked() && !button.property("mooringPlain").toBool())
            return {t.accentSoft, none, t.accent, t.accent};
        return {pressed ? t.track : hover ? t.hover : none, none, t.text, t.text2};
    case ButtonKind::Edge:
        break;
    }
    if (button.isChecked())
        return {t.accentSoft, t.accent, t.accent, t.accent};
    return {pressed ? t.track : hover ? t.hover : t.base, t.edge, t.text, t.text2};
}

void paintGround(QPainter &painter, const QRectF &rect, const Look &look)
{
    if (!look.fill.isValid() && !look.edge.isValid())
        return;
    painter.setPen(look.edge.isValid() ? QPen(look.edge, 1) : QPen(Qt::NoPen));
    painter.setBrush(look.fill.isValid() ? QBrush(look.fill) : QBrush(Qt::NoBrush));
    const double inset = look.edge.isValid() ? 0.5 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 4, 4);
}

void paintFocus(QPainter &painter, const QRectF &rect, ButtonKind kind, const Tokens &t)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.accent, 2));
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4);
    if (kind == ButtonKind::Filled) { // the accent line would not show on accent
        painter.setPen(QPen(t.onAccent, 1.5));
        painter.drawRoundedRect(rect.adjusted(2.75, 2.75, -2.75, -2.75), 2.5, 2.5);
    }
}

/// Enter presses a button that has the focus, as Space does. Not in a dialog, which has its own rule for Enter.
class EnterPresses : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *button = qobject_cast<QAbstractButton *>(watched);
        if (event->type() != QEvent::KeyPress || !button || qobject_cast<QDialog *>(button->window()))
            return false;
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (!enter || key->isAutoRepeat() || (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
            return false;
        button->click();
        return true;
    }
};

} // namespace

Button::Button(ButtonKind kind, const QString &text, const QString &iconName, QWidget *parent)
    : QPushButton(text, parent), m_kind(kind)
{
    setIconName(iconName);
    setAutoDefault(false);
    installEventFilter(new EnterPresses(this));
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (kind == ButtonKind::Link)
        setCursor(Qt::PointingHandCursor);
    setFlat(kind == ButtonKind::Flat || kind == ButtonKind::Link);
}

void Button::setKind(ButtonKind kind)
{
    m_kind = kind;
    setFlat(kind == ButtonKind::Flat || kind == ButtonKind::Link);
    updateGeometry();
    update();
}

void Button::setIconName(const QString &name)
{
    m_iconName = name;
    setIcon(mooring::icon(name));
    updateGeometry();
    update();
}

void Button::setSmall(bool small)
{
    m_small = small;
    updateGeometry();
}

void Button::setTall(bool tall)
{
    m_tall = tall;
    updateGeometry();
}

void Button::setArrow(bool arrow)
{
    m_arrow = arrow;
    updateGeometry();
}

QSize Button::sizeHint() const
{
    if (!usesMooringStyle(this))
        return QPushButton::sizeHint();
    const int height = dp(this, m_tall ? 40 : m_small ? 28 : 32);
    if (text().isEmpty())
        return {height, height};
    const bool flat = m_kind == ButtonKind::Flat;
    const int side = m_kind == ButtonKind::Link ? 4 : flat ? 8 : 12;
    const int icon = m_iconName.isEmpty() ? 0 : 22;
    const int arrow = m_arrow ? 20 : 0;
    const int words =
        fontMetrics().horizontalAdvance(fontMetrics().elidedText(text(), Qt::ElideNone, 0, Qt::TextShowMnemonic));
    return {words + dp(this, 2 * side + icon + arrow) + 1, height};
}

void Button::paintEvent(QPaintEvent *event)
{
    if (!usesMooringStyle(this))
        return QPushButton::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens t = Tokens::from(palette());
    QStyleOptionButton option;
    initStyleOption(&option);
    const Look look = lookOf(*this, t, option.state.testFlag(QStyle::State_MouseOver));
    paintGround(painter, rect(), look);
    if (hasFocus() && showsKeyboardFocus(this))
        paintFocus(painter, rect(), m_kind, t);
    const int side = dp(this, 16), gap = dp(this, 6), arrow = m_arrow ? dp(this, 20) : 0;
    const int flags = Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    const int words = text().isEmpty() ? 0 : fontMetrics().size(flags, text()).width();
    int x = (width() - words - arrow - (m_iconName.isEmpty() ? 0 : side + (words ? gap : 0))) / 2;
    if (!m_iconName.isEmpty()) {
        paintIcon(&painter, m_iconName, QRectF(x, (height() - side) / 2.0, side, side), look.icon);
        x += side + gap;
    }
    painter.setPen(look.text);
    painter.drawText(QRect(x, 0, width() - x, height()), flags, text());
    if (m_arrow)
        paintIcon(&painter, u"go-down"_s, QRectF(x + words + dp(this, 4), (height() - side) / 2.0, side, side),
                  look.icon);
}

Button *filledButton(const QString &text, const QString &iconName, QWidget *parent)
{
    return new Button(ButtonKind::Filled, text, iconName, parent);
}

Button *edgeButton(const QString &text, const QString &iconName, QWidget *parent)
{
    return new Button(ButtonKind::Edge, text, iconName, parent);
}

Button *flatButton(const QString &text, const QString &iconName, QWidget *parent)
{
    auto *button = new Button(ButtonKind::Flat, text, iconName, parent);
    button->setSmall(true);
    return button;
}

Button *dangerButton(const QString &text, const QString &iconName, QWidget *parent)
{
    return new Button(ButtonKind::Danger, text, iconName, parent);
}

Button *linkButton(const QString &text, QWidget *parent)
{
    auto *button = new Button(ButtonKind::Link, text, {}, parent);
    button->setSmall(true);
    return button;
}

Button *iconButton(const QString &iconName, const QString &name, const QString &shortcut, QWidget *parent)
{
    auto *button = new Button(ButtonKind::Flat, {}, iconName, parent);
    button->setSmall(true);
    button->setAccessibleName(name);
    button->setToolTip(shortcut.isEmpty() ? name : u"%1 (%2)"_s.arg(name, shortcut));
    return button;
}

} // namespace mooring
