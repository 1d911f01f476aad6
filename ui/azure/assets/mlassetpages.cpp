#include "ui/azure/assets/mlassetpages.h"

#include "ui/azure/assets/mlassetspage.h"
#include "ui/context/pageregistry.h"

using namespace Qt::StringLiterals;

namespace mooring {

void registerMlAssetPages(PageRegistry &registry)
{
    const auto add = [&registry](const QString &prefix, MlAssetKind kind) {
        registry.registerMlPage(prefix, [kind](const AppContext &context, const QString &route) -> Page * {
            return new MlAssetsPage(context, kind, PageRegistry::queryValue(route, u"name"_s));
        });
    };
    add(u"environments"_s, MlAssetKind::Environments);
    add(u"models"_s, MlAssetKind::Models);
}

} // namespace mooring
