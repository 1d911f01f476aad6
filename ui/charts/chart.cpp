#include "ui/charts/chart.h"

#include "ui/charts/chartpainter.h"
#include "ui/charts/charttablemodel.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/style.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace mooring {

Chart::Chart(const QString &title, QWidget *parent) : QWidget(parent), m_title(title), m_soon(new QTimer(this))
{
    setAccessibleRole(this, QAccessible::Chart);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_soon->setSingleShot(true);
    m_soon->setInterval(50);
    connect(m_soon, &QTimer::timeout, this, &Chart::refresh);
    refresh();
}

void Chart::setTitle(const QString &title)
{
    m_title = title;
    refresh();
}

void Chart::setSeries(std::vector<Series> series)
{
    m_series = std::move(series);
    refresh();
}

void Chart::append(size_t series, double x, double y)
{
    m_series.at(series).data->append(x, y);
    dataChanged();
}

void Chart::dataChanged()
{
    if (!m_soon->isActive())
        m_soon->start();
}

void Chart::setXAxis(XAxis axis)
{
    m_axis = axis;
    refresh();
}

void Chart::setUnit(const QString &unit)
{
    m_unit = unit;
    refresh();
}

void Chart::setYRange(double from, double to)
{
    m_fixedY = {from, to};
    refresh();
}

void Chart::setSmoothing(double share)
{
    m_smoothing = share;
    update();
}

void Chart::setPointNote(const QString &note)
{
    m_note = note;
    update();
}

void Chart::refresh()
{
    setAccessibleName(m_title);
    setAccessibleDescription(description());
    update();
}

QString Chart::description() const
{
    const SeriesData *curve = leading();
    const size_t last = curve ? curve->lastFinite() : 0;
    if (!curve || last == curve->size())
        return tr("%1, no values yet").arg(m_title);
    const QString value = valueText(curve->y(last)) + m_unit, at = xText(curve->x(last), m_axis);
    if (m_series.size() == 1)
        return tr("%1, last %2 at %3").arg(m_title, value, at);
    return tr("%1, %n series, last %2 at %3", nullptr, int(m_series.size())).arg(m_title, value, at);
}

const SeriesData *Chart::leading() const
{
    const SeriesData *longest = nullptr;
    for (const Series &series : m_series) {
        if (series.data->size() > 0 && (!longest || series.data->size() > longest->size()))
            longest = series.data.get();
    }
    return longest;
}

std::pair<double, double> Chart::dataX() const
{
    double least = 0, greatest = 1;
    bool any = false;
    for (const Series &series : m_series) {
        if (series.data->size() == 0)
            continue;
        least = any ? std::min(least, series.data->x(0)) : series.data->x(0);
        greatest =
            any ? std::max(greatest, series.data->x(series.data->size() - 1)) : series.data->x(series.data->size() - 1);
        any = true;
    }
    return {least, greatest};
}

Ticks Chart::xTicks() const
{
    const auto [least, greatest] = m_view.value_or(dataX());
    Ticks ticks = niceTicks(least, greatest, std::clamp(width() / dp(this, 96), 1, 8));
    if (m_axis == XAxis::Time || m_view) { // as far as the data go, not to a round number
        const double from = least, to = greatest > least ? greatest : least + 1;
        ticks.from = from, ticks.to = to;
        if (m_axis == XAxis::Time)
            ticks.at = {from, to};
        else
            std::erase_if(ticks.at, [from, to](double at) { return at < from || at > to; });
    }
    return ticks;
}

Ticks Chart::yTicks() const
{
    const int most = std::clamp(height() / dp(this, 44), 2, 4);
    if (m_fixedY)
        return niceTicks(m_fixedY->first, m_fixedY->second, most);
    const auto [from, to] = m_view.value_or(dataX());
    SeriesData::Range all;
    for (const Series &series : m_series) {
        const SeriesData::Range one =
            series.data->range(series.data->firstFrom(from), series.data->firstFrom(std::nextafter(to, HUGE_VAL)));
        if (!one.any)
            continue;
        all.least = all.any ? std::min(all.least, one.least) : one.least;
        all.greatest = all.any ? std::max(all.greatest, one.greatest) : one.greatest;
        all.any = true;
    }
    return niceTicks(all.any ? all.least : 0, all.any ? all.greatest : 1, most);
}

QRectF Chart::plotRect(const Ticks &y) const
{
    const QFontMetrics tiny(fontOf(this, Type::Tiny));
    int labels = 0;
    for (double value : y.at)
        labels = std::max(
            labels, tiny.horizontalAdvance(tickText(value, y.step) + (value == y.at.back() ? m_unit : QString())));
    const int left = std::max(dp(this, 40), dp(this, 16 + 8) + labels);
    const int top = dp(this, legendIsBelow() ? 55 : 35);
    return QRectF(left, top, std::max(1, width() - left - dp(this, 16)), std::max(1, height() - top - dp(this, 22)));
}

QString Chart::legendText(size_t index) const
{
    const Series &one = m_series[index];
    QString text = m_series.size() > 1 ? one.name : QString();
    size_t at = one.data->lastFinite();
    if (m_cursor && one.data->size() > 0)
        at = one.data->nearest(*m_cursor);
    if (at < one.data->size())
        text += (text.isEmpty() ? QString() : u" "_s) + valueText(one.data->y(at)) + m_unit;
    return text;
}

int Chart::legendWidth(size_t index) const
{
    // A value under the cursor must not move its neighbours: room for the longest one that is usual.
    const QFontMetrics metrics(fontOf(this, Type::Small));
    const QString name = m_series.size() > 1 ? m_series[index].name + u' ' : QString();
    return std::max(metrics.horizontalAdvance(legendText(index)),
                    metrics.horizontalAdvance(name + u"0.0000"_s + m_unit)) +
           dp(this, 18 + 4);
}

