#include "ui/trust/fingerprintbox.h"

#include "ui/trust/fingerprint.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/style.h"
#include "ui/widgets/stylepaint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kEdgePx = 12;
constexpr int kLinePx = 20;
constexpr int kNameLetters = 7;  ///< "SHA256:"
constexpr int kGroupLetters = 9; ///< with the gap

} // namespace

FingerprintBox::FingerprintBox(const QString &fingerprint, Ink ink, QWidget *parent) : QWidget(parent), m_ink(ink)
{
    setAccessibleRole(this, QAccessible::StaticText);
    setFocusPolicy(Qt::TabFocus);
    setFont(fontOf(this, Type::Mono));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFingerprint(fingerprint);
}

void FingerprintBox::setFingerprint(const QString &fingerprint)
{
    m_fingerprint = fingerprint;
    m_groups = fingerprintGroups(fingerprint);
    setAccessibleName(tr("SHA256, %1", "groups of letters").arg(m_groups.join(u", "_s)));
    setToolTip(fingerprint);
    updateGeometry();
    update();
}

void FingerprintBox::copy() const { QGuiApplication::clipboard()->setText(m_fingerprint); }

int FingerprintBox::groupsInLine(int width) const
{
    const int letter = fontMetrics().horizontalAdvance(u'0');
    const int room = width - dp(this, 2 * kEdgePx) - kNameLetters * letter + letter;
    return qBound(1, room / qMax(1, kGroupLetters * letter), int(qMax(qsizetype(1), m_groups.size())));
}

int FingerprintBox::heightForWidth(int width) const
{
    const int each = groupsInLine(width), lines = (int(m_groups.size()) + each - 1) / each;
    return dp(this, kLinePx) * qMax(1, lines) + dp(this, 2 * 8);
}

QSize FingerprintBox::sizeHint() const
{
    const int letters = kNameLetters + kGroupLetters * int(m_groups.size());
    const int width = fontMetrics().horizontalAdvance(u'0') * letters + dp(this, 2 * kEdgePx);
    return {width, heightForWidth(this->width() > 0 && isVisible() ? this->width() : width)};
}

QSize FingerprintBox::minimumSizeHint() const
{
    const int letters = kNameLetters + kGroupLetters;
    return {fontMetrics().horizontalAdvance(u'0') * letters + dp(this, 2 * kEdgePx), dp(this, kLinePx + 16)};
}

void FingerprintBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::from(palette());
    stylepaint::panel(&painter, rect(), t.sunken, t.line, 4);
    if (hasFocus() && showsKeyboardFocus(this))
        stylepaint::focusRect(&painter, rect(), palette());
    const int letter = fontMetrics().horizontalAdvance(u'0'), each = groupsInLine(width()), step = dp(this, kLinePx);
    const int left = dp(this, kEdgePx), top = dp(this, 8);
    painter.setPen(t.text3);
    painter.drawText(QRect(left, top, width(), step), Qt::AlignVCenter, u"SHA256:"_s);
    painter.setPen(t.ink(m_ink));
    for (int i = 0; i < int(m_groups.size()); ++i) {
        const QRect where(left + letter * (kNameLetters + (i % each) * kGroupLetters), top + step * (i / each),
                          letter * kGroupLetters, step);
        painter.drawText(where, Qt::AlignVCenter, m_groups[i]);
    }
}

void FingerprintBox::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    QWidget::keyPressEvent(event);
}

} // namespace mooring
