#include "ui/shell/router.h"

#include "ui/widgets/page.h"

#include <QStackedWidget>

namespace mooring {

namespace {

constexpr qsizetype kKeptPages = 12;
constexpr qsizetype kHistory = 50;

} // namespace

Router::Router(QObject *parent) : QObject(parent) {}

void Router::setStack(QStackedWidget *stack)
{
    m_stack = stack;
    m_pages.clear();
    m_used.clear();
}

Page *Router::page() const
{
    const auto found = m_pages.find(m_route);
    return found == m_pages.end() ? nullptr : found->second.data();
}

void Router::go(const QString &route)
{
    if (route.isEmpty())
        return;
    if (route == m_route && page()) {
        page()->shown();
        return;
    }
    if (!m_route.isEmpty())
        m_history << m_route;
    if (m_history.size() > kHistory)
        m_history.removeFirst();
    show(route);
}

void Router::back()
{
    if (!m_history.isEmpty())
        show(m_history.takeLast());
}

void Router::show(const QString &route)
{
    QPointer<Page> &page = m_pages[route];
    if (page && page->isOver()) {
        page->deleteLater();
        page = nullptr;
    }
    if (!page && m_maker) {
        page = m_maker(route);
        if (page)
            m_stack->addWidget(page);
    }
    if (!page) { // no such page in this version: an old layout, or a route typed wrong
        m_pages.erase(route);
        if (route != QLatin1String("welcome"))
            show(QStringLiteral("welcome"));
        return;
    }
    m_route = route;
    m_used.removeAll(route);
    m_used << route;
    m_stack->setCurrentWidget(page);
    page->shown();
    forgetOldest();
    Q_EMIT routeChanged(route);
}

void Router::forgetOldest()
{
    for (qsizetype i = 0; m_used.size() > kKeptPages && i < m_used.size() - 1;) {
        const auto found = m_pages.find(m_used[i]);
        if (found != m_pages.end() && found->second && !found->second->mayLeave()) {
            ++i;
            continue;
        }
        if (found != m_pages.end()) {
            if (found->second)
                found->second->deleteLater();
            m_pages.erase(found);
        }
        m_used.removeAt(i);
    }
}

void Router::forgetAll()
{
    for (auto &[route, page] : m_pages) {
        if (page)
            page->deleteLater();
    }
    m_pages.clear();
    m_used.clear();
}

void Router::startOver(const QString &route)
{
    forgetAll();
    m_history.clear();
    show(route);
}

void Router::rebuild()
{
    forgetAll();
    if (!m_route.isEmpty())
        show(m_route);
}

} // namespace mooring
