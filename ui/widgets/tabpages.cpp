#include "ui/widgets/tabpages.h"

#include "ui/widgets/tabbar.h"

#include <QBoxLayout>
#include <QStackedWidget>

namespace mooring {

TabPages::TabPages(QWidget *parent) : QWidget(parent), m_tabs(new TabBar(this)), m_stack(new QStackedWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    connect(m_tabs, &TabBar::currentChanged, this, &TabPages::bringUp);
}

void TabPages::addPage(const QString &id, const QString &title, QWidget *page)
{
    addPage(id, title, [page] { return page; });
}

void TabPages::addPage(const QString &id, const QString &title, std::function<QWidget *()> make)
{
    m_makers[id] = std::move(make);
    m_tabs->addTab(id, title); // the first one becomes current and is made at once
    if (m_tabs->current() == id)
        bringUp(id);
}

QWidget *TabPages::page(const QString &id) const
{
    const auto found = m_pages.find(id);
    return found == m_pages.end() ? nullptr : found->second;
}

void TabPages::show(const QString &id) { m_tabs->setCurrent(id); }

void TabPages::bringUp(const QString &id)
{
    QWidget *&page = m_pages[id];
    if (!page && m_makers[id]) {
        page = m_makers[id]();
        m_stack->addWidget(page);
    }
    if (page)
        m_stack->setCurrentWidget(page);
}

} // namespace mooring
