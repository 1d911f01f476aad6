#include "ui/azure/openwizard.h"

#include "core/azure/ml/mlworkspacebook.h"
#include "core/base/files.h"
#include "core/jobs/background.h"
#include "core/jobs/jobrunner.h"
#include "ui/azure/picker/pickerside.h"
#include "ui/azure/picker/pickerstep.h"
#include "ui/azure/practice/practiceacts.h"
#include "ui/azure/signin/signinstep.h"
#include "ui/context/appcontext.h"
#include "ui/context/openworkspace.h"
#include "ui/context/pageregistry.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr qint64 kConfigLimit = 1024 * 1024;

} // namespace

OpenWizard::OpenWizard(const AppContext &context, const QString &route, QWidget *parent)
    : WizardPage(parent), m_context(context), m_look(context.signIn), m_banner(new Banner)
{
    setObjectName(u"openWizard"_s);
    header()->setTitle(tr("Open an Azure ML workspace"));
    m_banner->setObjectName(u"openBanner"_s);
    aboveBody()->addWidget(m_banner);
    aboveBody()->addWidget(makeIdRow());
    makeSignIn(PageRegistry::queryValue(route, u"cloud"_s));
    makePicker();
    makeDone();
    makeFooter();
    connect(this, &WizardPage::nextRequested, this, &OpenWizard::next);
    connect(this, &WizardPage::backRequested, this, &OpenWizard::back);
    connect(this, &WizardPage::stepChanged, this, &OpenWizard::showState);
    connect(&m_look, &DirectoryLook::changed, this, &OpenWizard::showState);
    setStep(SignInPage);
}

OpenWizard::~OpenWizard()
{
    if (m_opening)
        m_opening->job()->cancel();
}

void OpenWizard::shown()
{
    if (!std::exchange(m_wasShown, true))
        m_signIn->takeFocus();
    m_signIn->read();
    readKnown();
}

void OpenWizard::refresh()
{
    if (step() == PickPage)
        m_look.look(m_account);
    else
        m_signIn->read();
    readKnown();
}

void OpenWizard::readKnown()
{
    inBackground(
        this, [store = &m_context.workspace] { return MlWorkspaceBook(*store).all().valueOr({}); },
        [this](const std::vector<MlWorkspace> &known) { m_pickerSide->setKnown(known); });
}

void OpenWizard::next(int step)
{
    if (step == SignInPage)
        return m_signIn->begin();
    if (step == DonePage)
        return finish();
    if (const auto chosen = m_picker->chosen())
        return openId(chosen->listed.id, chosen->tenant);
    setFooterNote(Glyph::Failed, m_picker->current() ? tr("A hub or a project has no compute targets: choose another.")
                                                     : tr("Choose a workspace."));
}

void OpenWizard::back(int step)
{
    if (step == SignInPage) {
        m_signIn->stop();
        m_context.navigator.back();
        return;
    }
    if (m_opening)
        m_opening->job()->cancel();
    m_signIn->setOffersAccounts(true);
    m_signIn->read();
    setStep(step == DonePage && !m_account.id.isEmpty() ? PickPage : SignInPage);
}

void OpenWizard::showState()
{
    const int now = step();
    const bool isBusy = m_opening || (now == SignInPage && m_signIn->isBusy());
    backButton()->setEnabled(true);
    backButton()->setText(now == SignInPage ? tr("Cancel") : tr("&Back"));
    backButton()->updateGeometry();
    nextButton()->setEnabled(!isBusy);
    for (Button *button : {m_config, m_byId})
        button->setVisible(now != DonePage);
    if (now == SignInPage) {
        setNextText(m_signIn->actText());
        header()->setFacts({tr("Your workspaces on this computer stay as they are and need no account.")});
    } else if (now == PickPage) {
        const auto chosen = m_picker->chosen();
        setNextText(chosen ? tr("Open %1").arg(chosen->listed.id.name) : tr("Open"));
        const int count = int(offeredWorkspaces(m_look).size());
        header()->setFacts(
            {m_look.isReading() ? tr("Reading what your account can see") : tr("%n workspaces", nullptr, count),
             tr("Opening one reads it; nothing there is changed.")});
    } else {
        setNextText(tr("Show it"));
        header()->setFacts({tr("Nothing was changed in Azure.")});
    }
    setFooterNote(Glyph::Waiting, m_opening ? tr("Reading the workspace") : m_signIn->busyText());
}

void OpenWizard::signedIn(const Account &account)
{
    m_account = account;
    m_context.openWorkspace.noteChange();
    m_banner->clear();
    m_look.look(account);
    setStep(PickPage);
    if (m_waiting)
        openId(*std::exchange(m_waiting, {}), {});
}

