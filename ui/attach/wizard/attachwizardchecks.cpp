// The third step and what comes of it.
#include "core/base/text.h"
#include "core/jobs/background.h"
#include "core/jobs/job.h"
#include "ui/attach/wizard/attachwizard.h"
#include "ui/attach/wizard/checkstep.h"
#include "ui/attach/wizard/donestep.h"
#include "ui/attach/wizard/fieldform.h"
#include "ui/attach/wizard/samecard.h"
#include "ui/context/appcontext.h"
#include "ui/context/draftshelf.h"
#include "ui/context/openworkspace.h"
#include "ui/context/questioncard.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/navigator.h"
#include "ui/workspace/samplerun.h"

#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace mooring {

void AttachWizard::checkForm()
{
    if (const FormRow *row = m_form->checkAll()) {
        const bool named = row->error().contains(row->label());
        return setFooterNote(
            Glyph::Failed, named ? row->error() : tr("%1: %2", "field, what is wrong").arg(row->label(), row->error()));
    }
    check({});
}

AttachRequest AttachWizard::request() const
{
    AttachRequest request = m_draft.request();
    request.skipRungs = m_skipped;
    if (!m_keychain) {
        for (const auto &[id, secret] : request.values.secrets())
            request.sessionSecrets << id;
    }
    return request;
}

/// All rungs, or one of them again with those that were left out because of it.
void AttachWizard::check(const QString &rungAgain)
{
    if (m_attach || !m_draft.kind())
        return;
    m_checks->setCard(nullptr);
    if (!rungAgain.isEmpty()) {
        m_skipped.removeAll(rungAgain);
        return climbFrom(rungAgain, m_checks->report(m_draft.name()));
    }
    m_skipped.clear();
    const AttachRequest wanted = request();
    const auto rungs = [desk = m_desk, wanted] { return desk->ladder(wanted); };
    inBackground(this, rungs, [this, wanted](const Result<std::vector<Rung>> &ladder) {
        if (m_attach)
            return;
        if (ladder)
            begin(*ladder, wanted, firstAct());
        else
            showError(ladder.error());
    });
}

void AttachWizard::climbFrom(const QString &rung, const LadderReport &earlier)
{
    AttachRequest wanted = request();
    wanted.rungAgain = rung;
    wanted.earlier = earlier;
    begin({}, wanted, firstAct());
}

/// A rung that runs cannot be left by itself: the ladder is stopped, and climbed again from that rung on.
void AttachWizard::skip()
{
    const QString rung = m_checks->skippable();
    if (rung.isEmpty() || !m_skipping.isEmpty() || !m_draft.kind())
        return;
    m_skipped << rung;
    setFooterNote(Glyph::Failed, {});
    if (!m_attach)
        return climbFrom(rung, m_checks->report(m_draft.name()));
    m_skipping = rung;
    m_climbed = m_checks->report(m_draft.name());
    m_attach->job()->cancel();
}

AttachJob::Act AttachWizard::firstAct() const { return m_send ? AttachJob::Act::Rehearse : AttachJob::Act::Attach; }

void AttachWizard::begin(const std::vector<Rung> &rungs, const AttachRequest &request, AttachJob::Act act)
{
    m_behind = Behind::Nothing;
    if (!rungs.empty())
        m_checks->setRungs(rungs);
    m_checks->clearLog();
    follow(AttachJob::start(m_context, m_desk, m_route, request, act));
    if (at() != ChecksPage)
        go(ChecksPage);
    else
        enter(ChecksPage);
}

void AttachWizard::follow(AttachJob *attach)
{
    m_attach = attach;
    Job *job = attach->job();
    for (const RungResult &rung : attach->heard())
        m_checks->setRung(rung);
    m_checks->addLines(job->lines());
    connect(attach, &AttachJob::rungChanged, this, [this, job](const RungResult &rung) {
        m_checks->setRung(rung);
        m_checks->setTotal(humanDuration(job->elapsedMs()));
    });
    connect(job, &Job::linesAdded, this, [this, job](int count) {
        const auto &lines = job->lines();
        m_checks->addLines({lines.end() - std::min<ptrdiff_t>(count, ptrdiff_t(lines.size())), lines.end()});
    });
    connect(job, &Job::finished, this, [this, job, attach] {
        m_attach = nullptr;
        m_behind = whatIsBehind(*attach);
        if (attach->act() == AttachJob::Act::Rehearse && attach->outcome() && !attach->outcome()->report.failure())
            return showSending(*attach->outcome());
        ended(job, attach->outcome());
    });
    keepDraft(Glyph::Preparing, tr("Checking"));
    showChecksState(true);
}

