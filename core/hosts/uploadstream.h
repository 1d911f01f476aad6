#pragma once

#include "core/hosts/contentreader.h"
#include "core/jobs/jobcontext.h"
#include "core/runs/snapshot.h"

#include <map>

struct archive;
struct archive_entry;

namespace mooring {

/// The beginning of a large content that the host has from an upload that was cut off.
struct PartialContent
{
    QByteArray name; ///< of the file there
    qint64 bytes = 0;
    QByteArray sha256; ///< hex
};

/// A planned snapshot as a tar, made while it is sent: nothing is kept but one piece. Pull it until it gives nothing.
/// One thread. Reports bytes as progress.
class UploadStream
{
public:
    enum class Form {
        Contents, ///< contents without names, those of `known` left out; last an entry "list"
                  ///< (resources/remote/receive.py)
        Tree      ///< an ordinary tar of the tree, for a host that has nothing but tar
    };
    /// `known`: files whose content the host has, by index in plan.entries.
    /// `partials`: by the size of the whole; of a file that begins so only the rest is sent.
    UploadStream(const SnapshotPlan &plan, std::map<size_t, ManifestEntry> known,
                 std::map<qint64, PartialContent> partials, Form form, JobContext &context);
    ~UploadStream();
    UploadStream(const UploadStream &) = delete;
    UploadStream &operator=(const UploadStream &) = delete;

    /// The next piece; empty at the end. Errors as those of copySnapshot.
    Result<QByteArray> next();
    const Manifest &manifest() const { return m_manifest; } ///< complete at the end
    qint64 sent() const { return m_sent; }                  ///< bytes of contents

private:
    Result<> step();
    Result<> begin(const SnapshotEntry &entry);
    Result<> beginLarge(const SnapshotEntry &entry);
    Result<bool> beginsWith(const PartialContent &partial);
    Result<> sendWhole(const SnapshotEntry &entry);
    Result<> sendPiece();
    Result<> endLarge();
    Result<> addLink(const SnapshotEntry &entry);
    Result<> addFolders();
    Result<> addList();
    Result<> header(const QByteArray &name, qint64 size, int mode, const QByteArray &link = {});
    Result<> data(const QByteArray &bytes);
    void keep(ManifestEntry entry);
    void report(qint64 bytes);
    QByteArray listText() const;
    QByteArray nameOfContent(const SnapshotEntry &entry) const;
    Error writerFailed() const;

    const SnapshotPlan &m_plan;
    std::map<size_t, ManifestEntry> m_known;
    std::map<qint64, PartialContent> m_partials;
    const Form m_form;
    JobContext &m_context;
    ContentReader m_reader;
    archive *m_archive = nullptr;
    archive_entry *m_entry = nullptr;
    QByteArray m_out; ///< what the writer has made and nobody has taken
    Manifest m_manifest;
    size_t m_index = 0;
    bool m_foldersDone = false;
    bool m_ended = false;
    bool m_inLarge = false; ///< a file that is sent in pieces
    qint64 m_left = 0;      ///< of it
    int m_tries = 0;        ///< of it
    qint64 m_sent = 0;
    qint64 m_done = 0; ///< sent and left out, for the progress
};

} // namespace mooring
