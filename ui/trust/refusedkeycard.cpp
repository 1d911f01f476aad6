#include "ui/trust/refusedkeycard.h"

#include "core/base/text.h"
#include "core/transport/ssh/hosttrust.h"
#include "ui/trust/fingerprint.h"
#include "ui/trust/fingerprintbox.h"
#include "ui/widgets/button.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/noticecard.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString placeOf(const RecordedKey &record)
{
    return RefusedKeyCard::tr("%1, line %2", "a file").arg(record.file).arg(record.line);
}

} // namespace

RefusedKeyCard::RefusedKeyCard(const HostTrust &trust, Navigator &navigator, const ShownKey &shown, QWidget *parent)
    : QuestionCard(parent), m_no(filledButton(tr("Do not connect")))
{
    setObjectName(u"refusedKeyCard"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setAccessibleName(shown.isRevoked() ? tr("%1 shows a key that is revoked", "a host").arg(shown.host)
                                        : tr("%1 shows another key than the one on record", "a host").arg(shown.host));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *card = new NoticeCard(
        shown.isRevoked() ? Glyph::Revoked : Glyph::Failed, accessibleName(),
        shown.isRevoked()
            ? tr("Somebody marked this key as never to be trusted again. Mooring does not connect. Nothing was sent: "
                 "no user name, no key, no password.")
            : tr("The machine was set up again, or something else answers in its place. Mooring does not connect. "
                 "Nothing was sent: no user name, no key, no password."));
    card->setBar(true);
    card->content()->addWidget(makeKeys(shown));
    card->content()->addWidget(new Separator);
    if (!shown.isRevoked())
        addRemoval(card->content(), trust, shown);
    auto *known = edgeButton(tr("Open Known machines…"));
    known->setObjectName(u"openKnownMachines"_s);
    m_no->setObjectName(u"doNotConnect"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(dp(this, 8));
    row->addStretch(1);
    row->addWidget(known);
    row->addWidget(m_no);
    card->content()->addLayout(row);
    column->addWidget(card);
    connect(m_no, &QAbstractButton::clicked, this, &QuestionCard::refused);
    connect(known, &QAbstractButton::clicked, this, [navigator = &navigator] { navigator->go(u"known-machines"_s); });
}

QWidget *RefusedKeyCard::makeKeys(const ShownKey &shown)
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 4));
    column->addWidget(helpLine(tr("Shown now: %1", "a key type").arg(keyTypeText(shown.key.type))));
    auto *now = new FingerprintBox(shown.fingerprint, Ink::Fail);
    now->setObjectName(u"shownFingerprint"_s);
    column->addWidget(now);
    for (const RecordedKey &record : shown.records) {
        column->addWidget(helpLine(tr("On record: %1", "a key type").arg(keyTypeText(record.type))));
        auto *box = new FingerprintBox(record.fingerprint);
        box->setObjectName(u"recordedFingerprint"_s);
        column->addWidget(box);
        auto *facts = new FactList;
        facts->setFact(tr("Record"), placeOf(record));
        if (record.firstSeen)
            facts->setFact(tr("First seen"), humanTime(*record.firstSeen));
        column->addWidget(facts);
    }
    auto *facts = new FactList;
    facts->setFact(tr("Reached as"), shown.reachedAs());
    column->addWidget(facts);
    return part;
}

void RefusedKeyCard::addRemoval(QVBoxLayout *column, const HostTrust &trust, const ShownKey &shown)
{
    column->addWidget(sectionTitle(tr("If the machine was set up again")));
    column->addWidget(paragraph(tr("Ask the person who runs it, or compare on its console. When the record is taken "
                                   "out, the next check shows the key as a new one.")));
    bool own = false;
    for (const RecordedKey &record : shown.records) {
        if (record.file == trust.ownFile()) {
            own = true;
            continue;
        }
        KnownHostRecord known;
        known.file = record.file;
        known.line = record.line;
        known.hosts = shown.port == 22 ? shown.host : u"[%1]:%2"_s.arg(shown.host).arg(shown.port);
        column->addWidget(helpLine(tr("This file is yours or the system's, and Mooring never writes it:")));
        column->addWidget(new CommandBox(HostTrust::removalCommand(known)));
    }
    if (own)
        column->addWidget(helpLine(tr("The record is Mooring's own: it can be removed under Known machines.")));
    column->addWidget(new Separator);
}

void RefusedKeyCard::takeFocus() { m_no->setFocus(Qt::TabFocusReason); }

void RefusedKeyCard::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = qobject_cast<Button *>(focusWidget());
    if (event->key() == Qt::Key_Escape || (enter && !button))
        Q_EMIT refused();
    else if (enter)
        button->click();
    else
        QuestionCard::keyPressEvent(event);
}

} // namespace mooring
