#include "ui/azure/mlhomepage.h"

#include "core/azure/ml/mlworkspacebook.h"
#include "core/azure/ml/workspacelist.h"
#include "core/jobs/background.h"
#include "core/practice/practicesession.h"
#include "ui/context/appcontext.h"
#include "ui/context/openmlsession.h"
#include "ui/context/openworkspace.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QDesktopServices>
#include <QMenu>
#include <QScrollArea>
#include <QUrlQuery>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

/// What a worker found; what could not be read is empty, and `problem` says why.
struct MlHomePage::Seen
{
    std::optional<MlWorkspace> workspace;
    std::optional<Account> account;
    std::optional<ListedWorkspace> listed;
    QUrl studio;
    std::optional<Error> problem;
};

namespace {

QUrl studioOf(const Cloud &cloud, const MlWorkspace &workspace)
{
    QUrl url = cloud.ml;
    QUrlQuery query;
    query.addQueryItem(u"wsid"_s, workspace.id.text);
    if (!workspace.tenant.isEmpty())
        query.addQueryItem(u"tid"_s, workspace.tenant);
    url.setQuery(query);
    return url;
}

QString dash(const QString &text) { return text.isEmpty() ? u"–"_s : text; }

} // namespace

MlHomePage::MlHomePage(const AppContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_name(context.openWorkspace.name()), m_banner(new Banner)
{
    setObjectName(u"mlHomePage"_s);
    makeHeader();
    aboveBody()->addWidget(m_banner);
    setHeaderLine(true);
    m_place = new FactList;
    m_place->setObjectName(u"mlPlace"_s);
    m_service = new FactList;
    m_service->setObjectName(u"mlService"_s);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 16));
    column->setSpacing(dp(this, 8));
    column->addWidget(sectionTitle(tr("Where it is")));
    column->addWidget(m_place);
    column->addWidget(new Separator);
    column->addWidget(sectionTitle(tr("What Azure says of it")));
    column->addWidget(m_service);
    for (FactList *facts : {m_place, m_service})
        facts->setLabelWidth(152);
    column->addWidget(new Separator);
    column->addWidget(paragraph(tr("The window shows the compute targets, runs, environments and models of this "
                                   "workspace. What else it has is in the studio.")));
    column->addStretch(1);
    setBody(scrolling(body));
}

MlHomePage::~MlHomePage() { m_cancel.cancel(); }

void MlHomePage::makeHeader()
{
    header()->setTitle(m_name);
    header()->setIcon(u"cloud"_s);
    header()->setFacts({tr("Azure ML workspace")});
    Button *targets = filledButton(tr("Compute targets"), u"server"_s);
    targets->setObjectName(u"goTargets"_s);
    connect(targets, &QAbstractButton::clicked, this, [this] { m_context.navigator.go(u"targets"_s); });
    header()->addAction(targets);
    Button *run = edgeButton(tr("Run a script…"), u"run"_s);
    run->setObjectName(u"runScript"_s);
    connect(run, &QAbstractButton::clicked, this, [this] { m_context.navigator.go(u"new-run"_s); });
    header()->addAction(run);
    m_openStudio = edgeButton(tr("Open in the studio"), u"open-outside"_s);
    m_openStudio->setObjectName(u"openStudio"_s);
    connect(m_openStudio, &QAbstractButton::clicked, this, [this] { QDesktopServices::openUrl(m_studio); });
    header()->addAction(m_openStudio, false);
    auto *more = new QMenu(this);
    connect(more->addAction(tr("Sign in again…")), &QAction::triggered, this, [this] {
        if (m_workspace)
            m_context.navigator.go(u"sign-in?cloud=%1&tenant=%2"_s.arg(m_workspace->cloud, m_workspace->tenant));
    });
    QAction *remove = more->addAction(tr("Take it off the list (nothing changes in Azure)"));
    remove->setObjectName(u"removeWorkspace"_s);
    connect(remove, &QAction::triggered, this, &MlHomePage::removeFromList);
    header()->setMoreMenu(more);
}

