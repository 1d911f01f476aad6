#include "ui/trust/newkeycard.h"

#include "core/base/text.h"
#include "core/jobs/background.h"
#include "core/transport/ssh/hosttrust.h"
#include "ui/trust/fingerprint.h"
#include "ui/trust/fingerprintbox.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/noticecard.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

/// Where a machine of our days keeps the public half of such a key.
QString keyFileOf(const QString &type)
{
    const QString name = type.startsWith(u"ecdsa"_s) ? u"ecdsa"_s : type == u"ssh-rsa" ? u"rsa"_s : u"ed25519"_s;
    return u"/etc/ssh/ssh_host_%1_key.pub"_s.arg(name);
}

} // namespace

NewKeyCard::NewKeyCard(HostTrust &trust, const ShownKey &shown, QWidget *parent)
    : QuestionCard(parent), m_trust(trust), m_shown(shown)
{
    setObjectName(u"newKeyCard"_s);
    setAccessibleName(tr("The machine %1 is new to this computer", "a host").arg(m_shown.host));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 12));
    auto *card = new NoticeCard(Glyph::Unknown, accessibleName(),
                                tr("It showed this key. Nothing was sent to it yet: no user name, no key, no "
                                   "password."));
    card->content()->addWidget(makeFacts());
    card->content()->addWidget(new Separator);
    card->content()->addWidget(makeCompare());
    card->content()->addWidget(new Separator);
    card->content()->addWidget(makeActs());
    column->addWidget(card);
    column->addWidget(helpLine(tr("Your own known_hosts files are read, never written. What is decided here is listed "
                                  "under Known machines.")));
    compare();
}

QWidget *NewKeyCard::makeFacts()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 4));
    auto *box = new FingerprintBox(m_shown.fingerprint);
    box->setObjectName(u"shownFingerprint"_s);
    column->addWidget(box);
    auto *facts = new FactList;
    facts->setFact(tr("Key type"), keyTypeText(m_shown.key.type));
    facts->setFact(tr("Reached as"), m_shown.reachedAs());
    facts->setFact(tr("Looked up in"), tr("your known_hosts, the system's, Mooring's own"));
    if (m_shown.verdict == u"cannotJudge")
        facts->setFact(tr("On record"), tr("a certificate authority, which Mooring cannot judge"), Ink::Warn);
    column->addWidget(facts);
    return part;
}

QWidget *NewKeyCard::makeCompare()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 4));
    column->addWidget(sectionTitle(tr("Compare it with what the machine says of itself")));
    column->addWidget(helpLine(tr("On its console, or ask the person who runs it:")));
    column->addWidget(new CommandBox(u"ssh-keygen -lf "_s + keyFileOf(m_shown.key.type)));
    m_expected = new QLineEdit;
    m_expected->setObjectName(u"expectedFingerprint"_s);
    m_expected->setAccessibleName(tr("Expected fingerprint"));
    m_expected->setPlaceholderText(tr("what it says there, typed or pasted"));
    m_expected->setFont(fontOf(this, Type::Mono));
    column->addWidget(m_expected);
    auto *line = new QHBoxLayout;
    line->setSpacing(dp(this, 8));
    m_glyph = new GlyphLabel(Glyph::NotBegun);
    m_result = new TextLabel({}, Type::Body, Ink::Text2);
    m_result->setObjectName(u"fingerprintResult"_s);
    m_result->setWordWrap(true);
    line->addWidget(m_glyph, 0, Qt::AlignTop);
    line->addWidget(m_result, 1);
    column->addLayout(line);
    connect(m_expected, &QLineEdit::textChanged, this, &NewKeyCard::compare);
    return part;
}

