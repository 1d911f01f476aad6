#include "ui/inference/deploy/deploypages.h"

#include "ui/context/pageregistry.h"
#include "ui/inference/deploy/deploywizard.h"

namespace mooring {

void registerDeployPages(PageRegistry &registry)
{
    registry.registerSharedPage(
        QStringLiteral("deploy"),
        [](const AppContext &context, const QString &route) -> Page * { return new DeployWizard(context, route); });
}

} // namespace mooring
