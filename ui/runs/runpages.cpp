#include "ui/runs/runpages.h"

#include "ui/context/pageregistry.h"
#include "ui/runs/runpage.h"
#include "ui/runs/runsoftarget.h"
#include "ui/runs/runspage.h"

namespace mooring {

void registerRunPages(PageRegistry &registry)
{
    registry.registerPage(QStringLiteral("runs"),
                          [](const AppContext &context, const QString &) { return new RunsPage(context); });
    registry.registerPage(QStringLiteral("run"), [&registry](const AppContext &context, const QString &route) {
        return new RunPage(context, PageRegistry::nameOf(route), registry.part(QStringLiteral("as-code-of-run")));
    });
    registry.registerPart(QStringLiteral("runs-of-target"),
                          [](const AppContext &context, const QString &target) -> QWidget * {
                              return new RunsOfTarget(context, target);
                          });
}

} // namespace mooring
