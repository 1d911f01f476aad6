#pragma once

#include "core/targets/local/localhost.h"
#include "tests/support/memoryrunbook.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

#include <sys/types.h>

namespace mooring::test {

/// A place for real runs in a test: a folder of its own, a book in memory, a service on this computer. Ends what still
/// lives.
class RunBench
{
public:
    /// parent: a folder to work in, for instance on a small disk. plan: in place of the real planning of environments.
    explicit RunBench(const QString &parent = {}, RunService::PlanEnvironment plan = {});
    ~RunBench();

    /// No environment, and no Python that a collector could run with: for shell scripts that are about something else.
    static Result<EnvironmentPlan> bare(const RunSettings &, RunHost &, JobContext &);

    /// Writes a file of the source folder.
    void write(const QString &name, const QByteArray &content);
    RunSettings settings(const QString &script, const QStringList &arguments = {}) const;
    Result<RunRecord> submit(const RunSettings &settings);
    /// Refreshes until the run ended or the limit passed.
    RunRecord waitForEnd(const QString &id, int limitMs = 15000);
    /// Refreshes until it has this state.
    bool waitFor(const QString &id, RunState state, int limitMs = 8000);
    /// Waits until the run's log holds the text.
    bool waitForLog(const QString &id, const QByteArray &text, int limitMs = 8000);
    /// Cancels with a grace of so many seconds.
    Result<CancelReport> cancelRun(const QString &id, int grace = 1);
    QByteArray log(const QString &id, const QString &name = QStringLiteral("std"));
    QString folder(const QString &id) const;
    QString source() const;
    /// Pids of all processes with the run's id in their environment, zombies left out.
    static QStringList processesOf(const QString &id, const QByteArray &variable = "MOORING_RUN_ID");
    /// First word of a file in the run's folder.
    QByteArray wordIn(const QString &id, QStringView file) const;
    /// A process id from a file of the run, as soon as it is there. Never 0 or 1: to signal those would hit everything
    /// around the test.
    pid_t pidIn(const QString &id, QStringView file) const;

    QTemporaryDir dir;
    MemoryRunBook book;
    std::shared_ptr<LocalHost> host;
    RunService service;
    CancelToken cancel;
    RecordingContext context{cancel};
};

} // namespace mooring::test
