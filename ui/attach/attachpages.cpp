#include "ui/attach/attachpages.h"

#include "ui/attach/targetpage.h"
#include "ui/attach/wizard/attachwizard.h"
#include "ui/attach/wizard/homedesk.h"
#include "ui/context/appcontext.h"
#include "ui/context/pageregistry.h"

namespace mooring {

void registerAttachPages(PageRegistry &registry)
{
    registry.registerPage(QStringLiteral("target"),
                          [&registry](const AppContext &context, const QString &route) -> Page * {
                              return new TargetPage(context, registry, PageRegistry::nameOf(route));
                          });
    registry.registerPage(QStringLiteral("attach"),
                          [&registry](const AppContext &context, const QString &route) -> Page * {
                              return new AttachWizard(
                                  context, registry, std::make_shared<HomeDesk>(context.kinds, context.targets), route);
                          });
}

} // namespace mooring
