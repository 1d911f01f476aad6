#include "ui/attach/wizard/attachwizard.h"

#include "core/credentials/credentialstore.h"
#include "core/jobs/background.h"
#include "core/jobs/job.h"
#include "ui/attach/wizard/checkstep.h"
#include "ui/attach/wizard/donestep.h"
#include "ui/attach/wizard/fieldform.h"
#include "ui/attach/wizard/kindlist.h"
#include "ui/attach/wizard/sendstep.h"
#include "ui/context/appcontext.h"
#include "ui/context/draftshelf.h"
#include "ui/context/questioncard.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr size_t kFewFound = 8; ///< are seen at one glance

} // namespace

AttachWizard::AttachWizard(const AppContext &context, const PageRegistry &parts, std::shared_ptr<AttachDesk> desk,
                           const QString &route, QWidget *parent)
    : WizardPage(parent),
      m_context(context),
      m_parts(parts),
      m_desk(std::move(desk)),
      m_route(route),
      m_draft(context.kinds, [desk = m_desk](const TargetKind &kind) { return desk->fields(kind); })
{
    setObjectName(u"attachWizard"_s);
    makeSteps();
    makeFooterActs();
    connect(this, &WizardPage::nextRequested, this, &AttachWizard::next);
    connect(this, &WizardPage::backRequested, this, &AttachWizard::back);
    connect(this, &WizardPage::stepChanged, this, &AttachWizard::enter);
    connect(&context.drafts, &DraftShelf::discarded, this, [this](const QString &thrown, const QString &of) {
        if (thrown == m_route && of == m_desk->workspace() && !m_discarding && !m_attach && at() != DonePage)
            startOver();
    });
    setStep(KindPage);
    restore();
}

AttachWizard::~AttachWizard()
{
    delete m_form; // writes into the draft, also when the focus leaves it at the very end
}

void AttachWizard::shown()
{
    read();
    if (!std::exchange(m_wasShown, true) && at() == KindPage)
        m_kinds->setFocus(Qt::OtherFocusReason);
}

void AttachWizard::makeSteps()
{
    addStep(tr("Kind"), makeKinds(), makeFound());
    m_formPlace = new QWidget;
    auto *place = new QVBoxLayout(m_formPlace);
    place->setContentsMargins(dp(this, 24), dp(this, 12), dp(this, 24), dp(this, 16));
    m_formSide = new QWidget;
    auto *side = new QVBoxLayout(m_formSide);
    side->setContentsMargins(0, 0, 0, 0);
    addStep(tr("Settings"), m_formPlace, sideColumn(m_formSide, 328, SideGround::Note));
    m_checks = new CheckStep;
    connect(m_checks, &CheckStep::runAgain, this, &AttachWizard::check);
    addStep(tr("Checks"), m_checks);
    if (m_desk->isElsewhere())
        makeSendStep();
    m_done = new DoneStep;
    m_doneSide = new DoneSide;
    connect(m_done, &DoneStep::runWanted, this, [this] {
        m_context.navigator.go(u"new-run?target="_s + QString::fromLatin1(QUrl::toPercentEncoding(m_attached)));
    });
    connect(m_done, &DoneStep::sampleWanted, this, &AttachWizard::runSampleThere);
    addStep(tr("Done"), m_done, sideColumn(m_doneSide, 344, SideGround::Note));
}

QWidget *AttachWizard::makeKinds()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(dp(this, 12), dp(this, 4), dp(this, 12), dp(this, 8));
    column->setSpacing(0);
    m_kinds = new KindList(m_context.kinds, [this](const TargetKind &kind) { return m_desk->reasonAgainst(kind); });
    column->addWidget(new KindListHead(*m_kinds));
    column->addWidget(m_kinds, 1);
    connect(m_kinds, &KindList::kindChanged, this, [this] {
        if (at() != KindPage)
            return;
        setFooterNote(Glyph::Failed, {});
        if (!m_kinds->kind().isEmpty() && m_draft.isEmpty())
            m_draft.setKind(m_kinds->kind());
    });
    connect(m_kinds, &KindList::kindActivated, this, [this] { next(KindPage); });
    return body;
}

