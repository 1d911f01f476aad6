#include "ui/azure/azurepages.h"

#include "ui/azure/mlhomepage.h"
#include "ui/azure/openwizard.h"
#include "ui/azure/practice/practicepage.h"
#include "ui/azure/signin/signinpage.h"
#include "ui/context/pageregistry.h"

using namespace Qt::StringLiterals;

namespace mooring {

void registerAzurePages(PageRegistry &registry)
{
    registry.registerSharedPage(u"open-workspace"_s, [](const AppContext &context, const QString &route) -> Page * {
        return new OpenWizard(context, route);
    });
    registry.registerSharedPage(u"sign-in"_s, [](const AppContext &context, const QString &route) -> Page * {
        return new SignInPage(context, route);
    });
    registry.registerSharedPage(
        u"practice"_s, [](const AppContext &context, const QString &) -> Page * { return new PracticePage(context); });
    registry.registerMlPage(
        u"welcome"_s, [](const AppContext &context, const QString &) -> Page * { return new MlHomePage(context); });
}

} // namespace mooring
