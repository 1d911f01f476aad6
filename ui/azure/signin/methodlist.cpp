#include "ui/azure/signin/methodlist.h"

#include "core/base/text.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/tokens.h"

#include <QButtonGroup>
#include <QMouseEvent>
#include <QPainter>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

MethodList::MethodList(QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_column(new QVBoxLayout(this))
{
    setObjectName(u"signInMethods"_s);
    setAccessibleName(tr("Sign in with"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    add(SignInMethod::Browser, tr("Browser"),
        tr("Opens your browser; the answer comes back to http://localhost on a port of its own."));
    add(SignInMethod::DeviceCode, tr("Device code"),
        tr("A short code to type in any browser, also on another device."));
    add(SignInMethod::ServicePrincipal, tr("Service principal"),
        tr("Tenant, application ID and a client secret. No person is asked."));
    add(SignInMethod::AzureCli, tr("Azure CLI"),
        tr("Takes the token of az on this computer. Mooring keeps nothing of it."));
    add(SignInMethod::ManagedIdentity, tr("Managed identity"), tr("Only on a machine in Azure that has one."));
    setMethod(SignInMethod::Browser);
    connect(m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *, bool on) {
        if (!on)
            return;
        update();
        Q_EMIT chosen();
    });
}

MethodList::Row MethodList::makeRow(const QString &name, const QString &title, const QString &text)
{
    auto *widget = new QWidget(this);
    widget->setFixedHeight(dp(this, 44));
    auto *button = new QRadioButton(title, widget);
    button->setObjectName(u"method-"_s + name);
    button->setAccessibleDescription(text);
    auto *help = new ElidedLabel(text, Type::Small, Ink::Text2, widget);
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(dp(this, 12), dp(this, 2), dp(this, 8), dp(this, 2));
    column->setSpacing(0);
    column->addWidget(button);
    auto *under = new QHBoxLayout;
    under->addSpacing(dp(this, 24));
    under->addWidget(help, 1);
    column->addLayout(under);
    m_group->addButton(button);
    return {SignInMethod::Browser, {}, widget, button};
}

void MethodList::add(SignInMethod method, const QString &title, const QString &text)
{
    Row row = makeRow(toWord(method), title, text);
    row.method = method;
    m_column->addWidget(row.widget);
    m_rows.push_back(row);
}

void MethodList::setAccounts(const std::vector<Account> &accounts)
{
    const bool wasAccount = account();
    std::erase_if(m_rows, [](const Row &row) {
        if (row.account)
            row.widget->deleteLater();
        return row.account.has_value();
    });
    int at = 0;
    for (const Account &account : accounts) {
        const QString text =
            account.signedInAt
                ? tr("Signed in %1, tenant %2", "%1 a time").arg(humanTime(*account.signedInAt), account.tenant)
                : tr("Signed in, tenant %1").arg(account.tenant);
        Row row = makeRow(u"account-"_s + account.account, account.account, text);
        row.method = account.method;
        row.account = account;
        m_column->insertWidget(at, row.widget);
        m_rows.insert(m_rows.begin() + at, row);
        ++at;
    }
    if (!accounts.empty())
        m_rows.front().button->setChecked(true);
    else if (wasAccount)
        setMethod(SignInMethod::Browser);
    updateGeometry();
    update();
}

const MethodList::Row *MethodList::current() const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.button->isChecked(); });
    return found == m_rows.end() ? nullptr : &*found;
}

SignInMethod MethodList::method() const { return current() ? current()->method : SignInMethod::Browser; }

const Account *MethodList::account() const { return current() && current()->account ? &*current()->account : nullptr; }

void MethodList::setMethod(SignInMethod method)
{
    for (const Row &row : m_rows) {
        if (row.method == method && !row.account)
            row.button->setChecked(true);
    }
}

void MethodList::focusChosen()
{
    if (const Row *row = current())
        row->button->setFocus(Qt::OtherFocusReason);
}

void MethodList::mousePressEvent(QMouseEvent *event)
{
    for (const Row &row : m_rows) {
        if (row.widget->geometry().contains(event->pos())) {
            row.button->setChecked(true);
            row.button->setFocus(Qt::MouseFocusReason);
        }
    }
}

void MethodList::paintEvent(QPaintEvent *)
{
    const Tokens tokens = Tokens::from(palette());
    QPainter painter(this);
    for (const Row &row : m_rows) {
        if (!row.button->isChecked())
            continue;
        painter.fillRect(row.widget->geometry(), tokens.accentSoft);
        painter.fillRect(QRect(row.widget->x(), row.widget->y(), dp(this, 3), row.widget->height()), tokens.accent);
    }
}

} // namespace mooring
