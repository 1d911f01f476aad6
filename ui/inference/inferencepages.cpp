#include "ui/inference/inferencepages.h"

#include "ui/context/pageregistry.h"
#include "ui/inference/endpointpage.h"
#include "ui/inference/endpointspage.h"

namespace mooring {

void registerInferencePages(PageRegistry &registry)
{
    // Whether one can deploy is asked when a page is made: whoever registers that page may come later.
    registry.registerSharedPage(
        QStringLiteral("endpoints"), [&registry](const AppContext &context, const QString &) -> Page * {
            return new EndpointsPage(context, registry.page(QStringLiteral("deploy")) != nullptr);
        });
    registry.registerSharedPage(QStringLiteral("endpoint"),
                                [&registry](const AppContext &context, const QString &route) -> Page * {
                                    auto *page = new EndpointPage(context, PageRegistry::nameOf(route),
                                                                  registry.page(QStringLiteral("deploy")) != nullptr);
                                    if (const auto *code = registry.part(QStringLiteral("as-code-of-endpoint")))
                                        page->offerCode(*code);
                                    return page;
                                });
}

} // namespace mooring
