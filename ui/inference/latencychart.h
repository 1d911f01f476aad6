#pragma once

#include "core/inference/latencyhistogram.h"

#include <QWidget>

namespace mooring {

/// How long answers took: bars over milliseconds, dashed marks of the percentiles with their names. Its table twin
/// stands below it in the panel; here the words are the accessible description.
class LatencyChart : public QWidget
{
    Q_OBJECT
public:
    explicit LatencyChart(QWidget *parent = nullptr);

    void setHistogram(const LatencyHistogram &latency);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Mark
    {
        QString name;
        double ms;
    };
    QRect plot() const;
    double xOf(double ms) const;
    void paintGrid(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;

    std::vector<LatencyHistogram::Bar> m_bars;
    std::vector<Mark> m_marks;
    qint64 m_highest = 0; ///< count of the fullest bar
    double m_toMs = 1;
    qint64 m_beyond = 0; ///< answers that took longer than the axis shows
};

/// "7.6", "24.0", "1 912": milliseconds of a percentile, for people.
QString latencyText(double ms);

} // namespace mooring
