#include "ui/azure/targets/mltargetpages.h"

#include "ui/attach/wizard/attachwizard.h"
#include "ui/azure/targets/mlattachdesk.h"
#include "ui/azure/targets/mltargetpage.h"
#include "ui/azure/targets/mltargetspage.h"
#include "ui/azure/targets/newcomputepage.h"
#include "ui/context/openworkspace.h"
#include "ui/context/pageregistry.h"
#include "ui/workspace/workspacecontent.h"

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

/// A draft of its own for each workspace: "ml-attach/NAME", and the kind that the route chose.
QString draftRoute(const AppContext &context, const QString &route)
{
    const QString kind = PageRegistry::queryValue(route, u"kind"_s);
    return routeTo("ml-attach", context.openWorkspace.name()) + (kind.isEmpty() ? QString() : u"?kind="_s + kind);
}

} // namespace

void registerMlTargetPages(PageRegistry &registry)
{
    registry.registerMlPage(
        u"targets"_s, [](const AppContext &context, const QString &) -> Page * { return new MlTargetsPage(context); });
    registry.registerMlPage(u"target"_s, [](const AppContext &context, const QString &route) -> Page * {
        return new MlTargetPage(context, PageRegistry::nameOf(route));
    });
    for (const QString &prefix : {u"attach"_s, u"ml-attach"_s}) {
        registry.registerMlPage(prefix, [&registry](const AppContext &context, const QString &route) -> Page * {
            return new AttachWizard(context, registry,
                                    std::make_shared<MlAttachDesk>(std::make_shared<MlWorkplace>(context)),
                                    draftRoute(context, route));
        });
    }
    registry.registerMlPage(u"new-compute"_s, [](const AppContext &context, const QString &) -> Page * {
        return new NewComputePage(context);
    });
}

} // namespace mooring
