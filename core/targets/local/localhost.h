#pragma once

#include "core/runs/runhost.h"

namespace mooring {

/// This computer as a place for runs. Keeps no state, so several threads may use one object.
class LocalHost : public RunHost
{
public:
    /// Both absolute. They are made when they are first needed.
    LocalHost(QString runsFolder, QString environmentsFolder);

    QString runsFolder() const override { return m_runsFolder; }
    QString environmentsFolder() const override { return m_environmentsFolder; }
    Result<QByteArray> runScript(const QByteArray &script, const QStringList &arguments,
                                 std::chrono::milliseconds limit, const CancelToken &cancel) override;
    Result<> writeFile(const QString &path, const QByteArray &content, bool executable,
                       const CancelToken &cancel) override;
    Result<QByteArray> readFile(const QString &path, qint64 offset, qint64 max, const CancelToken &cancel) override;
    Result<qint64> fileSize(const QString &path, const CancelToken &cancel) override;
    Result<std::vector<HostFile>> listFiles(const QString &folder, const CancelToken &cancel) override;
    QString localPath(const QString &path) const override { return path; }
    Result<SnapshotSummary> receiveSnapshot(const SnapshotPlan &plan, const QString &folder,
                                            JobContext &context) override;

private:
    QString m_runsFolder;
    QString m_environmentsFolder;
};

} // namespace mooring
