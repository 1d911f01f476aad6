#include "ui/azure/signin/signincard.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "ui/azure/signin/codelabel.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr qint64 kLastMinute = 60'000;

} // namespace

SignInCard::SignInCard(QWidget *parent) : Card(parent)
{
    setObjectName(u"signInCard"_s);
    content()->addLayout(makeHead());
    m_text = paragraph({});
    m_text->setObjectName(u"signInText"_s);
    content()->addWidget(m_text);
    m_codeRow = makeCodeRow();
    content()->addWidget(m_codeRow);
    m_foot = makeFoot();
    content()->addWidget(m_foot);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &SignInCard::showTime);
    setAsking({});
}

QLayout *SignInCard::makeHead()
{
    m_glyph = new GlyphLabel(Glyph::Waiting);
    m_title = sectionTitle({});
    m_title->setObjectName(u"signInState"_s);
    m_title->setWordWrap(true);
    m_left = new TextLabel({}, Type::Small, Ink::Text2);
    m_left->setObjectName(u"codeTimeLeft"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(dp(this, 8));
    head->addWidget(m_glyph);
    head->addWidget(m_title, 1);
    head->addWidget(m_left);
    return head;
}

QWidget *SignInCard::makeCodeRow()
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(dp(this, 8));
    m_shown = new CodeLabel;
    Button *copy = edgeButton(tr("Copy code"), u"edit-copy"_s);
    copy->setObjectName(u"copyCode"_s);
    connect(copy, &QAbstractButton::clicked, this, &SignInCard::copyCode);
    row->addWidget(m_shown);
    row->addWidget(copy);
    row->addStretch(1);
    return widget;
}

QWidget *SignInCard::makeFoot()
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(dp(this, 8));
    auto *row = new QHBoxLayout;
    row->setSpacing(dp(this, 8));
    m_address = new ElidedLabel({}, Type::Body, Ink::Text2);
    m_address->setObjectName(u"codeAddress"_s);
    m_open = edgeButton(tr("Open page"), u"open-outside"_s);
    m_open->setObjectName(u"openSignInPage"_s);
    connect(m_open, &QAbstractButton::clicked, this, [this] { Q_EMIT pageWanted(m_page); });
    m_new = flatButton(tr("New code"), u"view-refresh"_s);
    m_new->setObjectName(u"newCode"_s);
    connect(m_new, &QAbstractButton::clicked, this, &SignInCard::newCodeWanted);
    m_copyAddress = edgeButton(tr("Copy address"), u"edit-copy"_s);
    m_copyAddress->setObjectName(u"copySignInAddress"_s);
    connect(m_copyAddress, &QAbstractButton::clicked, this, &SignInCard::copyAddress);
    m_stop = flatButton(tr("Stop waiting"));
    m_stop->setObjectName(u"stopSignIn"_s);
    connect(m_stop, &QAbstractButton::clicked, this, &SignInCard::stopWanted);
    column->addWidget(m_address);
    column->addLayout(row);
    row->addWidget(m_open);
    row->addWidget(m_copyAddress);
    row->addWidget(m_new);
    row->addWidget(m_stop);
    row->addStretch(1);
    return widget;
}

void SignInCard::setState(Glyph glyph, const QString &title, const QString &text)
{
    m_second.stop();
    m_glyph->setGlyph(glyph);
    m_title->setText(title);
    m_title->setInk(glyph == Glyph::Failed ? Ink::Fail : Ink::Text);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_left->hide();
    m_codeRow->hide();
    m_address->setText({});
    m_address->hide();
    m_open->setVisible(!m_page.isEmpty());
    m_copyAddress->setVisible(!m_page.isEmpty());
    m_new->hide();
    const bool goesOn = glyph == Glyph::Preparing || glyph == Glyph::Waiting;
    m_stop->setVisible(goesOn);
    m_foot->setVisible(goesOn);
}

void SignInCard::setAsking(const QString &title)
{
    m_page.clear();
    setState(Glyph::Preparing, title, {});
}

void SignInCard::setWaiting(const QString &title, const QString &text, const QUrl &page)
{
    m_page = page;
    setState(Glyph::Waiting, title, text);
}

void SignInCard::setCode(const DeviceCode &code)
{
    m_code = code;
    m_warned = false;
    m_page = QUrl(code.address);
    setState(Glyph::Waiting, tr("Waiting until the code is used"), {});
    m_shown->setCode(code.userCode);
    m_address->setText(tr("Type it at %1", "%1 an address").arg(code.address));
    m_address->show();
    m_copyAddress->hide(); // it is short, and typed elsewhere
    m_codeRow->show();
    m_left->show();
    m_new->show();
    showTime();
    m_second.start();
}

void SignInCard::setEnded(const QString &title, const QString &reason, bool offersCode)
{
    m_page.clear();
    setState(Glyph::Failed, title, reason);
    m_new->setVisible(offersCode);
    m_foot->setVisible(offersCode);
    announce(m_title);
}

void SignInCard::setNoted(const QString &title, const QString &text)
{
    m_page.clear();
    setState(Glyph::Warning, title, text);
    announce(m_title);
}

void SignInCard::showTime()
{
    const qint64 left = qMax<qint64>(0, nowUtc().msecsTo(m_code.expiresAt));
    m_left->setText(tr("%1 left", "%1 a duration").arg(humanDuration(left / 1000 * 1000)));
    if (left <= kLastMinute && !std::exchange(m_warned, true))
        announce(m_left);
}

void SignInCard::copyCode() const { QGuiApplication::clipboard()->setText(m_code.userCode); }

void SignInCard::copyAddress() const { QGuiApplication::clipboard()->setText(m_page.toString(QUrl::FullyEncoded)); }

void SignInCard::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && !m_codeRow->isHidden())
        copyCode();
    else
        Card::keyPressEvent(event);
}

} // namespace mooring
