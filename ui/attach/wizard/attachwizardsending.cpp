// The step before the last, where what is attached goes to a service.
#include "core/jobs/background.h"
#include "core/jobs/jobrunner.h"
#include "ui/attach/detach/servicedetachdialog.h"
#include "ui/attach/wizard/attachwizard.h"
#include "ui/attach/wizard/checkstep.h"
#include "ui/attach/wizard/sendstep.h"
#include "ui/context/appcontext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/scrolling.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

void AttachWizard::makeSendStep()
{
    m_send = new SendStep;
    m_sendSide = new QWidget;
    auto *side = new QVBoxLayout(m_sendSide);
    side->setContentsMargins(0, 0, 0, 0);
    m_sendScroll = scrolling(m_send);
    addStep(tr("Send"), m_sendScroll, sideColumn(m_sendSide, 344, SideGround::Note));
    connect(m_send, &SendStep::consentChanged, this, [this] {
        if (at() == SendPage)
            setFooterNote(Glyph::Failed, {});
    });
}

void AttachWizard::showSending(const CheckOutcome &rehearsed)
{
    m_rehearsed = *rehearsed.target.lastCheck;
    showChecksState(false);
    inBackground(
        this, [desk = m_desk, wanted = request()] { return desk->sending(wanted); },
        [this](const Result<MlSending> &sending) {
            if (m_attach || at() != ChecksPage || !m_draft.kind())
                return;
            if (!sending)
                return showError(sending.error());
            m_send->setSending(m_draft.name(), *sending);
            m_sendScroll->verticalScrollBar()->setValue(0); // where an earlier consent left it
            while (QLayoutItem *item = m_sendSide->layout()->takeAt(0)) {
                delete item->widget();
                delete item;
            }
            m_sendSide->layout()->addWidget(sendSide(*m_draft.kind(), *sending));
            const QStringList secrets = m_send->secrets();
            nextButton()->setAccessibleDescription(
                secrets.isEmpty() ? QString()
                                  : tr("These secrets leave this computer: %1.").arg(secrets.join(u", "_s)));
            keepDraft(Glyph::Waiting, tr("Waits for your answer"));
            go(SendPage);
        });
}

void AttachWizard::send()
{
    if (m_attach)
        return;
    if (!m_send->mayGo()) {
        m_send->focusConsent();
        return setFooterNote(Glyph::Failed, tr("Agree to what is sent first. Nothing was sent."));
    }
    const AttachRequest wanted = request();
    inBackground(
        this, [desk = m_desk, wanted] { return desk->ladder(wanted); },
        [this, wanted](const Result<std::vector<Rung>> &ladder) {
            if (m_attach)
                return;
            if (!ladder || ladder->empty())
                return showError(ladder ? Error::canceled() : ladder.error());
            AttachRequest last = wanted;
            last.rungAgain = ladder->back().id;
            last.earlier = m_rehearsed;
            m_checks->setRungs(*ladder, &m_rehearsed);
            begin({}, last, AttachJob::Act::Attach);
        });
}

void AttachWizard::detachFirst(const QString &target)
{
    const auto azure = m_draft.kind() ? m_draft.kind()->azure() : std::nullopt; // the same thing is of the same kind
    const bool asksSecrets = azure && std::any_of(azure->fields.begin(), azure->fields.end(),
                                                  [](const Field &field) { return field.isSecret(); });
    auto *dialog = new ServiceDetachDialog({target, {}, azure && !azure->isPublished, asksSecrets}, this);
    connect(dialog, &QDialog::accepted, this, [this, target] {
        if (auto *card = m_checks->card())
            card->setEnabled(false);
        Job *job = m_context.jobs.start(tr("Detach %1", "a target").arg(target),
                                        [desk = m_desk, target](JobContext &context) -> Result<> {
                                            const auto report = desk->detach(target, context);
                                            return report ? Result<>() : Result<>(report.error());
                                        });
        setFooterNote(Glyph::Preparing, tr("Detaching %1.", "a target").arg(target));
        connect(job, &Job::finished, this, [this, job] {
            if (auto *card = m_checks->card())
                card->setEnabled(true);
            setFooterNote(Glyph::Failed, job->state() == Job::State::Succeeded ? QString() : job->error().text());
            if (job->state() == Job::State::Succeeded)
                check({});
        });
    });
    dialog->open();
}

} // namespace mooring
