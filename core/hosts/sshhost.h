#pragma once

#include "core/runs/runhost.h"
#include "core/transport/ssh/remoteshell.h"

namespace mooring {

/// Where things are on a machine over SSH, all absolute, and where their copies are here.
struct SshHostPlaces
{
    QString host; ///< how people call the machine, for messages
    QString runsFolder;
    QString environmentsFolder;
    QString storeFolder; ///< contents of snapshots by their hash
    QString spoolFolder; ///< on this computer; empty: no copies are kept
};

/// A machine over SSH as a place for runs. Keeps no state but the link, which all hosts of a target share, so several
/// threads may use one object.
class SshHost : public RunHost
{
public:
    SshHost(std::shared_ptr<SshLink> link, SshHostPlaces places);

    QString runsFolder() const override { return m_places.runsFolder; }
    QString environmentsFolder() const override { return m_places.environmentsFolder; }
    Result<QByteArray> runScript(const QByteArray &script, const QStringList &arguments,
                                 std::chrono::milliseconds limit, const CancelToken &cancel) override;
    Result<> writeFile(const QString &path, const QByteArray &content, bool executable,
                       const CancelToken &cancel) override;
    Result<> writeFiles(const std::vector<HostContent> &files, const CancelToken &cancel) override;
    Result<QByteArray> readFile(const QString &path, qint64 offset, qint64 max, const CancelToken &cancel) override;
    Result<qint64> fileSize(const QString &path, const CancelToken &cancel) override;
    Result<std::vector<HostFile>> listFiles(const QString &folder, const CancelToken &cancel) override;
    QString localPath(const QString &path) const override;
    QString spoolFolder() const override { return m_places.spoolFolder; }
    void renew() override;
    Result<SnapshotSummary> receiveSnapshot(const SnapshotPlan &plan, const QString &folder,
                                            JobContext &context) override;

private:
    Error scriptFailed(const RemoteShell::Answer &answer) const;
    Error fileFailed(const QString &code, const QString &message, const RemoteShell::Answer &answer) const;

    Error cannotWrite(const QString &path, const RemoteShell::Answer &answer) const;

    std::shared_ptr<SshLink> m_link;
    RemoteShell m_shell;
    SshHostPlaces m_places;
};

/// "SIZE<tab>PATH<nul>" of resources/remote/files.sh, sorted by path. What could leave the folder, or is no such entry,
/// is passed over: the far side may be hostile.
std::vector<HostFile> parseFileList(const QByteArray &output);

} // namespace mooring
