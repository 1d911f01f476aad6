#pragma once

#include "ui/widgets/tokens.h"

#include <QProgressBar>

namespace mooring {

/// A bar of 96 x 4. Not known how much: an empty track, nothing that moves.
class ProgressLine : public QProgressBar
{
    Q_OBJECT
public:
    explicit ProgressLine(QWidget *parent = nullptr);

    /// total 0: unknown.
    void setProgress(qint64 done, qint64 total);
    void setTone(Tone tone);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Accent;
};

/// The same bar inside another painted part. part below 0: only the track.
void paintBar(QPainter *painter, const QRectF &where, double part, const QColor &fill, const QColor &track);

} // namespace mooring
