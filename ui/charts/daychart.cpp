#include "ui/charts/daychart.h"

#include "core/base/text.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/seriesmark.h"
#include "ui/widgets/style.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/tokens.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimeZone>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kHeight = 96;   ///< px at 100 %
constexpr int kAbove = 18;    ///< for the words at the cursor
constexpr int kBelow = 20;    ///< for the hours
constexpr int kMostLines = 2; ///< of the grid, above the ground
constexpr int kHours = 6;     ///< between two labels
constexpr double kFill = 0.24, kFillCurrent = 0.45;

QColor mixed(const QColor &color, const QColor &ground, double share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(b + (a - b) * share)); };
    return {mix(color.red(), ground.red()), mix(color.green(), ground.green()), mix(color.blue(), ground.blue())};
}

} // namespace

DayChart::DayChart(const QString &title, Words words, QWidget *parent)
    : QWidget(parent), m_title(title), m_words(std::move(words))
{
    setAccessibleRole(this, QAccessible::Chart);
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DayChart::setTitle(const QString &title)
{
    m_title = title;
    setAccessibleName(title);
}

void DayChart::setDay(const QDateTime &from, const QDateTime &to, std::vector<DayStep> steps, const QString &summary)
{
    // The step under the cursor is another one or longer: it stays where the reader left it.
    const qint64 at = m_current >= 0 ? m_steps[size_t(m_current)].fromMs : -1;
    m_from = from;
    m_to = to;
    m_steps = std::move(steps);
    m_summary = summary;
    const auto same = std::find_if(m_steps.begin(), m_steps.end(), [at](const DayStep &s) { return s.fromMs == at; });
    m_current = same == m_steps.end() ? -1 : int(same - m_steps.begin());
    int most = 1;
    for (const DayStep &step : m_steps)
        most = std::max(most, step.value.value_or(0));
    m_lines = std::min(most, kMostLines);
    m_lineStep = (most + m_lines - 1) / m_lines;
    setAccessibleDescription(summary);
    update();
}

QSize DayChart::sizeHint() const { return {dp(this, 352), dp(this, kHeight)}; }
QSize DayChart::minimumSizeHint() const { return {dp(this, 200), dp(this, kHeight)}; }

QRectF DayChart::plot() const
{
    const QFontMetrics tiny(fontOf(this, Type::Tiny));
    const int left = tiny.horizontalAdvance(humanCount(qint64(m_lineStep) * m_lines)) + dp(this, 8);
    return QRectF(rect()).adjusted(left, dp(this, kAbove), -dp(this, 2), -dp(this, kBelow));
}

double DayChart::xOf(qint64 ms) const
{
    const qint64 from = m_from.toMSecsSinceEpoch(), to = std::max(m_to.toMSecsSinceEpoch(), from + 1);
    const QRectF area = plot();
    return area.left() + double(ms - from) / double(to - from) * area.width();
}

double DayChart::yOf(int value) const
{
    const QRectF area = plot();
    return area.bottom() - double(value) / (m_lineStep * m_lines) * area.height();
}

int DayChart::stepAt(double x) const
{
    for (size_t i = 0; i < m_steps.size(); ++i) {
        if (x >= xOf(m_steps[i].fromMs) && x < xOf(m_steps[i].toMs))
            return int(i);
    }
    return -1;
}

void DayChart::choose(int step)
{
    if (step == m_current)
        return;
    m_current = step;
    setAccessibleDescription(step < 0 ? m_summary : m_words(m_steps[size_t(step)]));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
}

bool DayChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int step = stepAt(help->pos().x());
    if (step < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), m_words(m_steps[size_t(step)]), this);
    return true;
}

void DayChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_steps.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_current < 0 ? last : std::max(0, m_current - 1));
    case Qt::Key_Right:
        return choose(std::min(last, m_current + 1));
    case Qt::Key_Home:
        return choose(std::min(0, last));
    case Qt::Key_End:
        return choose(last);
    case Qt::Key_T:
        Q_EMIT tableWanted();
        return;
    case Qt::Key_Escape:
        if (m_current >= 0)
            return choose(-1);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void DayChart::mouseMoveEvent(QMouseEvent *event) { choose(stepAt(event->position().x())); }

void DayChart::leaveEvent(QEvent *)
{
    if (!hasFocus())
        choose(-1);
}

