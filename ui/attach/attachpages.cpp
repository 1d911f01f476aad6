#include "ui/attach/attachpages.h"

#include "ui/attach/targetpage.h"
#include "ui/context/pageregistry.h"

namespace mooring {

void registerAttachPages(PageRegistry &registry)
{
    registry.registerPage(QStringLiteral("target"),
                          [&registry](const AppContext &context, const QString &route) -> Page * {
                              const bool canRun = registry.page(QStringLiteral("new-run")) != nullptr;
                              return new TargetPage(context, PageRegistry::nameOf(route),
                                                    registry.part(QStringLiteral("runs-of-target")), canRun);
                          });
}

} // namespace mooring
