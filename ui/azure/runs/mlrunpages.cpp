#include "ui/azure/runs/mlrunpages.h"

#include "ui/azure/runs/mlrundesk.h"
#include "ui/azure/runs/mlrunpage.h"
#include "ui/azure/runs/mlrunspage.h"
#include "ui/context/pageregistry.h"
#include "ui/runs/wizard/runwizard.h"

using namespace Qt::StringLiterals;

namespace mooring {

void registerMlRunPages(PageRegistry &registry)
{
    registry.registerMlPage(
        u"runs"_s, [](const AppContext &context, const QString &) -> Page * { return new MlRunsPage(context); });
    registry.registerMlPage(u"run"_s, [](const AppContext &context, const QString &route) -> Page * {
        return new MlRunPage(context, PageRegistry::nameOf(route));
    });
    registry.registerMlPage(u"new-run"_s, [](const AppContext &context, const QString &route) -> Page * {
        const auto desk = std::make_shared<MlRunDesk>(std::make_shared<MlWorkplace>(context), context.openWorkspace);
        return new RunWizard(context, desk, route);
    });
}

} // namespace mooring
