#include "ui/log/livestrip.h"

#include "core/base/text.h"
#include "core/logs/progresstext.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QTimerEvent>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int stripHeight = 36;
constexpr int edge = 12;
constexpr int gap = 16;
constexpr int leastBar = 64;
constexpr int frameMs = 100;

QString countText(const ProgressText &progress)
{
    if (progress.total > 0)
        return humanCount(progress.done) + u'/' + humanCount(progress.total);
    return QString::number(int(progress.fraction * 100)) + u" %"_s;
}

} // namespace

LiveStrip::LiveStrip(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"liveStrip"_s);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleName(tr("Last state of the progress bar"));
}

QSize LiveStrip::sizeHint() const { return {dp(this, 320), dp(this, stripHeight)}; }

void LiveStrip::setState(const QString &text, qint64 updates)
{
    if (text == m_text && updates == m_updates)
        return;
    m_text = text;
    m_updates = updates;
    setAccessibleDescription(text);
    m_stale = true;
    if (m_timer == 0)
        paintNow(); // a strip that waited first would always stand behind the log above it
}

void LiveStrip::paintNow()
{
    m_stale = false;
    update();
    m_timer = startTimer(frameMs);
}

void LiveStrip::timerEvent(QTimerEvent *event)
{
    killTimer(event->timerId());
    m_timer = 0;
    if (m_stale)
        paintNow();
}

QString LiveStrip::foldedText() const
{
    if (m_updates <= 0)
        return {};
    //: %1: how many, with thousands parted
    return m_updates == 1 ? tr("1 update folded") : tr("%1 updates folded").arg(humanCount(m_updates));
}

void LiveStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens tokens = Tokens::from(palette());
    painter.fillRect(rect(), tokens.base);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.line);
    const QFont mono = fontOf(this, Type::Mono);
    const QFont small = fontOf(this, Type::Small);
    int left = dp(this, edge);
    int right = width() - dp(this, edge);
    const auto atRight = [&](const QString &text, const QFont &font, const QColor &color) {
        const int room = QFontMetrics(font).horizontalAdvance(text);
        if (text.isEmpty() || right - room < left + dp(this, leastBar))
            return; // a narrow strip keeps the bar and the count
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QRect(right - room, 0, room, height()), Qt::AlignVCenter, text);
        right -= room + dp(this, gap);
    };
    const auto progress = parseProgress(m_text);
    atRight(foldedText(), small, tokens.text2);
    if (!progress) {
        painter.setFont(mono);
        painter.setPen(tokens.text);
        const QRect where(left, 0, std::max(right - left, 0), height());
        painter.drawText(where, Qt::AlignVCenter, QFontMetrics(mono).elidedText(m_text, Qt::ElideRight, where.width()));
        return;
    }
    atRight(progress->left.isEmpty() ? QString() : tr("%1 left").arg(progress->left), mono, tokens.text2);
    atRight(progress->rate, mono, tokens.text2);
    atRight(countText(*progress), mono, tokens.text);
    const QString label =
        QFontMetrics(mono).elidedText(progress->label, Qt::ElideRight, std::max((right - left) / 2, 0));
    painter.setFont(mono);
    painter.setPen(tokens.text);
    painter.drawText(QRect(left, 0, right - left, height()), Qt::AlignVCenter, label);
    left += label.isEmpty() ? 0 : QFontMetrics(mono).horizontalAdvance(label) + dp(this, edge);
    const int thick = dp(this, 4);
    if (right > left)
        paintBar(&painter, QRectF(left, (height() - thick) / 2.0, right - left, thick), progress->fraction,
                 tokens.accent, tokens.track);
}

} // namespace mooring