void OpenWizard::signOut()
{
    inBackground(
        this, [signIn = &m_context.signIn, id = m_account.id] { return signIn->signOut(id, CancelToken()); },
        [this](const Result<Account> &out) {
            if (!out)
                return m_banner->tell(Tone::Fail, tr("The account was not signed out."), out.error().text());
            m_account = {};
            m_signIn->read();
            setStep(SignInPage);
        });
}

void OpenWizard::startPractice()
{
    m_banner->clear();
    mooring::startPractice(m_context, this, [this](const std::optional<Error> &error) {
        if (error)
            return m_banner->tell(Tone::Fail, tr("The practice lab was not started."), error->text());
        m_context.openWorkspace.noteChange();
        m_signIn->setWanted(u"practice"_s, {});
        m_signIn->read();
        m_banner->tell(Tone::Accent, tr("The practice lab is running, and its cloud is chosen below."),
                       tr("Every sign-in does there; a device code is the shortest way."));
    });
}

void OpenWizard::chooseConfig()
{
    auto *dialog = new QFileDialog(this, tr("Choose the config.json of the workspace"));
    dialog->setObjectName(u"configDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(u"*.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &OpenWizard::openConfig);
    dialog->open();
}

void OpenWizard::openConfig(const QString &path)
{
    inBackground(
        this,
        [path]() -> Result<ArmId> {
            const auto content = readWholeFile(path, kConfigLimit);
            return content ? MlWorkspace::idFromConfig(*content) : Result<ArmId>(content.error());
        },
        [this, path](const Result<ArmId> &id) {
            if (id)
                return openId(*id, {});
            m_banner->tell(Tone::Fail, tr("%1 opens no workspace.").arg(path), id.error().text());
        });
}

void OpenWizard::openTyped()
{
    const auto id = MlWorkspace::parseId(m_id->text().trimmed());
    if (id)
        return openId(*id, {});
    m_banner->tell(Tone::Fail, tr("This is not the resource ID of an Azure ML workspace."), id.error().text());
    m_id->setFocus(Qt::OtherFocusReason);
}

void OpenWizard::openId(const ArmId &id, const QString &tenant)
{
    if (m_opening)
        return;
    m_banner->clear();
    const QString cloud = m_account.cloud.isEmpty() ? m_signIn->cloud() : m_account.cloud;
    m_waiting = id;
    m_opening = OpenWorkspaceJob::start(m_context, cloud, tenant, id);
    connect(m_opening->job(), &Job::finished, this, &OpenWizard::opened);
    showState();
}

void OpenWizard::opened()
{
    OpenWorkspaceJob *opening = std::exchange(m_opening, nullptr);
    const Job *job = opening->job();
    showState();
    if (job->state() == Job::State::Canceled)
        return;
    if (job->state() == Job::State::Succeeded) {
        m_waiting.reset();
        m_opened = opening->opened();
        m_context.openWorkspace.noteChange();
        return showDone();
    }
    if (job->error().kind == ErrorKind::SignIn) {
        m_banner->tell(Tone::Accent, tr("Sign in first: %1 is opened afterwards.").arg(m_waiting->name),
                       job->error().text());
        return setStep(SignInPage);
    }
    const QString name = m_waiting->name;
    m_waiting.reset();
    m_banner->tell(Tone::Fail, tr("%1 was not opened.").arg(name), job->error().text());
}

void OpenWizard::showDone()
{
    m_idRow->hide();
    const MlWorkspace &workspace = m_opened.workspace;
    m_doneTitle->setText(m_opened.wasKnown ? tr("%1 was here already.").arg(workspace.name)
                                           : tr("%1 can be read.").arg(workspace.name));
    m_doneFacts->setFacts({{tr("Name here"), workspace.name},
                           {tr("Resource group"), workspace.id.resourceGroup},
                           {tr("Subscription"), workspace.id.subscription},
                           {tr("Region"), m_opened.location.isEmpty() ? u"–"_s : m_opened.location},
                           {tr("State"), m_opened.state.isEmpty() ? u"–"_s : m_opened.state},
                           {tr("Cloud"), workspace.cloud}});
    setStep(DonePage);
    nextButton()->setFocus(Qt::OtherFocusReason);
}

void OpenWizard::finish()
{
    m_over = true;
    if (m_context.openWorkspace.name() == m_opened.workspace.name)
        return m_context.navigator.go(u"welcome"_s);
    m_context.openWorkspace.open(m_opened.workspace.name);
}

} // namespace mooring