QWidget *AttachWizard::makeFound()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, dp(this, 12), 0, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(dp(this, 16), 0, dp(this, 16), dp(this, 4));
    head->setSpacing(0);
    head->addWidget(sectionTitle(tr("Found on this computer")));
    head->addWidget(helpLine(tr("Found is not attached. Nothing was contacted.")));
    m_foundNone = helpLine({});
    m_foundNone->setObjectName(u"foundNone"_s);
    m_foundNone->setContentsMargins(0, dp(this, 12), 0, 0);
    head->addWidget(m_foundNone);
    m_findFound = new SearchField(tr("Find a name or an address"));
    m_findFound->setObjectName(u"findFound"_s);
    m_findFound->setAccessibleName(tr("Find among what was found"));
    head->addSpacing(dp(this, 8));
    head->addWidget(m_findFound);
    column->addLayout(head);
    m_found = new FoundList;
    connect(m_findFound, &QLineEdit::textChanged, m_found, &FoundList::setFilter);
    connect(m_found, &FoundList::used, this, &AttachWizard::useFound);
    column->addWidget(m_found, 1);
    column->addStretch(0);
    return sideColumn(side, 320, SideGround::Note);
}

void AttachWizard::makeFooterActs()
{
    m_stop = edgeButton(tr("Stop"), u"media-playback-stop"_s);
    m_stop->setObjectName(u"stop"_s);
    connect(m_stop, &QAbstractButton::clicked, this, [this] {
        if (m_attach)
            m_attach->job()->cancel();
    });
    addFooterLeft(m_stop);
    m_skip = edgeButton(tr("Skip this check"));
    m_skip->setObjectName(u"skipCheck"_s);
    m_skip->setToolTip(tr("Go on without it. What needs it is left out too; the target can be checked again at any "
                          "time."));
    connect(m_skip, &QAbstractButton::clicked, this, &AttachWizard::skip);
    addFooterLeft(m_skip);
    m_cancel = edgeButton(tr("Cancel"));
    m_cancel->setObjectName(u"cancelAttach"_s);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        discard();
        startOver();
        m_context.navigator.back();
    });
    m_saveDraft = edgeButton(tr("Save draft"));
    m_saveDraft->setObjectName(u"saveDraft"_s);
    connect(m_saveDraft, &QAbstractButton::clicked, this, [this] {
        edited();
        m_context.navigator.go(u"targets"_s);
    });
    m_another = edgeButton(tr("Attach another…"));
    m_another->setObjectName(u"attachAnother"_s);
    connect(m_another, &QAbstractButton::clicked, this, &AttachWizard::startOver);
    for (Button *button : {m_cancel, m_saveDraft, m_another})
        addFooterRight(button);
}

void AttachWizard::restore()
{
    if (const Draft *draft = m_context.drafts.find(m_route, m_desk->workspace())) {
        m_draft.load(draft->content);
    } else if (const QString kind = PageRegistry::queryValue(m_route, u"kind"_s); !kind.isEmpty()) {
        m_draft.setKind(kind);
    }
    if (!m_draft.kind())
        for (const auto &kind : m_context.kinds.all()) {
            if (m_desk->reasonAgainst(*kind).isEmpty()) {
                m_draft.setKind(kind->id());
                break;
            }
        }
    showKind();
    AttachJob *attach = AttachJob::running(m_context, m_route);
    if (attach) {
        const auto rungs = [desk = m_desk, wanted = request()] { return desk->ladder(wanted).valueOr({}); };
        inBackground(this, rungs, [this, attach = QPointer(attach)](const std::vector<Rung> &ladder) {
            if (!attach)
                return;
            m_checks->setRungs(ladder); // none without the secrets: then they come as they are heard
            setStep(ChecksPage);
            follow(attach);
        });
    } else if (!m_draft.isEmpty()) {
        makeForm();
        setStep(FormPage);
    }
}

void AttachWizard::showKind()
{
    if (const TargetKind *kind = m_draft.kind())
        m_kinds->select(kind->id());
}

