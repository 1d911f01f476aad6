#pragma once

#include <QPushButton>

namespace mooring {

/// Filled: one a page, the main act. Edge: other acts. Flat: tool rows. Danger: destroys or stops. Link: goes
/// somewhere.
enum class ButtonKind { Edge, Filled, Flat, Danger, Link };

/// A push button with a kind. Painted by MooringStyle on Fusion, by the platform's style elsewhere.
/// 32 high; small (tool rows, cards) 28; without text it is square and needs an accessible name.
class Button : public QPushButton
{
    Q_OBJECT
public:
    Button(ButtonKind kind, const QString &text, const QString &iconName = {}, QWidget *parent = nullptr);

    ButtonKind kind() const { return m_kind; }
    void setKind(ButtonKind kind);
    QString iconName() const { return m_iconName; }
    void setIconName(const QString &name);
    bool isSmall() const { return m_small; }
    void setSmall(bool small);
    /// 40 high, for the one act of the welcome page.
    void setTall(bool tall);
    /// An arrow at the right: it opens a menu.
    void setArrow(bool arrow);
    bool hasArrow() const { return m_arrow; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ButtonKind m_kind;
    QString m_iconName;
    bool m_small = false;
    bool m_tall = false;
    bool m_arrow = false;
};

Button *filledButton(const QString &text, const QString &iconName = {}, QWidget *parent = nullptr);
Button *edgeButton(const QString &text, const QString &iconName = {}, QWidget *parent = nullptr);
/// Small.
Button *flatButton(const QString &text, const QString &iconName = {}, QWidget *parent = nullptr);
Button *dangerButton(const QString &text, const QString &iconName = {}, QWidget *parent = nullptr);
Button *linkButton(const QString &text, QWidget *parent = nullptr);
/// 28 x 28, flat. name: accessible name and tool tip; a shortcut is added to the tip and not set.
Button *iconButton(const QString &iconName, const QString &name, const QString &shortcut = {},
                   QWidget *parent = nullptr);

} // namespace mooring
