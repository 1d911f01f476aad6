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
    registry.registerPage(QStringLiteral("run"),
                          [&registry](const AppContext &context, const QString &route) -> Page * {
                              auto *page = new RunPage(context, PageRegistry::nameOf(route));
                              if (const auto *code = registry.part(QStringLiteral("as-code-of-run")))
                                  page->offerCode(*code);
                              return page;
                          });
    registry.registerPart(QStringLiteral("runs-of-target"),
                          [](const AppContext &context, const QString &target) -> QWidget * {
                              return new RunsOfTarget(context, target);
                          });
}

} // namespace mooring