void AttachWizard::read()
{
    struct Seen
    {
        std::vector<TargetRecord> targets;
        std::vector<FoundRow> found;
        CredentialStore::State keychain = CredentialStore::State::Unknown;
    };
    const auto look = [desk = m_desk, kinds = &m_context.kinds, credentials = &m_context.credentials]() -> Seen {
        Seen seen;
        seen.targets = desk->targets().valueOr({});
        seen.found = findTargets(*kinds, seen.targets);
        seen.keychain = credentials->probe({});
        return seen;
    };
    inBackground(this, look, [this](const Seen &seen) {
        m_names.clear();
        for (const TargetRecord &target : seen.targets)
            m_names << target.name;
        m_keychain = seen.keychain != CredentialStore::State::Absent;
        if (m_form) {
            m_form->setTakenNames(m_names);
            m_form->setKeychain(m_keychain);
        }
        showFound(seen.found);
    });
}

void AttachWizard::showFound(const std::vector<FoundRow> &found)
{
    m_found->setFound(found);
    m_found->setVisible(!found.empty());
    m_findFound->setVisible(found.size() > kFewFound || !m_findFound->text().isEmpty());
    m_foundNone->setText(found.empty() ? tr("No file of yours names anything that can be attached.") : QString());
    m_foundNone->setVisible(found.empty());
}

void AttachWizard::refresh()
{
    if (at() == ChecksPage && !m_attach)
        check({});
    else
        read();
}

QString AttachWizard::subtitle(int step) const
{
    switch (at(step)) {
    case KindPage:
        return tr("Choose a kind, or start from something this computer already knows.");
    case FormPage:
        return m_draft.kind() ? m_draft.kind()->summary() : QString();
    case ChecksPage:
        if (const auto *card = qobject_cast<const QuestionCard *>(m_checks->card()))
            return card->canBeAnswered() ? tr("The checks wait for one answer from you.")
                                         : tr("Stopped. There is no way to go on from this page.");
        if (m_send)
            return m_attach && m_attach->act() == AttachJob::Act::Attach && sends()
                       ? tr("Sent. You can leave this page, it goes on.")
                   : m_behind == Behind::Failed ? tr("Azure ML keeps an entry of it that failed. Detach takes it away.")
                   : m_behind == Behind::Unknown
                       ? tr("Azure ML has taken it. Its page shows what became of it, as soon as it can be asked.")
                       : tr("Only looking. Nothing is sent before you have seen it.");
        return m_attach ? tr("It is attached by itself when the checks are through. You can leave this page, they go "
                             "on.")
                        : tr("Nothing was attached yet. All settings are kept.");
    case SendPage:
        return sends() ? tr("Checked. Nothing was sent yet; Azure was only read.")
                       : tr("Checked. Azure was only read, and nothing will be sent.");
    default:
        return tr("You can run the checks again at any time.");
    }
}

bool AttachWizard::sends() const { return m_send && m_send->isSent(); }

/// Steps that come by themselves take the focus along, but from nobody who is elsewhere in the window meanwhile.
bool AttachWizard::holdsFocus() const
{
    const QWidget *widget = QApplication::focusWidget();
    return isVisible() && (!widget || isAncestorOf(widget));
}

void AttachWizard::enter(int count)
{
    const Step step = at(count);
    const TargetKind *kind = m_draft.kind();
    const QString titles[] = {tr("Attach compute"), kind ? tr("Attach: %1", "a kind").arg(kind->title()) : QString(),
                              tr("Checking %1", "a target").arg(m_draft.name()),
                              (sends() ? tr("Send %1 to Azure ML", "a target") : tr("Attach %1")).arg(m_draft.name()),
                              tr("Attached")};
    header()->setTitle(titles[step]);
    header()->setIcon(step == KindPage || !kind ? QString() : kind->iconName());
    header()->setFacts({subtitle(count)});
    m_cancel->setVisible(step == KindPage);
    m_saveDraft->setVisible(step == FormPage || step == SendPage);
    m_another->setVisible(step == DonePage);
    backButton()->setVisible(step != KindPage && step != DonePage);
    nextButton()->setEnabled(true);
    nextButton()->setKind(ButtonKind::Filled);
    m_stop->hide();
    m_skip->hide();
    if (step == KindPage)
        setNextText(tr("&Next"));
    else if (step == FormPage)
        setNextText(tr("&Check now"));
    else if (step == SendPage)
        setNextText(sends() ? tr("&Attach in Azure ML") : tr("&Attach"));
    else if (step == DonePage)
        setNextText(tr("&Open %1", "a target").arg(m_attached));
    if (step == KindPage && isVisible())
        m_kinds->setFocus(Qt::OtherFocusReason);
    if (step == FormPage && m_form)
        m_form->focusFirst();
    if (step == ChecksPage && holdsFocus()) // before the button that has it is off
        m_checks->setFocus(Qt::OtherFocusReason);
    if (step == ChecksPage)
        showChecksState(m_attach != nullptr);
    if ((step == SendPage || step == DonePage) && holdsFocus())
        nextButton()->setFocus(Qt::OtherFocusReason);
}

