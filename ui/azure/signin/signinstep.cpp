#include "ui/azure/signin/signinstep.h"

#include "core/jobs/background.h"
#include "ui/azure/signin/methodlist.h"
#include "ui/azure/signin/methodtexts.h"
#include "ui/azure/signin/signincard.h"
#include "ui/context/appcontext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/tokens.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

SignInStep::SignInStep(const AppContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_form(new Form)
{
    setObjectName(u"signInStep"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 16));
    column->addWidget(m_form);
    column->addStretch(1);
    makeForm();
    showMethod();
}

SignInStep::~SignInStep() { stop(); }

void SignInStep::makeForm()
{
    m_clouds = new QComboBox;
    m_clouds->setObjectName(u"cloud"_s);
    m_clouds->setMinimumWidth(dp(this, 240));
    m_form->addRow(tr("Cloud"), m_clouds,
                   tr("Also US Government, China, and any other that “mooring cloud add” made known."));
    m_methods = new MethodList;
    m_form->addRow(tr("Sign in with"), m_methods);
    m_card = new SignInCard;
    m_cardRow = m_form->addRow({}, m_card);
    m_secret = new SecretField;
    m_secret->edit()->setObjectName(u"clientSecret"_s);
    m_secretRow = m_form->addRow(tr("Client secret"), m_secret,
                                 tr("Of the application. Kept in the keychain, or in memory where there is none."));
    m_secretRow->setCheck(
        [this] { return m_secret->isEmpty() ? tr("A service principal needs its secret.") : QString(); });
    m_more = m_form->addFold(tr("Tenant, application ID"));
    m_more->setObjectName(u"moreSignIn"_s);
    m_tenant = textField(392, optionalText());
    m_tenant->setObjectName(u"tenant"_s);
    FormRow *tenant =
        m_form->addRow(tr("Tenant"), m_tenant, tr("Its ID or domain. Without one: any tenant of the account."));
    tenant->setCheck([this] {
        const bool needed = m_methods->method() == SignInMethod::ServicePrincipal && !m_methods->account();
        return needed && m_tenant->text().trimmed().isEmpty()
                   ? tr("A service principal signs in to one tenant: say which.")
                   : QString();
    });
    m_client = textField(392, optionalText());
    m_client->setObjectName(u"clientId"_s);
    m_clientRow = m_form->addRow(tr("Application ID"), m_client);
    m_clientRow->setCheck([this] {
        const bool needed = m_methods->method() == SignInMethod::ServicePrincipal && !m_methods->account();
        return needed && m_client->text().trimmed().isEmpty() ? tr("A service principal has an application ID.")
                                                              : QString();
    });
    m_form->endFold();
    connect(m_clouds, &QComboBox::currentIndexChanged, this, [this] {
        stop();
        showAccounts();
    });
    connect(m_methods, &MethodList::chosen, this, [this] {
        stop();
        showMethod();
    });
    connect(m_card, &SignInCard::newCodeWanted, this, [this] {
        stop();
        begin();
    });
    connect(m_card, &SignInCard::stopWanted, this, &SignInStep::stop);
    connect(m_card, &SignInCard::pageWanted, this, [](const QUrl &page) { QDesktopServices::openUrl(page); });
}

void SignInStep::setWanted(const QString &cloud, const QString &tenant)
{
    m_wantedCloud = cloud;
    m_wantedTenant = tenant;
    m_tenant->setText(tenant);
    if (const int at = m_clouds->findData(cloud); at >= 0)
        m_clouds->setCurrentIndex(at);
}

void SignInStep::takeFocus() { m_methods->focusChosen(); }

void SignInStep::read()
{
    struct Known
    {
        std::vector<Cloud> clouds;
        std::vector<Account> accounts;
    };
    inBackground(
        this,
        [signIn = &m_context.signIn] {
            return Known{signIn->clouds().all().valueOr(builtinClouds()), signIn->accounts().valueOr({})};
        },
        [this](const Known &known) {
            m_accounts = known.accounts;
            showClouds(known.clouds);
        });
}

void SignInStep::showClouds(const std::vector<Cloud> &clouds)
{
    const QString before = m_clouds->count() ? cloud() : m_wantedCloud;
    {
        const QSignalBlocker quiet(m_clouds);
        m_clouds->clear();
        for (const Cloud &cloud : clouds)
            m_clouds->addItem(methodtexts::cloudTitle(cloud), cloud.name);
        m_clouds->setCurrentIndex(qMax(0, m_clouds->findData(before)));
    }
    if (!isBusy())
        showAccounts();
}

