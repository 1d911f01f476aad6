#pragma once

#include "core/targets/local/localhost.h"

#include <atomic>
#include <thread>

namespace mooring::test {

/// A folder of this computer that pretends to be another computer: its runs are copied into a spool, and it can be out
/// of reach, slow, or hang until it is canceled.
class PretendHost : public LocalHost
{
public:
    PretendHost(const QString &runsFolder, const QString &environmentsFolder, const QString &spoolFolder)
        : LocalHost(runsFolder, environmentsFolder), m_spool(spoolFolder)
    {
    }

    std::atomic<bool> reachable = true;
    std::atomic<bool> hangs = false;
    std::atomic<int> delayMs = 0;
    std::atomic<int> calls = 0;
    std::atomic<int> renewals = 0;
    std::atomic<qint64> clockAheadMs = 0;
    std::atomic<qint64> answerLimit = -1; ///< an answer is cut off after so many bytes, once

    QString spoolFolder() const override { return m_spool; }
    QString localPath(const QString &path) const override
    {
        return path.startsWith(runsFolder() + u'/') ? m_spool + path.mid(runsFolder().size()) : QString();
    }
    void renew() override { ++renewals; }

    Result<QByteArray> runScript(const QByteArray &script, const QStringList &arguments,
                                 std::chrono::milliseconds limit, const CancelToken &cancel) override
    {
        if (auto allowed = gate(cancel); !allowed)
            return allowed.error();
        auto answer = LocalHost::runScript(script, arguments, limit, cancel);
        if (const qint64 most = answerLimit.exchange(-1); most >= 0 && answer)
            answer->truncate(qsizetype(most));
        if (answer && clockAheadMs != 0 && answer->startsWith("state 1\nnow ")) {
            const auto end = answer->indexOf('\n', 12);
            answer->replace(12, end - 12, QByteArray::number(answer->mid(12, end - 12).toLongLong() + clockAheadMs));
        }
        return answer;
    }
    Result<> writeFile(const QString &path, const QByteArray &content, bool executable,
                       const CancelToken &cancel) override
    {
        auto allowed = gate(cancel);
        return allowed ? LocalHost::writeFile(path, content, executable, cancel) : allowed;
    }
    Result<QByteArray> readFile(const QString &path, qint64 offset, qint64 max, const CancelToken &cancel) override
    {
        if (auto allowed = gate(cancel); !allowed)
            return allowed.error();
        return LocalHost::readFile(path, offset, max, cancel);
    }
    Result<qint64> fileSize(const QString &path, const CancelToken &cancel) override
    {
        if (auto allowed = gate(cancel); !allowed)
            return allowed.error();
        return LocalHost::fileSize(path, cancel);
    }
    Result<std::vector<HostFile>> listFiles(const QString &folder, const CancelToken &cancel) override
    {
        if (auto allowed = gate(cancel); !allowed)
            return allowed.error();
        return LocalHost::listFiles(folder, cancel);
    }
    Result<SnapshotSummary> receiveSnapshot(const SnapshotPlan &plan, const QString &folder,
                                            JobContext &context) override
    {
        if (auto allowed = gate(context.cancelToken()); !allowed)
            return allowed.error();
        return LocalHost::receiveSnapshot(plan, folder, context);
    }

private:
    Result<> gate(const CancelToken &cancel)
    {
        ++calls;
        if (hangs && cancel.waitFor(std::chrono::seconds(60)))
            return Error::canceled();
        if (delayMs > 0 && cancel.waitFor(std::chrono::milliseconds(delayMs)))
            return Error::canceled();
        if (!reachable)
            return Error::of(ErrorKind::NotReachable, QStringLiteral("ssh.lost"),
                             QStringLiteral("The machine does not answer."));
        return {};
    }

    QString m_spool;
};

} // namespace mooring::test
