#pragma once

#include <QScrollBar>

#include <cstdint>
#include <vector>

namespace mooring {

/// The scroll bar of a log, which shows the whole of it: two strips of 13 px under one handle, at the left where the
/// search hit, at the right errors and bookmarks. It is drawn from one value for each pixel row, however many marks
/// there are. A press goes to that place.
class OverviewBar : public QScrollBar
{
    Q_OBJECT
public:
    enum Mark : std::uint8_t { Nothing, Hit, Bookmark, Error }; ///< the worst is the largest

    explicit OverviewBar(QWidget *parent = nullptr);

    /// One for each pixel row, from the top; of another size than rows(): spread over the height.
    void setMarks(std::vector<Mark> left, std::vector<Mark> right);
    int rows() const { return height(); }
    const std::vector<Mark> &leftMarks() const { return m_left; }
    const std::vector<Mark> &rightMarks() const { return m_right; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QRectF handle() const;
    void goTo(double y);
    void paintMarks(QPainter *painter, const std::vector<Mark> &marks, double left) const;

    std::vector<Mark> m_left, m_right;
    double m_grip = -1; ///< where in the handle the pointer holds it; below 0: not held
};

} // namespace mooring
