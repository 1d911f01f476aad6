#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <vector>

namespace mooring {

/// One line of a job's log: what Mooring did, never what somebody's program printed.
struct LogLine
{
    enum class Level { Info, Warning, Failure };
    QDateTime at;
    QString step; ///< short word for the column: "python", "snapshot"
    QString text;
    Level level = Level::Info;
};

/// What a piece of background work may touch: its log, its progress, the wish to stop. Worker thread only.
/// A test makes one directly and calls the step without any thread.
class JobContext
{
public:
    virtual ~JobContext() = default;

    const CancelToken &cancelToken() const { return m_cancel; }
    bool isCanceled() const { return m_cancel.isCanceled(); }

    void log(const QString &text, LogLine::Level level = LogLine::Level::Info);
    /// What goes on now, in words; also the step column of the following log lines.
    void setStep(const QString &word, const QString &title);
    const QString &step() const { return m_step; } ///< the word of setStep
    /// total 0: unknown.
    void progress(qint64 done, qint64 total);

    explicit JobContext(CancelToken cancel = {}) : m_cancel(std::move(cancel)) {}

protected:
    virtual void onLine(const LogLine &) {}
    virtual void onStep(const QString & /*title*/) {}
    virtual void onProgress(qint64 /*done*/, qint64 /*total*/) {}

private:
    CancelToken m_cancel;
    QString m_step;
};

/// A procedure said as a list. The undo of each finished step runs, last first, when a later one fails or is canceled.
struct Step
{
    QString word;
    QString title;
    std::function<Result<>(JobContext &)> run;
    std::function<void(JobContext &)> undo; ///< may be empty; not interrupted by the cancel that caused it
};

/// Runs the steps in order. Cancel is looked at before each.
Result<> runSteps(const std::vector<Step> &steps, JobContext &context);

} // namespace mooring
