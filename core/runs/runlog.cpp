#include "core/runs/runlog.h"

#include <QElapsedTimer>

using namespace std::chrono_literals;

namespace mooring {

namespace {

constexpr qint64 kChunk = 256 * 1024;
constexpr auto kReadPause = 40ms;
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

} // namespace

Result<RunRecord> followLog(RunService &service, const RunRecord &run, const QString &name, qint64 offset,
                            const CancelToken &cancel, const std::function<void(const QByteArray &)> &sink)
{
    auto host = service.hostOf(run);
    if (!host)
        return host.error();
    auto path = service.logPath(run, name);
    if (!path)
        return path.error();
    QElapsedTimer sinceLook, unknown;
    qint64 pause = 20; // short runs should not wait for us, long ones should not be asked all the time
    for (;;) {
        // The state comes first: what was written before the end is there when we read after it.
        auto now = service.refresh(run.id, cancel);
        if (!now)
            return now.error();
        sinceLook.start();
        if (now->state != RunState::Unknown)
            unknown.invalidate();
        else if (!unknown.isValid())
            unknown.start();
        do {
            if (auto read = readOn(**host, *path, offset, cancel, sink); !read)
                return read.error();
            if (isEnded(now->state) || (unknown.isValid() && unknown.elapsed() > kUnknownLimitMs))
                return now;
            if (cancel.waitFor(kReadPause))
                return Error::canceled();
        } while (sinceLook.elapsed() < pause);
        pause = std::min(kMostStatePauseMs, pause * 3 / 2);
    }
}

} // namespace mooring
