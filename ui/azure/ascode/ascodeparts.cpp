#include "ui/azure/ascode/ascodeparts.h"

#include "core/azure/ascode/endpointascode.h"
#include "core/azure/ascode/runascode.h"
#include "core/workspace/workspace.h"
#include "ui/context/appcontext.h"
#include "ui/context/pageregistry.h"
#include "ui/workspace/ascodetab.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString commandTitle() { return QCoreApplication::translate("mooring::HomeDesk", "Command"); }

std::vector<SameAs> formsOf(const RunSettings &settings)
{
    return {{u"command"_s, commandTitle(), commandInLines(settings.toCommand())},
            {u"mooring"_s, u"run.yaml"_s, QString::fromUtf8(settings.toYaml()).trimmed()},
            {u"sdk"_s, u"Python"_s, codeText(runAsCode(settings, u"sdk"_s))},
            {u"cli"_s, u"az ml"_s, codeText(runAsCode(settings, u"cli"_s))}};
}

std::vector<SameAs> formsOf(const EndpointVersion &version)
{
    return {{u"command"_s, commandTitle(), commandInLines(version.settings.toCommand())},
            {u"sdk"_s, u"Python"_s, codeText(endpointAsCode(version, u"sdk"_s))},
            {u"cli"_s, u"az ml"_s, codeText(endpointAsCode(version, u"cli"_s))}};
}

} // namespace

void registerAsCodeParts(PageRegistry &registry)
{
    registry.registerPart(u"as-code-of-run"_s, [](const AppContext &context, const QString &id) -> QWidget * {
        return new AsCodeTab([workspace = &context.workspace, id] {
            const auto run = workspace->resolveRun(id);
            return run ? formsOf(run->settings) : std::vector<SameAs>();
        });
    });
    registry.registerPart(u"as-code-of-endpoint"_s, [](const AppContext &context, const QString &name) -> QWidget * {
        return new AsCodeTab([workspace = &context.workspace, name] {
            const auto endpoint = workspace->findEndpoint(name);
            const EndpointVersion *newest = endpoint ? endpoint->latest() : nullptr;
            return newest ? formsOf(*newest) : std::vector<SameAs>();
        });
    });
}

} // namespace mooring
