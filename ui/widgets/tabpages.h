#pragma once

#include <QWidget>

#include <functional>
#include <map>

class QStackedWidget;

namespace mooring {

class TabBar;

/// A tab bar with a page under each tab, made when it is first looked at.
class TabPages : public QWidget
{
    Q_OBJECT
public:
    explicit TabPages(QWidget *parent = nullptr);

    void addPage(const QString &id, const QString &title, QWidget *page);
    void addPage(const QString &id, const QString &title, std::function<QWidget *()> make);
    TabBar *tabs() const { return m_tabs; }
    /// Null while it was not made.
    QWidget *page(const QString &id) const;
    void show(const QString &id);
    using QWidget::show;

private:
    void bringUp(const QString &id);

    TabBar *m_tabs;
    QStackedWidget *m_stack;
    std::map<QString, QWidget *> m_pages;
    std::map<QString, std::function<QWidget *()>> m_makers;
};

} // namespace mooring
