#pragma once

#include "core/jobs/jobcontext.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace mooring {

/// Background work on a thread of its own that ends exactly once.
///
/// Lives on the thread that made it (its owner's). `start()` and `cancel()` return at once. `finished` is emitted
/// exactly once after start(), always later (never from within start), always on the owner's thread, after the last of
/// the other signals. The other signals are batched: at most one delivery of each about every 16 ms. Destroying a
/// running job cancels it, waits for the end of its thread, and is silent.
class Job : public QObject
{
    Q_OBJECT
public:
    enum class State { Waiting, Running, Succeeded, Failed, Canceled };
    using Work = std::function<Result<>(JobContext &)>;

    Job(const QString &title, Work work, QObject *parent = nullptr);
    ~Job() override;

    void start();
    void cancel();

    QString title() const { return m_title; }
    State state() const { return m_state; }
    bool isCancelRequested() const { return m_cancel.isCanceled(); }
    QString step() const { return m_step; }
    qint64 progressDone() const { return m_done; }
    qint64 progressTotal() const { return m_total; } ///< 0: unknown
    /// The last lines, at most 10 000; older ones are dropped and counted.
    const std::vector<LogLine> &lines() const { return m_lines; }
    qint64 droppedLines() const { return m_dropped; }
    /// Only after Failed or Canceled.
    const Error &error() const { return m_error; }
    qint64 elapsedMs() const; ///< of the work, monotonic; still counting while it runs
    QDateTime startedAt() const { return m_startedAt; }

Q_SIGNALS:
    void changed();             ///< step or progress
    void linesAdded(int count); ///< the last `count` of lines()
    void finished();

private:
    struct Shared;
    class Context;
    void deliver();
    void finish();

    QString m_title;
    Work m_work;
    CancelToken m_cancel;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<QThread> m_thread;
    State m_state = State::Waiting;
    QString m_step;
    qint64 m_done = 0;
    qint64 m_total = 0;
    std::vector<LogLine> m_lines;
    qint64 m_dropped = 0;
    Error m_error;
    QDateTime m_startedAt;
    qint64 m_startTick = 0;
    qint64 m_endTick = 0;
};

} // namespace mooring
