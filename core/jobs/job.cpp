#include "core/jobs/job.h"

#include "core/base/clock.h"

#include <QMutex>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <optional>

namespace mooring {

namespace {

constexpr size_t kKeptLines = 10000;
constexpr int kFrameMs = 16;

qint64 tick()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

/// What the worker hands over. The worker writes under the lock and asks for one delivery; the owner empties it.
struct Job::Shared
{
    QMutex lock;
    std::vector<LogLine> lines;
    QString step;
    qint64 done = 0;
    qint64 total = 0;
    bool touched = false;
    bool scheduled = false;
    std::optional<Result<>> outcome;
};

class Job::Context : public JobContext
{
public:
    Context(Job *job, std::shared_ptr<Shared> shared, const CancelToken &cancel)
        : JobContext(cancel), m_job(job), m_shared(std::move(shared))
    {
    }

protected:
    void onLine(const LogLine &line) override
    {
        change([&] { m_shared->lines.push_back(line); });
    }
    void onStep(const QString &title) override
    {
        change([&] {
            m_shared->step = title;
            m_shared->done = m_shared->total = 0;
            m_shared->touched = true;
        });
    }
    void onProgress(qint64 done, qint64 total) override
    {
        change([&] {
            m_shared->done = done;
            m_shared->total = total;
            m_shared->touched = true;
        });
    }

private:
    template <class Change>
    void change(Change apply)
    {
        const QMutexLocker lock(&m_shared->lock);
        apply();
        if (std::exchange(m_shared->scheduled, true))
            return;
        // The job outlives its thread, so the pointer is good; a pending call dies with the job.
        QMetaObject::invokeMethod(
            m_job, [job = m_job] { QTimer::singleShot(kFrameMs, job, [job] { job->deliver(); }); },
            Qt::QueuedConnection);
    }

    Job *m_job;
    std::shared_ptr<Shared> m_shared;
};

Job::Job(const QString &title, Work work, QObject *parent)
    : QObject(parent), m_title(title), m_work(std::move(work)), m_shared(std::make_shared<Shared>())
{
}

Job::~Job()
{
    if (!m_thread)
        return;
    m_cancel.cancel();
    m_thread->wait();
}

void Job::start()
{
    if (m_state != State::Waiting)
        return;
    m_state = State::Running;
    m_startedAt = nowUtc();
    m_startTick = tick();
    m_thread.reset(QThread::create([this, shared = m_shared, cancel = m_cancel] {
        Context context(this, shared, cancel);
        Result<> outcome = m_work(context);
        const QMutexLocker lock(&shared->lock);
        shared->outcome = std::move(outcome);
    }));
    m_thread->setObjectName(m_title);
    connect(m_thread.get(), &QThread::finished, this, &Job::finish, Qt::QueuedConnection);
    m_thread->start();
}

void Job::cancel() { m_cancel.cancel(); }

qint64 Job::elapsedMs() const
{
    if (m_state == State::Waiting)
        return 0;
    return (m_state == State::Running ? tick() : m_endTick) - m_startTick;
}

void Job::deliver()
{
    std::vector<LogLine> fresh;
    bool touched = false;
    {
        const QMutexLocker lock(&m_shared->lock);
        m_shared->scheduled = false;
        fresh.swap(m_shared->lines);
        touched = std::exchange(m_shared->touched, false);
        m_step = m_shared->step;
        m_done = m_shared->done;
        m_total = m_shared->total;
    }
    const int count = int(fresh.size());
    m_lines.insert(m_lines.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    if (m_lines.size() > kKeptLines) {
        const auto over = m_lines.size() - kKeptLines;
        m_lines.erase(m_lines.begin(), m_lines.begin() + qsizetype(over));
        m_dropped += qint64(over);
    }
    if (touched)
        Q_EMIT changed();
    if (count > 0)
        Q_EMIT linesAdded(count);
}

void Job::finish()
{
    // The thread may take its time to go away on a busy machine: who deletes us waits for that.
    m_endTick = tick();
    deliver();
    const Result<> outcome = [this] {
        const QMutexLocker lock(&m_shared->lock);
        return m_shared->outcome.value_or(Result<>(Error::canceled()));
    }();
    if (outcome) {
        m_state = State::Succeeded;
    } else {
        m_error = outcome.error();
        m_state = m_error.kind == ErrorKind::Canceled ? State::Canceled : State::Failed;
    }
    Q_EMIT changed();
    Q_EMIT finished();
}

} // namespace mooring
