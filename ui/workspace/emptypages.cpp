#include "ui/workspace/emptypages.h"

#include "ui/context/appcontext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"

using namespace Qt::StringLiterals;

namespace mooring {

ModelsPage::ModelsPage(const AppContext &context, QWidget *parent) : Page(parent)
{
    setObjectName(u"modelsPage"_s);
    header()->setTitle(tr("Models"));
    header()->setFacts({tr("What training leaves behind"), tr("none yet")});
    setHeaderLine(true);
    auto *empty =
        new EmptyState(u"model"_s, tr("No model yet"),
                       tr("Registering models comes with a later version. Until then a model is a file among the "
                          "outputs of the run that wrote it."));
    Button *runs = edgeButton(tr("Go to the runs"), u"run"_s);
    runs->setObjectName(u"goToRuns"_s);
    connect(runs, &QAbstractButton::clicked, this, [navigator = &context.navigator] { navigator->go(u"runs"_s); });
    empty->addAction(runs);
    empty->setCommand(u"mooring outputs RUN --to models"_s);
    setBody(empty);
}

} // namespace mooring