/// Of one that was canceled after it was sent nothing is known: what watches it has ended, not what it watched.
AttachWizard::Behind AttachWizard::whatIsBehind(const AttachJob &attach) const
{
    if (!m_send || attach.act() != AttachJob::Act::Attach)
        return Behind::Nothing;
    if (!attach.outcome())
        return attach.job()->state() == Job::State::Canceled ? Behind::Unknown : Behind::Nothing;
    if (!attach.outcome()->leftBehind)
        return Behind::Nothing;
    return attach.outcome()->report.failure() == ErrorKind::RungFailed ? Behind::Failed : Behind::Unknown;
}

void AttachWizard::showChecksState(bool running)
{
    m_stop->setVisible(running);
    const bool isBehind = m_behind != Behind::Nothing;
    const bool isSent = isBehind || (running && m_send && m_attach && m_attach->act() == AttachJob::Act::Attach);
    m_skip->setVisible(!m_checks->card() && !isSent && (running || !m_checks->skippable().isEmpty()));
    m_checks->setCanRun(!running && !isSent);
    nextButton()->setEnabled(!running);
    setNextText(running    ? tr("&Attach")
                : isBehind ? tr("&Open %1", "a target").arg(m_draft.name())
                           : tr("&Check again"));
    nextButton()->setKind(m_checks->card() ? ButtonKind::Edge : ButtonKind::Filled); // what is to do stands on the card
    header()->setFacts({subtitle(ChecksPage)});
    if (m_send && at() == ChecksPage)
        header()->setTitle(isSent && sends() ? tr("Attaching %1 in Azure ML", "a target").arg(m_draft.name())
                                             : tr("Checking %1", "a target").arg(m_draft.name()));
}

void AttachWizard::ended(const Job *job, const std::optional<CheckOutcome> &outcome)
{
    m_checks->setTotal(humanDuration(job->elapsedMs()));
    if (outcome)
        m_skipping.clear(); // it was through before the stop came
    if (outcome && outcome->attached)
        return showDone(*outcome);
    if (outcome)
        return showNotAttached(*outcome);
    const QString skipped = std::exchange(m_skipping, {});
    if (job->state() == Job::State::Canceled && !skipped.isEmpty())
        return climbFrom(skipped, m_climbed);
    if (job->state() == Job::State::Canceled) {
        keepDraft(Glyph::NotBegun, tr("Draft"));
        m_checks->setTotal(tr("stopped after %1", "how long").arg(humanDuration(job->elapsedMs())));
        showChecksState(false);
        return setFooterNote(Glyph::LeftOut, m_behind == Behind::Nothing
                                                 ? tr("Stopped. Nothing was attached.")
                                                 : tr("Not watched any more. Azure ML may go on with it."));
    }
    keepDraft(Glyph::Failed, tr("Draft, not attached"));
    showError(job->error());
}

void AttachWizard::showNotAttached(const CheckOutcome &outcome)
{
    if (const RungResult *question = questionOf(*outcome.target.lastCheck)) {
        showQuestion(*question);
        const auto *card = qobject_cast<const QuestionCard *>(m_checks->card());
        if (card && card->canBeAnswered())
            return keepDraft(Glyph::Waiting, tr("Waits for your answer"));
        if (card)
            return keepDraft(Glyph::Failed, tr("Draft, not attached"));
    }
    const bool isKnown = m_behind != Behind::Unknown;
    const Glyph glyph = isKnown ? Glyph::Failed : Glyph::Unknown;
    keepDraft(glyph, isKnown ? tr("Draft, not attached") : tr("Draft, perhaps attached"));
    showChecksState(false);
    for (const RungResult &rung : outcome.target.lastCheck->rungs) {
        if (rung.verdict == Verdict::Failed && !rung.dispensable)
            return setFooterNote(glyph, (isKnown ? tr("Not attached. %1: %2", "check, answer")
                                                 : tr("Perhaps attached. %1: %2", "check, answer"))
                                            .arg(rung.title, rung.answered));
    }
}

