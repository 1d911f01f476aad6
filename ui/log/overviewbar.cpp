#include "ui/log/overviewbar.h"

#include "ui/widgets/tokens.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace mooring {

namespace {

constexpr int kStrip = 13;
constexpr int kLeastHandle = 16;
constexpr int kLeastMark = 2; ///< px: a single line of millions is still seen

} // namespace

OverviewBar::OverviewBar(QWidget *parent) : QScrollBar(Qt::Vertical, parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFixedWidth(sizeHint().width());
}

QSize OverviewBar::sizeHint() const { return {2 * dp(this, kStrip) + 1, dp(this, 80)}; }

void OverviewBar::setMarks(std::vector<Mark> left, std::vector<Mark> right)
{
    if (left == m_left && right == m_right)
        return;
    m_left = std::move(left);
    m_right = std::move(right);
    update();
}

QRectF OverviewBar::handle() const
{
    const double all = double(maximum()) - minimum() + pageStep();
    const double size = std::clamp(pageStep() / all * height(), double(dp(this, kLeastHandle)), double(height()));
    const double share = maximum() > minimum() ? double(value() - minimum()) / (maximum() - minimum()) : 0;
    return {0, share * (height() - size), double(width()), size};
}

void OverviewBar::paintMarks(QPainter *painter, const std::vector<Mark> &marks, double left) const
{
    const Tokens t = Tokens::from(palette());
    const double rows = double(std::max<size_t>(marks.size(), 1));
    const double wide = dp(this, kStrip - 4);
    const double high = std::max<double>(dp(this, kLeastMark), height() / rows);
    for (const Mark kind : {Hit, Bookmark, Error}) { // the worst on top
        const QColor color = kind == Hit ? t.warn : kind == Bookmark ? t.accent : t.fail;
        for (size_t row = 0; row < marks.size(); ++row) {
            if (marks[row] == kind)
                painter->fillRect(QRectF(left + dp(this, 2), double(row) / rows * height(), wide, high), color);
        }
    }
}

void OverviewBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens t = Tokens::from(palette());
    painter.fillRect(rect(), t.sunken);
    painter.fillRect(QRectF(0, 0, 1, height()), t.line);
    painter.fillRect(QRectF(dp(this, kStrip), 0, 1, height()), t.line);
    if (maximum() > minimum()) {
        painter.setRenderHint(QPainter::Antialiasing);
        QColor ground = t.text;
        ground.setAlpha(underMouse() || m_grip >= 0 ? 44 : 26);
        painter.setBrush(ground);
        painter.setPen(QPen(t.lineStrong, 1));
        painter.drawRoundedRect(handle().adjusted(1.5, 0.5, -0.5, -0.5), 3, 3);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    paintMarks(&painter, m_left, 0);
    paintMarks(&painter, m_right, dp(this, kStrip));
}

void OverviewBar::goTo(double y)
{
    const double free = height() - handle().height();
    const double share = free > 0 ? std::clamp(y / free, 0.0, 1.0) : 0;
    setValue(minimum() + int(std::lround(share * (double(maximum()) - minimum()))));
}

void OverviewBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QRectF held = handle();
    const double y = event->position().y();
    m_grip = held.contains(QPointF(held.x(), y)) ? y - held.y() : held.height() / 2;
    goTo(y - m_grip);
    update();
}

void OverviewBar::mouseMoveEvent(QMouseEvent *event)
{
    if (m_grip >= 0)
        goTo(event->position().y() - m_grip);
}

void OverviewBar::mouseReleaseEvent(QMouseEvent *)
{
    m_grip = -1;
    update();
}

} // namespace mooring
