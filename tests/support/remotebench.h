#pragma once

#include "tests/support/memoryrunbook.h"
#include "tests/support/pretendhost.h"
#include "tests/support/runbench.h"

namespace mooring::test {

/// Real runs on pretended other computers, each named target with a host of its own.
class RemoteBench
{
public:
    explicit RemoteBench(const QString &spool = {});
    ~RemoteBench();

    std::shared_ptr<PretendHost> hostOf(const QString &target);
    /// A service as another process of Mooring would have it, on the same book and the same machines.
    std::unique_ptr<RunService> newService();
    void write(const QString &name, const QByteArray &content);
    Result<RunRecord> submit(const QString &script, const QString &target = QStringLiteral("box"));
    /// Looks at the target until the run ended and its copy is complete, or the limit passed.
    RunRecord waitForCopy(const RunRecord &run, int limitMs = 15000);
    bool waitFor(const QString &id, RunState state, int limitMs = 8000);
    QByteArray onHost(const RunRecord &run, const QString &file);
    QByteArray copied(const RunRecord &run, const QString &file);
    QString spool() const { return m_spool; }

    QTemporaryDir dir;
    MemoryRunBook book;
    std::map<QString, std::shared_ptr<PretendHost>> hosts;
    std::unique_ptr<RunService> service;
    CancelToken cancel;
    RecordingContext context{cancel};

private:
    QString m_spool;
    std::mutex m_mutex;
};

} // namespace mooring::test
