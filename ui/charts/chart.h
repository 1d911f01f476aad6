#pragma once

#include "ui/charts/chartscale.h"
#include "ui/charts/seriesdata.h"
#include "ui/charts/seriesline.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QTimer;

namespace mooring {

class TableView;

/// One curve. `mark`: its colour, dash and marker, kept with the run wherever it appears; below 0: its place in the
/// chart.
struct Series
{
    QString name;
    std::shared_ptr<SeriesData> data = std::make_shared<SeriesData>();
    int mark = -1;
};

/// A line chart for values over steps or time, painted by least and greatest value of each pixel column.
/// Keys: Left, Right by point (Shift: ten), Home, End, + and - zoom, 0 shows all, T the table twin, Esc the cursor
/// away. Pointer: hover reads, drag zooms, double click shows all, Ctrl and wheel zooms.
class Chart : public QWidget
{
    Q_OBJECT
public:
    explicit Chart(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QString title() const { return m_title; }
    void setSeries(std::vector<Series> series);
    const std::vector<Series> &series() const { return m_series; }
    /// Adds a point and repaints soon (at most 20 times a second).
    void append(size_t series, double x, double y);
    /// Points were added to shared data by someone else.
    void dataChanged();

    void setXAxis(XAxis axis);
    /// "%", " GB": added to values and to the uppermost line.
    void setUnit(const QString &unit);
    /// A fixed range instead of the data's own.
    void setYRange(double from, double to);
    /// Share of all points that one smoothed value looks at; 0: none. Raw lines stay behind.
    void setSmoothing(double share);
    /// "12 040 of 1 200 000"; without it the title says that all are shown.
    void setPointNote(const QString &note);

    /// x of the reading line; linked charts pass it on to each other.
    std::optional<double> cursor() const { return m_cursor; }
    void setCursor(std::optional<double> x);
    using QWidget::setCursor;
    void zoom(double factor);
    void showAll();
    void showTable(bool on);
    bool showsTable() const;

    /// "loss, 2 series, last 0.2371 at step 14 168"
    QString description() const;
    PlotMap map() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cursorMoved(std::optional<double> x);
    void tableShown(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    friend class ChartPainter;
    void refresh();
    void moveCursor(std::optional<double> x, bool tell);
    void stepCursor(int points);
    const SeriesData *leading() const; ///< the longest series: the cursor goes along its points
    std::pair<double, double> dataX() const;
    Ticks xTicks() const;
    Ticks yTicks() const;
    QRectF plotRect(const Ticks &y) const;
    /// Under the title instead of beside it, where it would not fit.
    bool legendIsBelow() const;
    QString legendText(size_t series) const;
    int legendWidth(size_t series) const;

    QString m_title;
    std::vector<Series> m_series;
    XAxis m_axis = XAxis::Step;
    QString m_unit;
    QString m_note;
    std::optional<std::pair<double, double>> m_fixedY;
    std::optional<std::pair<double, double>> m_view; ///< zoomed to
    double m_smoothing = 0;
    std::optional<double> m_cursor;
    std::optional<double> m_dragFrom, m_dragTo; ///< px
    QTimer *m_soon;
    TableView *m_table = nullptr;
};

} // namespace mooring
