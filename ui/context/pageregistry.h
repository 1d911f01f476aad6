#pragma once

#include <QString>

#include <functional>
#include <map>

class QWidget;

namespace mooring {

struct AppContext;
class Page;

/// Which folder makes which page. Each folder of ui/ has one function `registerXyzPages(PageRegistry &)`;
/// ui/allpages.cpp is the only place that names them all. A route is "<prefix>", "<prefix>/<name>" or
/// "<prefix>?<query>".
class PageRegistry
{
public:
    /// Makes the page for a route. The caller owns it.
    using PageFactory = std::function<Page *(const AppContext &, const QString &route)>;
    /// A part that one folder offers to the pages of another: "runs-of-target" with a target's name.
    using PartFactory = std::function<QWidget *(const AppContext &, const QString &argument)>;

    void registerPage(const QString &prefix, PageFactory factory) { m_pages[prefix] = std::move(factory); }
    /// What stands for a prefix while an Azure ML workspace is open.
    void registerMlPage(const QString &prefix, PageFactory factory) { m_mlPages[prefix] = std::move(factory); }
    /// A page that is the same whatever workspace is open: settings.
    void registerSharedPage(const QString &prefix, PageFactory factory)
    {
        m_mlPages[prefix] = factory;
        m_pages[prefix] = std::move(factory);
    }
    void registerPart(const QString &name, PartFactory factory) { m_parts[name] = std::move(factory); }

    /// Null when nobody registered the prefix, for this computer's workspace or for one of Azure ML.
    const PageFactory *page(const QString &route, bool isLocal = true) const;
    const PartFactory *part(const QString &name) const;

    static QString prefixOf(const QString &route);
    /// What stands after the first "/", percent-decoded, without the query.
    static QString nameOf(const QString &route);
    static QString queryValue(const QString &route, const QString &key);

private:
    std::map<QString, PageFactory> m_pages, m_mlPages;
    std::map<QString, PartFactory> m_parts;
};

} // namespace mooring
