#include "ui/azure/endpoints/mlendpointpages.h"

#include "core/azure/online/onlineendpoints.h"
#include "ui/context/openworkspace.h"
#include "ui/context/pageregistry.h"
#include "ui/inference/endpointpage.h"
#include "ui/inference/endpointspage.h"

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

/// The bench of the workspace that is open, made when a page first wants it. Window's thread.
class OpenBench
{
public:
    std::shared_ptr<EndpointBench> of(const AppContext &context)
    {
        const QString name = context.openWorkspace.name();
        if (!m_bench || m_name != name) {
            m_name = name;
            m_bench =
                std::make_shared<OnlineEndpoints>(openMlBy(context.workspace, context.signIn), context.workspace, name);
            m_bench->setPause(std::chrono::seconds(15)); // several logs are followed at once
        }
        return m_bench;
    }

private:
    QString m_name;
    std::shared_ptr<OnlineEndpoints> m_bench;
};

} // namespace

void registerMlEndpointPages(PageRegistry &registry)
{
    const auto bench = std::make_shared<OpenBench>();
    registry.registerMlPage(u"endpoints"_s, [&registry, bench](const AppContext &context, const QString &) -> Page * {
        return new EndpointsPage(context, registry.page(u"deploy"_s) != nullptr, bench->of(context));
    });
    registry.registerMlPage(
        u"endpoint-of-workspace"_s, [bench](const AppContext &context, const QString &route) -> Page * {
            return new EndpointPage(context, bench->of(context), PageRegistry::nameOf(route), false);
        });
}

} // namespace mooring