void AttachWizard::showError(const Error &error)
{
    if (at() == ChecksPage)
        showChecksState(false);
    if (error.kind == ErrorKind::AlreadyAttached)
        return showSame(error);
    const bool isName = error.code == u"target.nameTaken" || error.code == u"target.badName";
    QString field = isName ? u"name"_s : QString(), sentence = error.text();
    if (error.detail.is_object() && error.detail.contains("fields") && error.detail["fields"].is_object() &&
        !error.detail["fields"].empty()) {
        field = fromStd(error.detail["fields"].begin().key());
        sentence = stringAt(error.detail["fields"], error.detail["fields"].begin().key().c_str());
    }
    if (field.isEmpty())
        return setFooterNote(Glyph::Failed, error.text());
    makeForm();
    go(FormPage);
    m_form->showProblem(field, sentence);
    setFooterNote(Glyph::Failed, sentence);
}

void AttachWizard::showCard(QWidget *card)
{
    m_checks->setCard(card);
    showChecksState(false);
    if (auto *question = qobject_cast<QuestionCard *>(card); question && isVisible())
        question->takeFocus();
}

void AttachWizard::showQuestion(const RungResult &rung)
{
    const PageRegistry::PartFactory *make = m_parts.part(QuestionCard::partName(rung.question));
    if (!make)
        return; // the ladder says what is wrong
    const Json facts = rung.facts.is_object() && rung.facts.contains(toStd(rung.question))
                           ? rung.facts[toStd(rung.question)]
                           : Json::object();
    auto *card = qobject_cast<QuestionCard *>((*make)(m_context, QString::fromUtf8(toBytes(facts))));
    if (!card)
        return;
    if (card->canBeAnswered()) // a question is no failure yet
        m_checks->setAsking(rung);
    connect(card, &QuestionCard::goOn, this, [this] { check({}); });
    connect(card, &QuestionCard::mainActChanged, this, [this] { showChecksState(m_attach != nullptr); });
    connect(card, &QuestionCard::refused, this, [this, rung] {
        m_checks->setCard(nullptr);
        m_checks->setRung(rung);
        keepDraft(Glyph::Failed, tr("Draft, not attached"));
        showChecksState(false);
        setFooterNote(Glyph::LeftOut, tr("Not trusted. Nothing was attached, and nothing was sent."));
    });
    showCard(card);
}

void AttachWizard::showSame(const Error &error)
{
    if (at() != ChecksPage)
        go(ChecksPage);
    const QString target = stringAt(error.detail, "target");
    auto *card = new SameCard(target, m_send ? SameCard::Place::Service : SameCard::Place::Home);
    connect(card, &SameCard::useWanted, this, [this, target] {
        discard();
        startOver();
        m_context.navigator.go(u"target/"_s + QString::fromLatin1(QUrl::toPercentEncoding(target)));
    });
    connect(card, &SameCard::detachWanted, this, [this, target] { detachFirst(target); });
    showCard(card);
    header()->setFacts({tr("Stopped before anything was touched. The same thing is not attached twice.")});
    if (isVisible())
        card->takeFocus();
    inBackground(
        this, [desk = m_desk, target] { return desk->find(target); },
        [card = QPointer(card), yours = stringAt(error.detail, "resourceId"),
         offers = m_send != nullptr](const Result<TargetRecord> &found) {
            if (!card || !found)
                return;
            card->setTarget(*found);
            if (offers)
                card->offerDetach(yours, stringAt(found->settings, "resourceId", found->identity));
        });
}

void AttachWizard::showDone(const CheckOutcome &outcome)
{
    m_attached = outcome.target.name;
    m_done->setTarget(outcome.target, m_draft.kind(), !m_desk->isElsewhere());
    // Asks a service for what it made of it: the code says that, not what the form said.
    inBackground(
        this,
        [desk = m_desk, target = outcome.target, values = m_draft.values(), skipped = m_skipped] {
            return desk->sameAs(target, values, skipped);
        },
        [this](const std::vector<SameAs> &forms) { m_done->setForms(forms); });
    m_doneSide->setTarget(outcome.target);
    m_draft.clearSecrets();
    discard();
    m_context.openWorkspace.noteChange();
    go(DonePage);
}

void AttachWizard::runSampleThere()
{
    m_done->setSampleRunning(true);
    runSample(m_context, m_attached, this, [this](const std::optional<Error> &error) {
        m_done->setSampleRunning(false, error ? error->text() : QString());
    });
}

} // namespace mooring
