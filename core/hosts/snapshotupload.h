#pragma once

#include "core/hosts/uploadstream.h"
#include "core/transport/ssh/remoteshell.h"

#include <set>

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
    struct Store
    {
        QString python;      ///< empty: none that is recent enough
        bool exists = false; ///< the snapshot's folder
        qint64 free = -1;
        std::set<QByteArray> objects; ///< "<sha256>-<size>"
        std::map<qint64, PartialContent> partials;
    };
    Result<Store> look();
    static void takePartial(const QList<QByteArray> &words, Store &store);
    Result<std::map<size_t, ManifestEntry>> findKnown(const Store &store);
    Result<SnapshotSummary> runWithPython(Store store);
    Result<SnapshotSummary> runWithTar();
    Result<> verifyTree(const Manifest &manifest);
    Result<RemoteShell::Answer> send(const QByteArray &script, const QStringList &arguments, UploadStream &stream);
    Result<RemoteShell::Answer> ask(const QByteArray &script, const QStringList &arguments, const CancelToken &cancel);
    Result<SnapshotSummary> finish(const UploadStream &stream);
    Error refused(const RemoteShell::Answer &answer) const;
    Error exists() const;
    Error diskFull(const QString &cause) const;

    RemoteShell &m_shell;
    const QString m_host;
    const QString m_store;
    const SnapshotPlan &m_plan;
    const QString m_folder;
    JobContext &m_context;
};

} // namespace mooring
