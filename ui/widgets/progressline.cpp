#include "ui/widgets/progressline.h"

#include <QPainter>

namespace mooring {

ProgressLine::ProgressLine(QWidget *parent) : QProgressBar(parent)
{
    setTextVisible(false);
    setRange(0, 1000);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Progress"));
}

void ProgressLine::setProgress(qint64 done, qint64 total)
{
    setRange(0, total > 0 ? 1000 : 0);
    setValue(total > 0 ? int(qBound(0.0, double(done) / double(total), 1.0) * 1000) : 0);
}

void ProgressLine::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize ProgressLine::sizeHint() const { return {dp(this, 96), dp(this, 4)}; }

QSize ProgressLine::minimumSizeHint() const { return {dp(this, 24), dp(this, 4)}; }

void ProgressLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::from(palette());
    const double part = maximum() > 0 ? double(value()) / maximum() : -1;
    const double high = dp(this, 4);
    paintBar(&painter, QRectF(0, (height() - high) / 2, width(), high), part, t.tone(m_tone), t.track);
}

void paintBar(QPainter *painter, const QRectF &where, double part, const QColor &fill, const QColor &track)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(track);
    const double round = where.height() / 2;
    painter->drawRoundedRect(where, round, round);
    if (part > 0) {
        QRectF done = where;
        done.setWidth(qBound(where.height(), where.width() * part, where.width()));
        painter->setBrush(fill);
        painter->drawRoundedRect(done, round, round);
    }
    painter->restore();
}

} // namespace mooring
