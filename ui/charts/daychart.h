#pragma once

#include <QDateTime>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace mooring {

/// A value over a part of the day; nothing: not known.
struct DayStep
{
    qint64 fromMs = 0, toMs = 0; ///< since the epoch
    std::optional<int> value;
};

/// A whole number over one day as steps; where it is not known, a dashed line at the ground. What is to come stays
/// empty. Its table twin is the page's: the chart asks for it.
/// Keys: Left, Right by step, Home, End, T the table twin, Esc the cursor away. Pointer: hover reads.
class DayChart : public QWidget
{
    Q_OBJECT
public:
    using Words = std::function<QString(const DayStep &)>;
    /// `words`: a step for people, in the tool tip and read out: "2 nodes, 08:10 to 11:12".
    DayChart(const QString &title, Words words, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// The day's beginning and end (23 to 25 hours), its steps in order, and what all of it says.
    void setDay(const QDateTime &from, const QDateTime &to, std::vector<DayStep> steps, const QString &summary);

    int current() const { return m_current; } ///< step under the cursor; -1: none
    QRectF plot() const;
    double xOf(qint64 ms) const;
    double yOf(int value) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void tableWanted();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void choose(int step);
    int stepAt(double x) const;
    void paintGrid(QPainter &painter) const;
    void paintHours(QPainter &painter) const;
    void paintSteps(QPainter &painter) const;
    void paintCurrent(QPainter &painter) const;

    QString m_title, m_summary;
    Words m_words;
    QDateTime m_from, m_to;
    std::vector<DayStep> m_steps;
    int m_lines = 1, m_lineStep = 1; ///< of the grid above the ground, and the value between two of them
    int m_current = -1;
};

} // namespace mooring
