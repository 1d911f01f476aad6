#include "ui/trust/trustpages.h"

#include "core/base/jsontext.h"
#include "ui/context/appcontext.h"
#include "ui/context/pageregistry.h"
#include "ui/context/questioncard.h"
#include "ui/trust/knownmachinespage.h"
#include "ui/trust/newkeycard.h"
#include "ui/trust/refusedkeycard.h"

using namespace Qt::StringLiterals;

namespace mooring {

void registerTrustPages(PageRegistry &registry)
{
    registry.registerSharedPage(u"known-machines"_s, [](const AppContext &context, const QString &) -> Page * {
        return new KnownMachinesPage(context);
    });
    registry.registerPart(QuestionCard::partName(u"hostKey"_s),
                          [](const AppContext &context, const QString &facts) -> QWidget * {
                              const QByteArray bytes = facts.toUtf8();
                              const ShownKey shown = ShownKey::fromJson(readJson(bytes));
                              if (shown.isRefused())
                                  return new RefusedKeyCard(context.trust, context.navigator, shown);
                              return new NewKeyCard(context.trust, shown);
                          });
}

} // namespace mooring
