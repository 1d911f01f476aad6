#pragma once

#include "core/runs/snapshot.h"
#include "core/targets/local/localhost.h"

#include <functional>

namespace mooring::test {

/// This computer, with a hook before each call: what it returns as an error is what the caller gets, and nothing
/// happens.
class FaultyHost : public LocalHost
{
public:
    using LocalHost::LocalHost;

    std::function<Result<>(int call)> before; ///< call: 1 for the first
    int calls = 0;

    Result<QByteArray> runScript(const QByteArray &script, const QStringList &arguments,
                                 std::chrono::milliseconds limit, const CancelToken &cancel) override
    {
        if (auto allowed = gate(); !allowed)
            return allowed.error();
        return LocalHost::runScript(script, arguments, limit, cancel);
    }
    Result<> writeFile(const QString &path, const QByteArray &content, bool executable,
                       const CancelToken &cancel) override
    {
        auto allowed = gate();
        return allowed ? LocalHost::writeFile(path, content, executable, cancel) : allowed;
    }
    Result<QByteArray> readFile(const QString &path, qint64 offset, qint64 max, const CancelToken &cancel) override
    {
        if (auto allowed = gate(); !allowed)
            return allowed.error();
        return LocalHost::readFile(path, offset, max, cancel);
    }
    Result<std::vector<HostFile>> listFiles(const QString &folder, const CancelToken &cancel) override
    {
        if (auto allowed = gate(); !allowed)
            return allowed.error();
        return LocalHost::listFiles(folder, cancel);
    }
    Result<SnapshotSummary> receiveSnapshot(const SnapshotPlan &plan, const QString &folder,
                                            JobContext &context) override
    {
        if (auto allowed = gate(); !allowed)
            return allowed.error();
        return LocalHost::receiveSnapshot(plan, folder, context);
    }

private:
    Result<> gate()
    {
        ++calls;
        return before ? before(calls) : Result<>();
    }
};

} // namespace mooring::test