QWidget *NewKeyCard::makeActs()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 8));
    auto *row = new QHBoxLayout;
    row->setSpacing(dp(this, 8));
    auto *hint = helpLine(tr("Esc does not trust it."));
    m_no = edgeButton(tr("Do not trust"));
    m_no->setObjectName(u"doNotTrust"_s);
    m_once = edgeButton(tr("Trust once"));
    m_once->setObjectName(u"trustOnce"_s);
    m_once->setToolTip(tr("Until Mooring ends"));
    m_always = edgeButton(tr("Trust from now on"));
    m_always->setObjectName(u"trustAlways"_s);
    row->addWidget(hint, 1);
    for (Button *button : {m_no, m_once, m_always})
        row->addWidget(button);
    m_problem = new TextLabel({}, Type::Small, Ink::Fail);
    m_problem->setObjectName(u"trustProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addLayout(row);
    connect(m_no, &QAbstractButton::clicked, this, &QuestionCard::refused);
    connect(m_once, &QAbstractButton::clicked, this, [this] { trust(false); });
    connect(m_always, &QAbstractButton::clicked, this, [this] { trust(true); });
    return part;
}

void NewKeyCard::compare()
{
    const FingerprintMatch match = matchFingerprint(m_shown.fingerprint, m_expected->text());
    switch (match.state) {
    case FingerprintMatch::State::Empty:
        m_glyph->setGlyph(Glyph::NotBegun);
        m_result->setText(tr("Not compared yet."));
        m_result->setInk(Ink::Text2);
        break;
    case FingerprintMatch::State::Partly:
        m_glyph->setGlyph(Glyph::Waiting);
        m_result->setText(tr("%1 of %2 characters agree so far.").arg(match.agreeing).arg(match.total));
        m_result->setInk(Ink::Text2);
        break;
    case FingerprintMatch::State::Same:
        m_glyph->setGlyph(Glyph::Good);
        m_result->setText(tr("The same, all %1 characters.").arg(match.total));
        m_result->setInk(Ink::Ok);
        break;
    case FingerprintMatch::State::Different:
        m_glyph->setGlyph(Glyph::Failed);
        m_result->setText(match.agreeing == match.total
                              ? tr("Not the same: it is longer than the key's.")
                              : tr("Not the same: only the first %1 of %2 characters agree. Do not trust it.")
                                    .arg(match.agreeing)
                                    .arg(match.total));
        m_result->setInk(Ink::Fail);
        break;
    }
    const bool same = match.state == FingerprintMatch::State::Same;
    m_expected->setProperty("mooringError", match.state == FingerprintMatch::State::Different);
    m_expected->setAccessibleDescription(m_result->text());
    m_expected->update();
    if (same == m_same)
        return;
    m_same = same;
    m_always->setKind(same ? ButtonKind::Filled : ButtonKind::Edge);
    if (same)
        announce(m_result);
    Q_EMIT mainActChanged();
}

void NewKeyCard::setBusy(bool busy)
{
    if (busy)
        m_expected->setFocus(Qt::OtherFocusReason); // a button that is switched off would send it out of the card
    m_expected->setReadOnly(busy);
    for (Button *button : {m_no, m_once, m_always})
        button->setEnabled(!busy);
}

void NewKeyCard::trust(bool always)
{
    setBusy(true);
    const auto act = [trust = &m_trust, shown = m_shown, always]() -> Result<> {
        if (always)
            return trust->trust(shown.host, shown.port, shown.key);
        trust->trustOnce(shown.host, shown.port, shown.key);
        return {};
    };
    inBackground(this, act, [this](const Result<> &done) {
        setBusy(false);
        if (done) {
            Q_EMIT goOn();
            return;
        }
        m_problem->setText(done.error().text());
        m_problem->show();
        announce(m_problem);
    });
}

void NewKeyCard::takeFocus() { m_expected->setFocus(Qt::OtherFocusReason); }

void NewKeyCard::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT refused();
    } else if (enter) {
        if (auto *button = qobject_cast<Button *>(focusWidget())) // went there on purpose
            button->click();
        else if (m_same)
            trust(true);
        else
            Q_EMIT refused();
    } else {
        QuestionCard::keyPressEvent(event);
    }
}

} // namespace mooring
