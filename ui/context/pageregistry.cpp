#include "ui/context/pageregistry.h"

#include <QUrlQuery>

namespace mooring {

QString PageRegistry::prefixOf(const QString &route)
{
    for (qsizetype i = 0; i < route.size(); ++i) {
        if (route[i] == u'/' || route[i] == u'?')
            return route.left(i);
    }
    return route;
}

QString PageRegistry::nameOf(const QString &route)
{
    const qsizetype slash = route.indexOf(u'/');
    const qsizetype query = route.indexOf(u'?');
    if (slash < 0 || (query >= 0 && query < slash))
        return {};
    const QString name = query < 0 ? route.mid(slash + 1) : route.mid(slash + 1, query - slash - 1);
    return QUrl::fromPercentEncoding(name.toUtf8());
}

QString PageRegistry::queryValue(const QString &route, const QString &key)
{
    const qsizetype query = route.indexOf(u'?');
    if (query < 0)
        return {};
    return QUrlQuery(route.mid(query + 1)).queryItemValue(key, QUrl::FullyDecoded);
}

const PageRegistry::PageFactory *PageRegistry::page(const QString &route, bool isLocal) const
{
    const auto &pages = isLocal ? m_pages : m_mlPages;
    const auto found = pages.find(prefixOf(route));
    return found == pages.end() ? nullptr : &found->second;
}

const PageRegistry::PartFactory *PageRegistry::part(const QString &name) const
{
    const auto found = m_parts.find(name);
    return found == m_parts.end() ? nullptr : &found->second;
}

} // namespace mooring
