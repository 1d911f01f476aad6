#include "ui/azure/picker/directoryside.h"

#include "ui/azure/picker/directorylook.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QCheckBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        } else if (item->layout()) {
            empty(item->layout());
        }
        delete item;
    }
}

QString countText(const DirectoryLook::SubscriptionSeen &seen)
{
    if (seen.isReading)
        return u"…"_s;
    return seen.problem ? DirectorySide::tr("not readable") : QString::number(seen.workspaces.size());
}

} // namespace

DirectorySide::DirectorySide(DirectoryLook &look, QWidget *parent)
    : QWidget(parent), m_look(look), m_column(new QVBoxLayout(this))
{
    setObjectName(u"directorySide"_s);
    m_column->setContentsMargins(dp(this, 24), dp(this, 12), dp(this, 16), dp(this, 12));
    m_column->setSpacing(dp(this, 6));
    connect(&look, &DirectoryLook::changed, this, &DirectorySide::fill);
    fill();
}

void DirectorySide::fill()
{
    const QWidget *focused = focusWidget();
    const QString had = focused && focused->hasFocus() ? focused->objectName() : QString();
    empty(m_column);
    auto *head = new QHBoxLayout;
    head->addWidget(sectionTitle(tr("Account")), 1);
    Button *out = linkButton(tr("Sign out"));
    out->setObjectName(u"signOut"_s);
    connect(out, &QAbstractButton::clicked, this, &DirectorySide::signOutWanted);
    head->addWidget(out);
    m_column->addLayout(head);
    m_column->addWidget(new ElidedLabel(m_look.account().account));
    const Account &account = m_look.account();
    TextLabel *kept = helpLine(account.isKept ? tr("Kept, renewed by itself")
                               : account.notKept.isEmpty()
                                   ? tr("Until Mooring ends: there is no keychain")
                                   : tr("Until Mooring ends: the keychain did not keep it. %1").arg(account.notKept));
    kept->setObjectName(u"accountKept"_s);
    m_column->addWidget(kept);
    m_column->addSpacing(dp(this, 4));
    m_column->addWidget(new Separator);
    m_column->addSpacing(dp(this, 4));
    m_column->addWidget(sectionTitle(tr("Tenants and subscriptions")));
    fillTenants();
    m_column->addStretch(1);
    if (auto *again = had.isEmpty() ? nullptr : findChild<QWidget *>(had))
        again->setFocus(Qt::OtherFocusReason);
}

void DirectorySide::fillTenants()
{
    for (const DirectoryLook::TenantSeen &seen : m_look.tenants()) {
        auto *row = new QHBoxLayout;
        row->setSpacing(dp(this, 8));
        row->addWidget(new GlyphLabel(seen.isReading ? Glyph::Preparing : seen.problem ? Glyph::Warning : Glyph::Good));
        const QString domain = seen.tenant.domain.isEmpty() ? seen.tenant.name : seen.tenant.domain;
        auto *name = new ElidedLabel(domain);
        row->addWidget(name, 1);
        if (seen.problem) {
            Button *more = edgeButton(tr("Sign in…"));
            more->setSmall(true);
            more->setObjectName(u"signInTenant-"_s + seen.tenant.id);
            connect(more, &QAbstractButton::clicked, this, [this, id = seen.tenant.id] { Q_EMIT signInWanted(id); });
            row->addWidget(more);
        }
        m_column->addLayout(row);
        if (seen.problem)
            m_column->addWidget(helpLine(seen.problem->message));
        for (const DirectoryLook::SubscriptionSeen &each : seen.subscriptions) {
            auto *box = new QCheckBox;
            QString text = each.subscription.name;
            box->setText(text.replace(u'&', u"&&"_s));
            box->setToolTip(each.problem ? each.problem->text() : each.subscription.id);
            box->setObjectName(u"subscription-"_s + each.subscription.id);
            box->setChecked(each.isChosen);
            box->setMinimumWidth(dp(this, 60));
            box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
            connect(box, &QCheckBox::toggled, this,
                    [this, id = each.subscription.id](bool on) { m_look.choose(id, on); });
            auto *line = new QHBoxLayout;
            line->addSpacing(dp(this, 24));
            line->addWidget(box, 1);
            line->addWidget(new TextLabel(countText(each), Type::Body, each.problem ? Ink::Warn : Ink::Text2));
            m_column->addLayout(line);
        }
    }
}

} // namespace mooring
