#include "ui/settings/settingspages.h"

#include "ui/context/pageregistry.h"
#include "ui/settings/settingspage.h"

namespace mooring {

void registerSettingsPages(PageRegistry &registry)
{
    registry.registerSharedPage(
        QStringLiteral("settings"), [](const AppContext &context, const QString &route) -> Page * {
            return new SettingsPage(context, PageRegistry::queryValue(route, QStringLiteral("section")));
        });
}

} // namespace mooring
