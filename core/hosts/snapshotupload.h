#pragma once

#include "core/hosts/uploadanswer.h"
#include "core/transport/ssh/remoteshell.h"

namespace mooring {

/// Takes a planned snapshot to another machine: what is there already by content does not travel, what arrived before a
/// cut does not travel again, and nothing is seen under the folder's name before it is complete. The machine itself
/// makes the hashes of what came. Without a Python over there everything travels each time. Used once; one thread.
class SnapshotUpload
{
public:
    /// `host`: how people call the machine. `store`: its folder of contents, absolute.
    SnapshotUpload(RemoteShell &shell, QString host, QString store, const SnapshotPlan &plan, QString folder,
                   JobContext &context);

    /// Errors: those of copySnapshot and of RemoteShell; "snapshot.damaged" (what arrived is not what was sent).
    Result<SnapshotSummary> run();

private:
    /// Nothing: it was not made; the answer says why.
    Result<std::optional<SnapshotSummary>> runWithPython(UploadAnswer &answer);
    QByteArray sizes() const;
    Result<> begin(const UploadAnswer &answer, std::optional<UploadStream> &stream);
    Result<std::map<size_t, ManifestEntry>> findKnown(const std::set<QByteArray> &objects);
    Result<SnapshotSummary> runWithTar();
    Result<> verifyTree(const Manifest &manifest);
    Result<RemoteShell::Answer> send(const QByteArray &script, const QStringList &arguments, UploadStream &stream);
    Result<RemoteShell::Answer> ask(const QByteArray &script, const QStringList &arguments, const CancelToken &cancel);
    SnapshotSummary finish(const UploadStream &stream);
    Error refused(const RemoteShell::Answer &answer) const;
    Error exists() const;
    Error damaged() const;
    Error diskFull(const QString &cause) const;

    RemoteShell &m_shell;
    const QString m_host;
    const QString m_store;
    const SnapshotPlan &m_plan;
    const QString m_folder;
    JobContext &m_context;
    std::set<QByteArray> m_missing; ///< what the far side only believed to have
};

} // namespace mooring
