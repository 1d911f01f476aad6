#include "ui/runs/wizard/runwizardpages.h"

#include "ui/context/pageregistry.h"
#include "ui/runs/wizard/homerundesk.h"
#include "ui/runs/wizard/runwizard.h"

namespace mooring {

void registerRunWizardPages(PageRegistry &registry)
{
    registry.registerPage(QStringLiteral("new-run"), [](const AppContext &context, const QString &route) -> Page * {
        return new RunWizard(context, std::make_shared<HomeRunDesk>(context), route);
    });
}

} // namespace mooring
