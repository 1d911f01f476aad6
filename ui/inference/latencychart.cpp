#include "ui/inference/latencychart.h"

#include "core/base/text.h"
#include "ui/charts/chartscale.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr double kMs = 1e6;  ///< nanoseconds
constexpr int kBarWidth = 6; ///< px at 100 %
constexpr int kHeight = 172;
constexpr int kAbove = 22; ///< for the names of the marks
constexpr int kBelow = 24; ///< for the axis
constexpr int kXLines = 4, kYLines = 2;

} // namespace

QString latencyText(double ms)
{
    return ms < 100 ? QString::number(ms, 'f', ms < 1 ? 2 : 1) : humanCount(qint64(std::lround(ms)));
}

LatencyChart::LatencyChart(QWidget *parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHistogram({});
}

QSize LatencyChart::sizeHint() const { return {dp(this, 288), dp(this, kHeight)}; }
QSize LatencyChart::minimumSizeHint() const { return {dp(this, 200), dp(this, kHeight)}; }

void LatencyChart::setHistogram(const LatencyHistogram &latency)
{
    m_marks.clear();
    for (const auto &[name, percent] :
         {std::pair(u"p50"_s, 50.0), std::pair(u"p90"_s, 90.0), std::pair(u"p99"_s, 99.0), std::pair(u"p99.9"_s, 99.9)})
        m_marks.push_back({name, double(latency.percentile(percent)) / kMs});
    // One answer in a thousand must not squeeze all others into one bar: what is longer is said beside the axis.
    const double farthest = std::min(double(latency.max()) / kMs, m_marks.back().ms * 1.15);
    m_toMs = latency.count() > 0 ? niceTicks(0, std::max(farthest, 0.01), kXLines).to : 1;
    const int bars = std::max(10, (width() > 0 ? plot().width() : dp(this, 240)) / dp(this, kBarWidth));
    m_bars = latency.linearBars(qint64(m_toMs * kMs), bars);
    m_highest = 0;
    qint64 shown = 0;
    for (const LatencyHistogram::Bar &bar : m_bars) {
        m_highest = std::max(m_highest, bar.count);
        shown += bar.count;
    }
    m_beyond = latency.count() - shown;
    setAccessibleName(tr("Latency, histogram"));
    QStringList words;
    for (const Mark &mark : m_marks)
        words << tr("%1 %2 milliseconds").arg(mark.name, latencyText(mark.ms));
    setAccessibleDescription(latency.count() > 0 ? words.join(u", "_s) : tr("Nothing measured yet"));
    update();
}

QRect LatencyChart::plot() const
{
    const QFontMetrics small(fontOf(this, Type::Tiny));
    const int left = small.horizontalAdvance(humanCount(std::max<qint64>(m_highest, 100))) + dp(this, 10);
    return rect().adjusted(left, dp(this, kAbove), -dp(this, 8), -dp(this, kBelow));
}

double LatencyChart::xOf(double ms) const { return plot().left() + ms / m_toMs * plot().width(); }

void LatencyChart::paintGrid(QPainter &painter) const
{
    const Tokens tokens = Tokens::from(palette());
    const QRect area = plot();
    painter.setFont(fontOf(this, Type::Tiny));
    const int line = painter.fontMetrics().height();
    const Ticks ys = niceTicks(0, double(std::max<qint64>(m_highest, 1)), kYLines);
    for (const double y : ys.at) {
        const double at = area.bottom() - y / ys.to * area.height();
        painter.fillRect(QRectF(area.left(), at, area.width(), 1), tokens.line);
        if (y != std::floor(y))
            continue; // there is no half an answer
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(0, at - line / 2.0, area.left() - dp(this, 8), line), Qt::AlignRight | Qt::AlignVCenter,
                         humanCount(qint64(y)));
    }
    const Ticks xs = niceTicks(0, m_toMs, kXLines);
    for (const double x : xs.at) {
        const bool last = x >= xs.to - xs.step / 2;
        const QString text = tickText(x, xs.step) + (last ? u" ms"_s : QString());
        const double width = painter.fontMetrics().horizontalAdvance(text);
        const double left = std::clamp(xOf(x) - width / 2, 0.0, this->width() - width);
        painter.drawText(QRectF(left, area.bottom() + dp(this, 6), width + 1, line), Qt::AlignLeft, text);
    }
}

void LatencyChart::paintMarks(QPainter &painter) const
{
    const Tokens tokens = Tokens::from(palette());
    const QRect area = plot();
    double free = 0; // where the last name ends
    for (const Mark &mark : m_marks) {
        const double x = std::round(xOf(std::min(mark.ms, m_toMs))) + 0.5;
        painter.setPen(QPen(tokens.text, 1, Qt::CustomDashLine));
        QPen pen(tokens.text, 1);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, area.top() - dp(this, 4)), QPointF(x, area.bottom()));
        const double width = painter.fontMetrics().horizontalAdvance(mark.name);
        const double left = std::clamp(x - width / 2, 0.0, this->width() - width);
        if (left < free)
            continue; // the table below has it
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(left, 0, width + 1, dp(this, 16)), Qt::AlignLeft | Qt::AlignVCenter, mark.name);
        free = left + width + dp(this, 4);
    }
}

void LatencyChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGrid(painter);
    if (m_highest <= 0)
        return;
    const Tokens tokens = Tokens::from(palette());
    const QRect area = plot();
    const double top = niceTicks(0, double(m_highest), kYLines).to;
    for (const LatencyHistogram::Bar &bar : m_bars) {
        const double left = xOf(double(bar.fromNs) / kMs), right = xOf(double(bar.toNs) / kMs);
        const double height = double(bar.count) / top * area.height();
        if (bar.count > 0) // one answer is to be seen too
            painter.fillRect(QRectF(left, area.bottom() + 1 - std::max(height, 1.0), std::max(1.0, right - left - 1),
                                    std::max(height, 1.0)),
                             tokens.series[0]);
    }
    paintMarks(painter);
    if (m_beyond > 0) {
        painter.setPen(tokens.text2);
        painter.drawText(QRect(area.left(), area.top(), area.width(), dp(this, 16)), Qt::AlignRight | Qt::AlignTop,
                         tr("%n longer", "answers", int(m_beyond)));
    }
}

} // namespace mooring
