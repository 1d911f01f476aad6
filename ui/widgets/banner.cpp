#include "ui/widgets/banner.h"

#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/stateglyph.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace mooring {
namespace {

void paintSign(QPainter *painter, Tone tone, const QRectF &where, const QPalette &palette)
{
    switch (tone) {
    case Tone::Fail:
        return paintState(painter, Glyph::Failed, where, palette);
    case Tone::Warn:
        return paintState(painter, Glyph::Warning, where, palette);
    case Tone::Unknown:
        return paintState(painter, Glyph::Unknown, where, palette);
    case Tone::Ok:
        return paintState(painter, Glyph::Good, where, palette);
    default:
        return paintNews(painter, where, palette);
    }
}

} // namespace

void paintNews(QPainter *painter, const QRectF &where, const QPalette &palette)
{
    const Tokens t = Tokens::from(palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(where.topLeft());
    painter->scale(where.width() / 16, where.height() / 16);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.accent);
    painter->drawEllipse(QPointF(8, 8), 6.5, 6.5);
    painter->setBrush(t.base);
    painter->drawEllipse(QPointF(8, 5.1), 1, 1);
    painter->drawRoundedRect(QRectF(7.2, 7.1, 1.6, 4.6), 0.7, 0.7);
    painter->restore();
}

Banner::Banner(QWidget *parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::AlertMessage);
    m_row = new QHBoxLayout(this);
    m_row->setSpacing(dp(this, 8));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_sentence = new TextLabel({}, Type::Body, Ink::Text, this);
    m_title = new TextLabel({}, Type::Section, Ink::Text, this);
    m_more = new TextLabel({}, Type::Body, Ink::Text2, this);
    for (TextLabel *label : {m_sentence, m_title, m_more}) {
        label->setWordWrap(true);
        words->addWidget(label);
    }
    m_row->addLayout(words, 1);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void Banner::tell(Tone tone, const QString &sentence, const QString &more)
{
    const bool two = !more.isEmpty();
    const bool fresh = isHidden() || accessibleName() != sentence;
    m_tone = tone;
    m_sentence->setVisible(!two);
    m_title->setVisible(two);
    m_more->setVisible(two);
    (two ? m_title : m_sentence)->setText(sentence);
    m_more->setText(more);
    m_row->setContentsMargins(dp(this, two ? 48 : 36), dp(this, two ? 8 : 6), dp(this, two ? 12 : 8),
                              dp(this, two ? 8 : 6));
    setMinimumHeight(dp(this, two ? 54 : 40));
    setAccessibleName(sentence);
    setAccessibleDescription(more);
    show();
    update();
    if (fresh)
        announce(this);
}

void Banner::clear()
{
    hide();
    clearActions();
}

void Banner::addAction(QAbstractButton *button)
{
    if (auto *own = qobject_cast<Button *>(button))
        own->setSmall(true);
    m_row->addWidget(button, 0, Qt::AlignVCenter);
    m_actions << button;
}

void Banner::clearActions()
{
    for (QAbstractButton *button : m_actions)
        button->deleteLater();
    for (QAbstractButton *button : m_actions)
        button->hide();
    m_actions.clear();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens t = Tokens::from(palette());
    painter.setPen(t.highContrast ? QPen(t.tone(m_tone), 1) : QPen(Qt::NoPen));
    painter.setBrush(t.soft(m_tone));
    const double inset = t.highContrast ? 0.5 : 0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 4, 4);
    painter.fillRect(QRectF(0, 0, 3, height()), t.tone(m_tone));
    const bool two = !m_more->isHidden();
    const double side = dp(this, two ? 20 : 16), x = dp(this, two ? 16 : 12);
    const double y = two ? dp(this, 8) : (height() - side) / 2;
    paintSign(&painter, m_tone, QRectF(x, y, side, side), palette());
}

} // namespace mooring