bool Chart::legendIsBelow() const
{
    int needed = QFontMetrics(fontOf(this, Type::Section)).horizontalAdvance(m_title) + dp(this, 32);
    for (size_t i = 0; i < m_series.size(); ++i)
        needed += legendWidth(i) + dp(this, 12);
    return m_series.size() > 1 && needed > width();
}

PlotMap Chart::map() const
{
    const Ticks x = xTicks(), y = yTicks();
    return {plotRect(y), x.from, x.to, y.from, y.to};
}

void Chart::setCursor(std::optional<double> x) { moveCursor(x, false); }

void Chart::moveCursor(std::optional<double> x, bool tell)
{
    if (m_cursor == x)
        return;
    m_cursor = x;
    update();
    if (!tell)
        return;
    const SeriesData *curve = leading();
    if (x && curve) {
        setAccessibleDescription(
            tr("%1, %2 at %3").arg(m_title, valueText(curve->y(curve->nearest(*x))) + m_unit, xText(*x, m_axis)));
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT cursorMoved(x);
}

void Chart::stepCursor(int points)
{
    const SeriesData *curve = leading();
    if (!curve)
        return;
    const qint64 now = m_cursor ? qint64(curve->nearest(*m_cursor)) : points < 0 ? qint64(curve->size()) : -1;
    const qint64 next = std::clamp<qint64>(now + points, 0, qint64(curve->size()) - 1);
    moveCursor(curve->x(size_t(next)), true);
}

void Chart::zoom(double factor)
{
    const auto [least, greatest] = dataX();
    const auto [from, to] = m_view.value_or(std::pair{least, greatest});
    const double width = (to - from) / factor;
    if (width >= greatest - least)
        return showAll();
    const double middle = m_cursor.value_or((from + to) / 2);
    const double start = std::clamp(middle - width / 2, least, greatest - width);
    m_view = {start, start + width};
    update();
}

void Chart::showAll()
{
    m_view.reset();
    update();
}

bool Chart::showsTable() const { return m_table != nullptr; }

void Chart::showTable(bool on)
{
    if (on == showsTable())
        return;
    if (!on) {
        m_table->hide();
        m_table->deleteLater();
        m_table = nullptr;
        setFocus();
    } else {
        m_table = new TableView(tr("%1 as a table").arg(m_title), this);
        m_table->setModel(new ChartTableModel(m_series, m_axis, m_table));
        m_table->installEventFilter(this);
        m_table->setGeometry(rect().adjusted(0, dp(this, 28), 0, 0));
        m_table->show();
        m_table->setFocus();
        m_table->selectRow(m_cursor && leading() ? int(leading()->nearest(*m_cursor))
                                                 : m_table->model()->rowCount() - 1);
        m_table->scrollTo(m_table->currentIndex());
    }
    Q_EMIT tableShown(on);
}

bool Chart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_T || key == Qt::Key_Escape) {
            showTable(false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QSize Chart::sizeHint() const { return {dp(this, 352), dp(this, 192)}; }

QSize Chart::minimumSizeHint() const { return {dp(this, 200), dp(this, 120)}; }

void Chart::resizeEvent(QResizeEvent *)
{
    if (m_table)
        m_table->setGeometry(rect().adjusted(0, dp(this, 28), 0, 0));
}

void Chart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    ChartPainter(*this, painter).paint();
    if (hasFocus() && showsKeyboardFocus(this))
        stylepaint::focusRect(&painter, rect(), palette());
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    const int step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    const SeriesData *curve = leading();
    switch (event->key()) {
    case Qt::Key_Left:
        return stepCursor(-step);
    case Qt::Key_Right:
        return stepCursor(step);
    case Qt::Key_Home:
        return curve ? moveCursor(curve->x(0), true) : void();
    case Qt::Key_End:
        return curve ? moveCursor(curve->x(curve->size() - 1), true) : void();
    case Qt::Key_Plus:
        return zoom(2);
    case Qt::Key_Minus:
        return zoom(0.5);
    case Qt::Key_0:
        return showAll();
    case Qt::Key_T:
        return showTable(true);
    case Qt::Key_Escape:
        if (m_cursor)
            return moveCursor(std::nullopt, true);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void Chart::mouseMoveEvent(QMouseEvent *event)
{
    const PlotMap where = map();
    const double px = std::clamp(event->position().x(), where.plot.left(), where.plot.right());
    if (m_dragFrom) {
        m_dragTo = px;
        update();
    }
    const SeriesData *curve = leading();
    if (curve && where.plot.adjusted(-4, -12, 4, 4).contains(event->position()))
        moveCursor(curve->x(curve->nearest(where.fromX(px))), true);
    else if (!m_dragFrom)
        moveCursor(std::nullopt, true);
}

void Chart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && map().plot.contains(event->position()))
        m_dragFrom = event->position().x();
}

void Chart::mouseReleaseEvent(QMouseEvent *)
{
    if (m_dragFrom && m_dragTo && std::abs(*m_dragTo - *m_dragFrom) > 8) {
        const PlotMap where = map();
        const double a = where.fromX(std::min(*m_dragFrom, *m_dragTo)),
                     b = where.fromX(std::max(*m_dragFrom, *m_dragTo));
        m_view = {a, b};
    }
    m_dragFrom.reset();
    m_dragTo.reset();
    update();
}

void Chart::mouseDoubleClickEvent(QMouseEvent *) { showAll(); }

void Chart::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return event->ignore(); // the page scrolls
    zoom(event->angleDelta().y() > 0 ? 1.25 : 0.8);
}

void Chart::leaveEvent(QEvent *)
{
    if (!hasFocus())
        moveCursor(std::nullopt, true);
}

} // namespace mooring
