#pragma once

#include "core/runs/runhost.h"

namespace mooring {

/// The copies of other computers' runs as a place to read from, so that everything that reads a run's files reads them
/// the same way. Nothing can be run or written ("run.copyOnly"). What is in outputs/ is listed as it was on the host;
/// of the files there only event files can be read.
class SpoolHost : public RunHost
{
public:
    explicit SpoolHost(QString spoolFolder) : m_folder(std::move(spoolFolder)) {}

    QString runsFolder() const override { return m_folder; }
    QString environmentsFolder() const override { return {}; }
    Result<QByteArray> runScript(const QByteArray &, const QStringList &, std::chrono::milliseconds,
                                 const CancelToken &) override;
    Result<> writeFile(const QString &path, const QByteArray &, bool, const CancelToken &) override;
    Result<QByteArray> readFile(const QString &path, qint64 offset, qint64 max, const CancelToken &) override;
    Result<qint64> fileSize(const QString &path, const CancelToken &) override;
    Result<std::vector<HostFile>> listFiles(const QString &folder, const CancelToken &) override;
    QString localPath(const QString &path) const override { return path; }
    Result<SnapshotSummary> receiveSnapshot(const SnapshotPlan &, const QString &folder, JobContext &) override;

private:
    QString m_folder;
};

} // namespace mooring
