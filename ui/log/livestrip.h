#pragma once

#include <QWidget>

namespace mooring {

/// The last state of the line that the program is still writing: what, bar, count, rate, time left, and how many states were
/// folded. Repainted at most ten times a second.
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

    QString m_text;
    qint64 m_updates = 0;
    int m_timer = 0;
};

} // namespace mooring
