#include "ui/trust/addmachine.h"

#include "core/jobs/jobrunner.h"
#include "core/transport/ssh/hostkeyfetch.h"
#include "ui/context/appcontext.h"
#include "ui/trust/newkeycard.h"
#include "ui/trust/refusedkeycard.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noticecard.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

AddMachine::AddMachine(const AppContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_column(new QVBoxLayout(this))
{
    setObjectName(u"addMachine"_s);
    m_column->setContentsMargins(0, 0, 0, dp(this, 8));
    makeQuestion();
    hide();
}

void AddMachine::makeQuestion()
{
    m_question =
        new NoticeCard(Glyph::Unknown, tr("Which machine is to be known?"),
                       tr("Mooring asks it for its key and for nothing else: no user name, no key of yours and "
                          "no password goes there. Then you compare the key and decide."));
    m_host = new QLineEdit;
    m_host->setObjectName(u"machineToAdd"_s);
    m_host->setAccessibleName(tr("Name or address of the machine"));
    m_host->setPlaceholderText(tr("gpu-box, 10.20.4.22:2222, or an alias of ~/.ssh/config"));
    m_host->setMaximumWidth(dp(this, 392));
    m_said = new TextLabel({}, Type::Small, Ink::Fail);
    m_said->setObjectName(u"addMachineSaid"_s);
    m_said->setWordWrap(true);
    m_said->hide();
    m_cancel = edgeButton(tr("Cancel"));
    m_cancel->setObjectName(u"cancelAddMachine"_s);
    m_fetch = filledButton(tr("Get its key"));
    m_fetch->setObjectName(u"fetchKey"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(dp(this, 8));
    row->addWidget(m_host, 1);
    row->addWidget(m_fetch);
    row->addWidget(m_cancel);
    row->addStretch();
    m_question->content()->addLayout(row);
    m_question->content()->addWidget(m_said);
    m_column->addWidget(m_question);
    connect(m_fetch, &QAbstractButton::clicked, this, &AddMachine::fetch);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
        else
            finish();
    });
    connect(m_host, &QLineEdit::textEdited, this, [this] { tell({}); });
}

void AddMachine::begin()
{
    setVisible(true);
    if (auto *card = qobject_cast<QuestionCard *>(m_card.data()))
        card->takeFocus();
    else
        m_host->setFocus(Qt::TabFocusReason);
}

void AddMachine::fetch()
{
    if (m_job)
        return;
    const auto address = SshAddress::parse(m_host->text().trimmed());
    if (!address)
        return tell(address.error().text());
    tell({});
    const auto found = std::make_shared<std::optional<HostKeyFinding>>(); // written by the work, read after its end
    // The records outlive every job, as all that pages are given does.
    const std::shared_ptr<HostTrust> trust(std::shared_ptr<void>(), &m_context.trust);
    m_job = m_context.jobs.start(tr("Get the key of %1", "a machine").arg(address->host),
                                 [trust, address = *address, found](JobContext &job) -> Result<> {
                                     const auto route = resolveRoute(address, {}, job.cancelToken());
                                     if (!route)
                                         return route.error();
                                     auto finding = fetchHostKey(*route, {}, trust, job.cancelToken());
                                     if (!finding)
                                         return finding.error();
                                     *found = std::move(*finding);
                                     return {};
                                 });
    setBusy(true);
    connect(m_job, &Job::finished, this, [this, found, host = address->host, job = m_job.data()] {
        m_job = nullptr;
        setBusy(false);
        ended(job, host, *found);
    });
}

void AddMachine::setBusy(bool busy)
{
    m_host->setReadOnly(busy);
    m_fetch->setEnabled(!busy);
    m_fetch->setText(busy ? tr("Asking it…") : tr("Get its key"));
    m_cancel->setText(busy ? tr("Stop") : tr("Cancel"));
}

void AddMachine::tell(const QString &sentence, bool isProblem)
{
    m_said->setText(sentence);
    m_said->setInk(isProblem ? Ink::Fail : Ink::Text2);
    m_said->setVisible(!sentence.isEmpty());
    m_host->setProperty("mooringError", isProblem && !sentence.isEmpty());
    m_host->setAccessibleDescription(sentence);
    m_host->update();
    if (!sentence.isEmpty())
        announce(m_said);
}

void AddMachine::ended(const Job *job, const QString &host, const std::optional<HostKeyFinding> &finding)
{
    if (!finding) {
        if (job->state() == Job::State::Failed)
            tell(job->error().text());
        return;
    }
    if (finding->verdict != HostKeyVerdict::Known)
        return showKey(*finding);
    tell(tr("%1 shows a key that is on record already.", "a machine").arg(host), false);
    Q_EMIT added(finding->shown.fingerprint());
}

void AddMachine::showKey(const HostKeyFinding &finding)
{
    const ShownKey shown = ShownKey::fromJson(finding.toJson());
    QuestionCard *card =
        shown.isRefused() ? static_cast<QuestionCard *>(new RefusedKeyCard(m_context.trust, m_context.navigator, shown))
                          : new NewKeyCard(m_context.trust, shown);
    connect(card, &QuestionCard::goOn, this, [this, fingerprint = shown.fingerprint] {
        finish();
        Q_EMIT added(fingerprint);
    });
    connect(card, &QuestionCard::refused, this, &AddMachine::finish);
    m_card = card;
    m_question->hide();
    m_column->addWidget(card);
    card->takeFocus();
}

void AddMachine::finish()
{
    if (m_card)
        m_card->deleteLater();
    m_card = nullptr;
    m_host->clear();
    tell({});
    m_question->show();
    hide();
    Q_EMIT closed();
}

void AddMachine::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        m_cancel->click();
    else if (enter && m_host->hasFocus())
        fetch();
    else
        QWidget::keyPressEvent(event);
}

} // namespace mooring
