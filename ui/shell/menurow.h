#pragma once

#include <QAbstractButton>

class QMenuBar;

namespace mooring {

/// The field in the menu row that opens the command palette. A button that looks like a search field.
class PaletteField : public QAbstractButton
{
    Q_OBJECT
public:
    explicit PaletteField(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Menu bar at the left, palette field in the middle of the window.
class MenuRow : public QWidget
{
    Q_OBJECT
public:
    explicit MenuRow(QWidget *parent = nullptr);

    QMenuBar *menuBar() const { return m_menuBar; }
    PaletteField *field() const { return m_field; }
    /// Shown before the menus while the sidebar is folded away for want of room. Owned by the row.
    QAbstractButton *sidebarButton() const { return m_sidebarButton; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void place();

    QMenuBar *m_menuBar;
    PaletteField *m_field;
    QAbstractButton *m_sidebarButton;
    QWidget *m_line;
};

} // namespace mooring
