#include "ui/azure/signin/signinpage.h"

#include "core/azure/ml/mlworkspacebook.h"
#include "core/jobs/background.h"
#include "ui/azure/signin/signinside.h"
#include "ui/azure/signin/signinstep.h"
#include "ui/context/appcontext.h"
#include "ui/context/openworkspace.h"
#include "ui/context/pageregistry.h"
#include "ui/widgets/button.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrolling.h"

using namespace Qt::StringLiterals;

namespace mooring {

SignInPage::SignInPage(const AppContext &context, const QString &route, QWidget *parent)
    : WizardPage(parent), m_context(context), m_step(new SignInStep(context))
{
    setObjectName(u"signInPage"_s);
    header()->setTitle(tr("Sign in to Azure"));
    header()->setFacts({tr("Afterwards this goes back to where you were")});
    auto *side = new SignInSide;
    connect(side, &SignInSide::practiceWanted, this, [this] { m_context.navigator.go(u"practice"_s); });
    addStep(tr("Sign in"), m_step, sideColumn(side, 328, SideGround::Note));
    m_step->setOffersAccounts(false);
    if (const QString cloud = PageRegistry::queryValue(route, u"cloud"_s); !cloud.isEmpty())
        want(cloud, PageRegistry::queryValue(route, u"tenant"_s));
    backButton()->setText(tr("Cancel"));
    connect(m_step, &SignInStep::changed, this, &SignInPage::showState);
    connect(m_step, &SignInStep::signedIn, this, [this] {
        m_over = true;
        m_context.openWorkspace.noteChange();
        m_context.navigator.back();
    });
    connect(this, &WizardPage::nextRequested, m_step, &SignInStep::begin);
    connect(this, &WizardPage::backRequested, this, [this] {
        m_step->stop();
        m_context.navigator.back();
    });
    setStep(0);
    showState();
}

void SignInPage::want(const QString &cloud, const QString &tenant)
{
    m_isWanted = true;
    m_step->setWanted(cloud, tenant);
}

void SignInPage::shown()
{
    if (!std::exchange(m_wasShown, true))
        m_step->takeFocus();
    if (m_isWanted || m_context.openWorkspace.isLocal())
        return m_step->read();
    inBackground(
        this,
        [store = &m_context.workspace, name = m_context.openWorkspace.name()] {
            return MlWorkspaceBook(*store).find(name);
        },
        [this](const Result<MlWorkspace> &open) {
            if (open)
                want(open->cloud, open->tenant);
            m_step->read();
        });
}

void SignInPage::showState()
{
    backButton()->setEnabled(true);
    setNextText(m_step->actText());
    nextButton()->setEnabled(!m_step->isBusy());
    setFooterNote(Glyph::Waiting, m_step->busyText());
}

} // namespace mooring