void AttachWizard::next(int step)
{
    setFooterNote(Glyph::Failed, {});
    switch (at(step)) {
    case KindPage:
        if (m_kinds->kind().isEmpty())
            return setFooterNote(Glyph::Failed, tr("Choose a kind that can be attached."));
        m_draft.setKind(m_kinds->kind());
        makeForm();
        return setStep(FormPage);
    case FormPage:
        return checkForm();
    case ChecksPage:
        if (m_behind == Behind::Nothing)
            return check({});
        [[fallthrough]];
    case DonePage: {
        const QString name = m_behind != Behind::Nothing ? m_draft.name() : m_attached;
        if (m_behind != Behind::Nothing)
            discard();
        startOver();
        return m_context.navigator.go(u"target/"_s + QString::fromLatin1(QUrl::toPercentEncoding(name)));
    }
    case SendPage:
        return send();
    }
}

void AttachWizard::back(int step)
{
    if (m_attach) { // what is changed now would not be what is being checked
        m_attach->job()->cancel();
        m_attach->job()->disconnect(this);
        m_attach->disconnect(this);
        m_attach = nullptr;
        m_skipping.clear();
        edited();
    }
    if (at(step) == ChecksPage && !m_form)
        makeForm();
    m_checks->setCard(nullptr);
    m_behind = Behind::Nothing;
    setStep(step - 1);
}

void AttachWizard::useFound(const FoundRow &row)
{
    m_draft.setKind(row.kind);
    m_draft.take(row.target);
    showKind();
    m_formKind.clear();
    makeForm();
    edited();
    setStep(FormPage);
}

void AttachWizard::makeForm()
{
    const TargetKind *kind = m_draft.kind();
    if (!kind || (m_form && m_formKind == kind->id()))
        return;
    delete m_form;
    m_form = new FieldForm(m_draft);
    m_formKind = kind->id();
    m_form->setTakenNames(m_names);
    m_form->setKeychain(m_keychain);
    m_formPlace->layout()->addWidget(m_form);
    connect(m_form, &FieldForm::edited, this, &AttachWizard::edited);
    while (QLayoutItem *item = m_formSide->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_formSide->layout()->addWidget(formSide(*kind));
}

void AttachWizard::edited() { keepDraft(Glyph::NotBegun, tr("Draft")); }

void AttachWizard::keepDraft(Glyph glyph, const QString &state)
{
    if (m_draft.isEmpty())
        return discard();
    const TargetKind *kind = m_draft.kind();
    m_context.drafts.put({m_route, Draft::Group::Targets, m_draft.title(), kind ? kind->iconName() : QString(), glyph,
                          state, m_draft.content(), m_desk->workspace()});
}

void AttachWizard::discard()
{
    m_discarding = true;
    m_context.drafts.remove(m_route, m_desk->workspace());
    m_discarding = false;
}

void AttachWizard::startOver()
{
    delete m_form;
    m_form = nullptr;
    m_draft.clear();
    m_checks->setCard(nullptr);
    m_attached.clear();
    m_behind = Behind::Nothing;
    setFooterNote(Glyph::Failed, {});
    showKind();
    setStep(KindPage);
    read();
}

} // namespace mooring
