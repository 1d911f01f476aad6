#include "core/runs/runlog.h"

#include "core/runs/runfolder.h"
#include "core/runs/runphases.h"

#include <QElapsedTimer>

using namespace std::chrono_literals;

namespace mooring {

namespace {

constexpr qint64 kChunk = 256 * 1024;
constexpr auto kReadPause = 40ms;
constexpr auto kCopyPause = 400ms; ///< of a copy, which another computer is asked for
constexpr qint64 kMostStatePauseMs = 400;
constexpr qint64 kUnknownLimitMs = 30'000;

/// Reads to the present end of the file.
Result<> readOn(RunHost &host, const QString &path, qint64 &offset, const CancelToken &cancel,
                const std::function<void(const QByteArray &)> &sink)
{
    while (!cancel.isCanceled()) {
        auto bytes = host.readFile(path, offset, kChunk, cancel);
        if (!bytes)
            return bytes.error().code == u"file.missing" ? Result<>() : bytes.error();
        if (bytes->isEmpty())
            return {};
        offset += bytes->size();
        sink(*bytes);
    }
    return Error::canceled();
}

/// What changes how long it is followed.
class Patience
{
public:
    explicit Patience(const std::function<void(const QString &)> &onTrouble) : m_onTrouble(onTrouble) {}

    void see(const RunRecord &run, const RunFiles &files)
    {
        if (files.trouble && !m_troubled && m_onTrouble)
            m_onTrouble(files.ageSentence(run.settings.target));
        m_troubled = files.trouble.has_value();
        if (run.state != RunState::Unknown || m_troubled)
            m_unknown.invalidate();
        else if (!m_unknown.isValid())
            m_unknown.start();
    }
    bool isOver() const { return m_unknown.isValid() && m_unknown.elapsed() > kUnknownLimitMs; }

private:
    const std::function<void(const QString &)> &m_onTrouble;
    QElapsedTimer m_unknown;
    bool m_troubled = false;
};

} // namespace

Result<RunRecord> followLog(RunService &service, const RunRecord &run, const QString &name, qint64 offset,
                            const CancelToken &cancel, const std::function<void(const QByteArray &)> &sink,
                            const std::function<void(const QString &)> &onTrouble,
                            const std::function<void(const QByteArray &)> &onBuild)
{
    if (auto path = service.logPath(run, name); !path && path.error().kind == ErrorKind::Usage)
        return path.error();
    QElapsedTimer sinceLook;
    Patience patience(onTrouble);
    qint64 buildOffset = 0;
    qint64 pause = 20; // short runs should not wait for us, long ones should not be asked all the time
    for (;;) {
        // The state comes first: what was written before the end is there when we read after it.
        auto now = service.refresh(run.id, cancel);
        if (!now)
            return now.error();
        sinceLook.start();
        do {
            auto files = service.freshFiles(*now, cancel);
            if (!files)
                return files.error();
            patience.see(*now, *files);
            const RunFolder folder(files->host->runsFolder(), run.id);
            if (onBuild && reachedPhase(now->phases) == u"environment") {
                auto read = readOn(*files->host, folder.log(QStringLiteral("build")), buildOffset, cancel, onBuild);
                if (!read)
                    return read.error();
            }
            if (auto read = readOn(*files->host, folder.log(name), offset, cancel, sink); !read)
                return read.error();
            const bool all = !files->isCopy || files->isComplete || !files->trouble;
            if ((isEnded(now->state) && all) || patience.isOver())
                return now;
            if (cancel.waitFor(files->isCopy ? kCopyPause : kReadPause))
                return Error::canceled();
        } while (sinceLook.elapsed() < pause);
        pause = std::min(kMostStatePauseMs, pause * 3 / 2);
    }
}

} // namespace mooring
