#pragma once

#include <QWidget>

namespace mooring {

/// The last state of the line that the program is still writing: what, bar, count, rate, time left, and how many states
/// were folded. A state is painted at once, and at most ten are a second.
class LiveStrip : public QWidget
{
    Q_OBJECT
public:
    explicit LiveStrip(QWidget *parent = nullptr);

    /// updates: how many states of the line were replaced.
    void setState(const QString &text, qint64 updates);
    QString text() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    QString foldedText() const;
    void paintNow();

    QString m_text;
    qint64 m_updates = 0;
    int m_timer = 0; ///< runs for a frame after each paint
    bool m_stale = false;
};

} // namespace mooring