void SignInStep::showAccounts()
{
    std::vector<Account> here;
    for (const Account &account : m_accounts) {
        const bool fits = m_wantedTenant.isEmpty() || account.tenant == m_wantedTenant;
        if (m_offersAccounts && account.cloud == cloud() && fits)
            here.push_back(account);
    }
    m_methods->setAccounts(here);
    showMethod();
}

void SignInStep::showMethod()
{
    const bool isPrincipal = m_methods->method() == SignInMethod::ServicePrincipal && !m_methods->account();
    m_secretRow->setVisible(isPrincipal);
    if (isPrincipal)
        m_more->setChecked(true);
    m_clientRow->setHelp(m_methods->method() == SignInMethod::ManagedIdentity
                             ? tr("Which of several identities; without one: the machine's own.")
                             : tr("Without one: the registration that Mooring uses."));
    if (!isBusy() && !m_noted)
        m_cardRow->hide();
    Q_EMIT changed();
}

QString SignInStep::cloud() const { return m_clouds->currentData().toString(); }

QString SignInStep::actText() const
{
    if (m_methods->account() || m_noted)
        return tr("&Next");
    return methodtexts::act(m_methods->method());
}

QString SignInStep::busyText() const { return isBusy() ? methodtexts::busy(m_tried) : QString(); }

SignInRequest SignInStep::request() const
{
    SignInRequest request;
    request.cloud = cloud();
    request.tenant = m_tenant->text().trimmed();
    request.method = m_methods->method();
    request.clientId = m_client->text().trimmed();
    request.patience = m_patience;
    if (request.method == SignInMethod::ServicePrincipal)
        request.secret = m_secret->secret();
    return request;
}

void SignInStep::begin()
{
    if (isBusy())
        return;
    if (m_noted) {
        Q_EMIT signedIn(*std::exchange(m_noted, {}));
        return;
    }
    if (const Account *account = m_methods->account()) {
        Q_EMIT signedIn(*account);
        return;
    }
    if (m_form->checkAll())
        return;
    m_tried = m_methods->method();
    m_card->setAsking(methodtexts::asking(m_tried));
    m_cardRow->show();
    revealCard();
    follow(SignInAttempt::start(m_context, request()));
    m_secret->clear();
    Q_EMIT changed();
}

void SignInStep::follow(SignInAttempt *attempt)
{
    m_attempt = attempt;
    connect(attempt, &SignInAttempt::codeShown, this, [this] {
        m_card->setCode(*m_attempt->code());
        revealCard();
    });
    connect(attempt, &SignInAttempt::pageWanted, this, [this](const QUrl &page) {
        m_card->setWaiting(tr("Waiting for the browser"),
                           tr("Sign in on the page that has opened. This goes on by itself afterwards."), page);
        if (!QDesktopServices::openUrl(page))
            m_card->setWaiting(tr("No browser was opened"),
                               tr("Copy the address into a browser of this computer and sign in there. This goes on by "
                                  "itself afterwards."),
                               page);
        revealCard();
    });
    connect(attempt->job(), &Job::finished, this, &SignInStep::ended);
}

void SignInStep::ended()
{
    SignInAttempt *attempt = std::exchange(m_attempt, nullptr);
    const Job *job = attempt->job();
    if (job->state() == Job::State::Succeeded) {
        const Account account = attempt->account();
        if (!account.notKept.isEmpty()) {
            m_noted = account;
            m_card->setNoted(tr("Signed in until Mooring ends: the keychain did not keep it."), account.notKept);
            revealCard();
        } else {
            m_cardRow->hide();
        }
        Q_EMIT changed();
        if (!m_noted)
            Q_EMIT signedIn(account);
        return;
    }
    m_card->setEnded(methodtexts::end(m_tried, job->error()), job->error().text(), m_tried == SignInMethod::DeviceCode);
    revealCard();
    Q_EMIT changed();
}

/// Where it is low, the card begins out of sight.
void SignInStep::revealCard()
{
    QTimer::singleShot(0, m_card, [card = m_card] {
        for (QWidget *up = card->parentWidget(); up; up = up->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(up))
                return area->ensureWidgetVisible(card, 0, dp(card, 8));
        }
    });
}

void SignInStep::stop()
{
    m_noted.reset();
    if (!m_attempt)
        return;
    SignInAttempt *attempt = std::exchange(m_attempt, nullptr);
    attempt->job()->disconnect(this);
    attempt->disconnect(this);
    attempt->job()->cancel();
    const bool hadFocus = m_card->isAncestorOf(focusWidget());
    m_cardRow->hide();
    if (hadFocus)
        m_methods->focusChosen();
    Q_EMIT changed();
}

void SignInStep::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isBusy())
        stop();
    else
        QWidget::keyPressEvent(event);
}

} // namespace mooring
