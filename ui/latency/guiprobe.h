#pragma once

#include "ui/latency/gaphistogram.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace mooring {

/// Measures how long the window's thread lets an event wait. While anything happens on that thread, a helper thread
/// posts an event every 4 ms, the next one only when the last was handled; after 100 ms without an event of another
/// kind it rests, so an idle window is not woken. One for the application, made on the window's thread after
/// QApplication; all functions there.
class GuiProbe : public QObject
{
    Q_OBJECT
public:
    explicit GuiProbe(QObject *parent = nullptr);
    ~GuiProbe() override;

    const GapHistogram &gaps() const { return m_gaps; }
    /// Forgets what was measured, the event under way included.
    void reset();
    /// Count, median, p99, longest and the histogram: what --ui-latency-report prints.
    QString report() const;

    bool event(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void run();
    bool restUntilActive();

    GapHistogram m_gaps;
    std::atomic<bool> m_stop{false};
    std::atomic<bool> m_resting{false};
    std::atomic<bool> m_handled{true};
    std::atomic<qint64> m_postedAt{0};
    std::atomic<qint64> m_lastActivity{0};
    std::atomic<qint64> m_activeSince{0};
    qint64 m_ignoreBefore = 0;
    std::unique_ptr<QThread> m_thread;
};

} // namespace mooring
