// What the steps of the wizard are made of.
#include "ui/azure/openwizard.h"
#include "ui/azure/picker/directoryside.h"
#include "ui/azure/picker/pickerside.h"
#include "ui/azure/picker/pickerstep.h"
#include "ui/azure/signin/signinside.h"
#include "ui/azure/signin/signinstep.h"
#include "ui/context/appcontext.h"
#include "ui/context/openworkspace.h"
#include "ui/widgets/button.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

void OpenWizard::makeSignIn(const QString &cloud)
{
    m_signIn = new SignInStep(m_context);
    m_signIn->setWanted(cloud, {});
    connect(m_signIn, &SignInStep::changed, this, &OpenWizard::showState);
    connect(m_signIn, &SignInStep::signedIn, this, &OpenWizard::signedIn);
    auto *side = new SignInSide;
    connect(side, &SignInSide::practiceWanted, this, &OpenWizard::startPractice);
    addStep(tr("Sign in"), m_signIn, sideColumn(side, 328, SideGround::Note));
}

void OpenWizard::makePicker()
{
    m_picker = new PickerStep(m_look);
    m_pickerSide = new PickerSide;
    connect(m_picker, &PickerStep::currentChanged, this, [this] {
        m_pickerSide->setOffered(m_picker->current());
        showState();
    });
    connect(m_picker, &PickerStep::opened, this, [this] { next(PickPage); });
    connect(m_pickerSide, &PickerSide::openWanted, this, [this](const QString &name) {
        m_over = true;
        m_context.openWorkspace.open(name);
    });
    connect(m_picker->directory(), &DirectorySide::signOutWanted, this, &OpenWizard::signOut);
    connect(m_picker->directory(), &DirectorySide::signInWanted, this, [this](const QString &tenant) {
        m_signIn->setWanted(m_account.cloud, tenant);
        m_signIn->setOffersAccounts(false);
        m_signIn->read();
        setStep(SignInPage);
    });
    addStep(tr("Workspace"), m_picker, sideColumn(m_pickerSide, 304, SideGround::Note));
}

void OpenWizard::makeDone()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(dp(this, 24), dp(this, 16), dp(this, 24), dp(this, 16));
    column->setSpacing(dp(this, 12));
    m_doneTitle = sectionTitle({});
    m_doneTitle->setObjectName(u"openedTitle"_s);
    m_doneFacts = new FactList;
    m_doneFacts->setObjectName(u"openedFacts"_s);
    m_doneFacts->setLabelWidth(136);
    column->addWidget(m_doneTitle);
    column->addWidget(m_doneFacts);
    column->addWidget(paragraph(tr("It stands in the list at the head of the sidebar now, beside the workspace on this "
                                   "computer. Nothing was changed in Azure.")));
    column->addStretch(1);
    addStep(tr("Done"), body);
}

void OpenWizard::makeFooter()
{
    m_config = edgeButton(tr("Open by config.json…"), u"file"_s);
    m_config->setObjectName(u"openByConfig"_s);
    connect(m_config, &QAbstractButton::clicked, this, &OpenWizard::chooseConfig);
    addFooterLeft(m_config);
    m_byId = edgeButton(tr("By resource ID…"), u"link"_s);
    m_byId->setObjectName(u"openById"_s);
    connect(m_byId, &QAbstractButton::clicked, this, [this] {
        m_idRow->show();
        m_id->setFocus(Qt::OtherFocusReason);
    });
    addFooterLeft(m_byId);
}

QWidget *OpenWizard::makeIdRow()
{
    m_idRow = new QWidget;
    auto *row = new QHBoxLayout(m_idRow);
    row->setContentsMargins(dp(this, 24), 0, dp(this, 24), 0);
    row->setSpacing(dp(this, 8));
    m_id = new QLineEdit;
    m_id->setObjectName(u"resourceId"_s);
    m_id->setAccessibleName(tr("Resource ID of the workspace"));
    m_id->setPlaceholderText(
        u"/subscriptions/…/resourceGroups/…/providers/Microsoft.MachineLearningServices/workspaces/…"_s);
    Button *open = edgeButton(tr("Open"));
    open->setObjectName(u"openTypedId"_s);
    Button *close = iconButton(u"window-close"_s, tr("Close"));
    row->addWidget(new TextLabel(tr("Resource ID")));
    row->addWidget(m_id, 1);
    row->addWidget(open);
    row->addWidget(close);
    connect(open, &QAbstractButton::clicked, this, &OpenWizard::openTyped);
    connect(m_id, &QLineEdit::returnPressed, this, &OpenWizard::openTyped);
    connect(close, &QAbstractButton::clicked, m_idRow, &QWidget::hide);
    m_idRow->hide();
    return m_idRow;
}

} // namespace mooring
