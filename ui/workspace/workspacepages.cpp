#include "ui/workspace/workspacepages.h"

#include "ui/context/pageregistry.h"
#include "ui/workspace/emptypages.h"
#include "ui/workspace/environmentspage.h"
#include "ui/workspace/targetspage.h"
#include "ui/workspace/welcomepage.h"

using namespace Qt::StringLiterals;

namespace mooring {

void registerWorkspacePages(PageRegistry &registry)
{
    registry.registerPage(u"welcome"_s, [&registry](const AppContext &context, const QString &) -> Page * {
        return new WelcomePage(context, registry.page(u"new-run"_s) != nullptr, registry.page(u"attach"_s) != nullptr);
    });
    registry.registerPage(
        u"targets"_s, [](const AppContext &context, const QString &) -> Page * { return new TargetsPage(context); });
    registry.registerPage(u"environments"_s, [](const AppContext &context, const QString &) -> Page * {
        return new EnvironmentsPage(context);
    });
    registry.registerPage(u"models"_s,
                          [](const AppContext &context, const QString &) -> Page * { return new ModelsPage(context); });
}

} // namespace mooring
