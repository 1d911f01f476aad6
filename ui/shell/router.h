#pragma once

#include "ui/widgets/navigator.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <map>

class QStackedWidget;

namespace mooring {

class Page;

/// The way through the pages: makes them when they are first asked for, keeps the last dozen, goes back.
class Router : public QObject, public Navigator
{
    Q_OBJECT
public:
    /// Gives a new page for a route, or null when there is none.
    using Maker = std::function<Page *(const QString &route)>;

    explicit Router(QObject *parent = nullptr);

    /// Where the pages stand. The pages of an earlier one are forgotten with it.
    void setStack(QStackedWidget *stack);

    void setMaker(Maker maker) { m_maker = std::move(maker); }
    void go(const QString &route) override;
    void back() override;
    bool canGoBack() const { return !m_history.isEmpty(); }

    QString route() const { return m_route; }
    Page *page() const;
    /// Throws all pages away and makes the current one anew: another language.
    void rebuild();
    /// Throws all pages and the way back away, and shows this one: another workspace.
    void startOver(const QString &route);

Q_SIGNALS:
    void routeChanged(const QString &route);

private:
    void show(const QString &route);
    void forgetOldest();
    void forgetAll();

    QStackedWidget *m_stack = nullptr;
    Maker m_maker;
    QString m_route;
    QStringList m_history;
    QStringList m_used; ///< routes with a page, oldest use first
    std::map<QString, QPointer<Page>> m_pages;
};

} // namespace mooring
