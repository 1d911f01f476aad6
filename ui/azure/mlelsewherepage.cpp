#include "ui/azure/mlelsewherepage.h"

#include "core/base/text.h"
#include "ui/context/appcontext.h"
#include "ui/context/openworkspace.h"
#include "ui/context/pageregistry.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

struct Shown
{
    QString title, icon;
    QStringList command; ///< behind "mooring --workspace NAME"; empty: the command line has none either
};

Shown shownFor(const QString &prefix)
{
    if (prefix == u"environments")
        return {MlElsewherePage::tr("Environments"), u"environment"_s, {}};
    if (prefix == u"models")
        return {MlElsewherePage::tr("Models"), u"model"_s, {}};
    if (prefix == u"new-run")
        return {MlElsewherePage::tr("Run a script"), u"run"_s, {u"run"_s, u"--help"_s}};
    return {MlElsewherePage::tr("Runs"), u"run"_s, {u"runs"_s}};
}

} // namespace

MlElsewherePage::MlElsewherePage(const AppContext &context, const QString &route, QWidget *parent) : Page(parent)
{
    setObjectName(u"mlElsewherePage"_s);
    const Shown shown = shownFor(PageRegistry::prefixOf(route));
    const QString name = context.openWorkspace.name();
    header()->setTitle(shown.title);
    header()->setFacts({name});
    setHeaderLine(true);
    auto *empty = new EmptyState(shown.icon, tr("The window does not show this of an Azure ML workspace."),
                                 shown.command.isEmpty()
                                     ? tr("The studio of Azure ML does.")
                                     : tr("The command line does, with the same words as for this computer."));
    Button *home = edgeButton(tr("Go to this computer's workspace"), u"computer"_s);
    home->setObjectName(u"goHome"_s);
    connect(home, &QAbstractButton::clicked, this, [open = &context.openWorkspace] { open->open({}); });
    empty->addAction(home);
    if (!shown.command.isEmpty())
        empty->setCommand(shellCommand(QStringList{u"mooring"_s, u"--workspace"_s, name} + shown.command));
    setBody(empty);
}

} // namespace mooring