void DayChart::paintGrid(QPainter &painter) const
{
    const Tokens t = Tokens::from(palette());
    const QRectF area = plot();
    painter.setFont(fontOf(this, Type::Tiny));
    const int line = painter.fontMetrics().height();
    for (int i = 0; i <= m_lines; ++i) {
        const double y = std::round(yOf(i * m_lineStep));
        painter.fillRect(QRectF(area.left(), y, area.width(), 1), t.line);
        painter.setPen(t.text2);
        painter.drawText(QRectF(0, y - line / 2.0, area.left() - dp(this, 8), line), Qt::AlignRight | Qt::AlignVCenter,
                         humanCount(qint64(i) * m_lineStep));
    }
}

void DayChart::paintHours(QPainter &painter) const
{
    const Tokens t = Tokens::from(palette());
    const QRectF area = plot();
    painter.setFont(fontOf(this, Type::Tiny));
    painter.setPen(t.text2);
    for (int hour = 0; hour <= 24; hour += kHours) {
        const QDateTime at = hour == 24 ? m_to : QDateTime(m_from.date(), QTime(hour, 0), m_from.timeZone());
        const QString text =
            hour == 0 ? u"00:00"_s : u"%1"_s.arg(hour, 2, 10, QChar(u'0')); // the first says what they are
        const double width = painter.fontMetrics().horizontalAdvance(text);
        const double left = std::clamp(xOf(at.toMSecsSinceEpoch()) - width / 2, area.left(), this->width() - width);
        painter.drawText(QPointF(left, area.bottom() + dp(this, 4) + painter.fontMetrics().ascent()), text);
    }
}

void DayChart::paintSteps(QPainter &painter) const
{
    const Tokens t = Tokens::from(palette());
    const QRectF area = plot();
    const QColor color = seriesColor(0, palette());
    const QPen line(color, 1.75, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    QPen dashed(t.unk, 2, Qt::CustomDashLine, Qt::FlatCap);
    dashed.setDashPattern({2.5, 1.5});
    QPolygonF path;
    const auto end = [&] {
        painter.setPen(line);
        painter.drawPolyline(path);
        path.clear();
    };
    for (size_t i = 0; i < m_steps.size(); ++i) {
        const DayStep &step = m_steps[i];
        const double left = std::round(xOf(step.fromMs)), right = std::max(std::round(xOf(step.toMs)), left + 1);
        if (!step.value) {
            end();
            painter.setPen(dashed);
            painter.drawLine(QPointF(left, area.bottom()), QPointF(right, area.bottom()));
            continue;
        }
        const double top = yOf(*step.value);
        painter.fillRect(QRectF(QPointF(left, top), QPointF(right, area.bottom())),
                         mixed(color, t.base, int(i) == m_current ? kFillCurrent : kFill));
        path << QPointF(left, top) << QPointF(right, top);
    }
    end();
    if (!m_steps.empty() && m_steps.back().toMs < m_to.toMSecsSinceEpoch()) // now
        painter.fillRect(QRectF(std::round(xOf(m_steps.back().toMs)), area.top(), 1, area.height()), t.text);
}

void DayChart::paintCurrent(QPainter &painter) const
{
    if (m_current < 0)
        return;
    const Tokens t = Tokens::from(palette());
    const QRectF area = plot();
    const DayStep &step = m_steps[size_t(m_current)];
    painter.setFont(fontOf(this, Type::Tiny));
    const QString text = painter.fontMetrics().elidedText(m_words(step), Qt::ElideRight, int(area.width()));
    const double width = painter.fontMetrics().horizontalAdvance(text), line = painter.fontMetrics().height();
    const double middle = (xOf(step.fromMs) + xOf(step.toMs)) / 2;
    const double left = std::clamp(middle - width / 2, area.left(), std::max(area.left(), area.right() - width));
    painter.fillRect(QRectF(xOf(step.fromMs), area.bottom() + 1, std::max(2.0, xOf(step.toMs) - xOf(step.fromMs)), 2),
                     t.accent);
    painter.setPen(t.text2);
    painter.drawText(QRectF(left, 0, width + 1, line), Qt::AlignLeft | Qt::AlignVCenter, text);
}

void DayChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter);
    if (m_from.isValid()) {
        paintHours(painter);
        paintSteps(painter);
    }
    paintCurrent(painter);
    if (hasFocus() && showsKeyboardFocus(this))
        stylepaint::focusRect(&painter, rect(), palette());
}

} // namespace mooring