void MlHomePage::read()
{
    if (std::exchange(m_reading, true))
        return;
    inBackground(
        this,
        [context = m_context, name = m_name, cancel = m_cancel] {
            Seen seen;
            const auto workspace = MlWorkspaceBook(context.workspace).find(name);
            if (!workspace) {
                seen.problem = workspace.error();
                return seen;
            }
            seen.workspace = *workspace;
            if (const auto cloud = context.signIn.clouds().find(workspace->cloud); cloud && cloud->builtin)
                seen.studio = studioOf(*cloud, *workspace);
            const auto session = openMlSession(context, name);
            if (const auto account = context.signIn.accountFor(workspace->cloud, workspace->tenant))
                seen.account = *account;
            const auto document = session ? (*session)->client->document(cancel) : Result<Json>(session.error());
            if (document)
                seen.listed = ListedWorkspace::read(*document);
            else
                seen.problem = document.error();
            return seen;
        },
        [this](const Seen &seen) {
            m_reading = false;
            show(seen);
        });
}

void MlHomePage::show(const Seen &seen)
{
    m_workspace = seen.workspace;
    m_studio = seen.studio;
    header()->showAction(m_openStudio, !m_studio.isEmpty());
    if (seen.workspace) {
        const bool isPractice = seen.workspace->cloud == PracticeSession::cloudName();
        header()->setIcon(isPractice ? u"beaker"_s : u"cloud"_s);
        header()->setFacts({isPractice ? tr("Azure ML, pretend") : tr("Azure ML workspace"),
                            seen.workspace->id.resourceGroup, seen.workspace->cloud});
        m_place->setFacts({{tr("Resource group"), seen.workspace->id.resourceGroup},
                           {tr("Subscription"), seen.workspace->id.subscription},
                           {tr("Cloud"), seen.workspace->cloud},
                           {tr("Tenant"), dash(seen.workspace->tenant)},
                           {tr("Signed in as"), seen.account ? seen.account->account : tr("nobody")}});
    }
    const ListedWorkspace listed = seen.listed.value_or(ListedWorkspace());
    m_service->setFacts({{tr("State"), dash(listed.state)},
                         {tr("Region"), dash(listed.location)},
                         {tr("Workspace ID"), dash(listed.workspaceId)},
                         {tr("Storage"), dash(listed.storage)},
                         {tr("Registry"), dash(listed.registry)}});
    m_banner->clear();
    if (!seen.problem)
        return header()->setBadge(Glyph::Good, dash(listed.state));
    header()->setBadge(Glyph::Unknown, tr("Not read"));
    const bool wantsSignIn = seen.problem->kind == ErrorKind::SignIn && seen.workspace; // the button says the fix
    m_banner->tell(Tone::Unknown, tr("The workspace could not be read."),
                   wantsSignIn ? seen.problem->message : seen.problem->text());
    if (wantsSignIn) {
        Button *signIn = edgeButton(tr("Sign in…"));
        signIn->setObjectName(u"signInHere"_s);
        signIn->setSmall(true);
        connect(signIn, &QAbstractButton::clicked, this, [this] {
            m_context.navigator.go(u"sign-in?cloud=%1&tenant=%2"_s.arg(m_workspace->cloud, m_workspace->tenant));
        });
        m_banner->addAction(signIn);
    }
}

void MlHomePage::removeFromList()
{
    inBackground(
        this, [store = &m_context.workspace, name = m_name] { return MlWorkspaceBook(*store).remove(name); },
        [this](const Result<> &removed) {
            if (!removed)
                return m_banner->tell(Tone::Fail, tr("The list was not changed."), removed.error().text());
            m_context.openWorkspace.noteChange();
            m_context.openWorkspace.open({});
        });
}

} // namespace mooring
