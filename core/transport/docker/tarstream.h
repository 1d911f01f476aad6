#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <deque>
#include <functional>

struct archive;
struct archive_entry;

namespace mooring {

/// A tar that is made while it is sent: what was added, in order, never all of it in memory. GNU format: the first
/// header is never a PAX one, which a build would take for a Dockerfile.
class TarStream
{
public:
    TarStream();
    ~TarStream();
    Q_DISABLE_COPY_MOVE(TarStream)

    void addFolder(const QByteArray &name);
    void addFile(const QByteArray &name, const QString &path, bool executable = false);
    void addBytes(const QByteArray &name, const QByteArray &content);
    void addLink(const QByteArray &name, const QByteArray &target);
    /// Everything below the folder, links as links; `name` is the folder's in the tar, empty for its top. Special files
    /// are left out, and what `leavesOut` says of a path relative to the folder; with `prunes` all below such a folder
    /// goes without a look.
    Result<> addTree(const QByteArray &name, const QString &folder,
                     const std::function<bool(const QString &path)> &leavesOut = {}, bool prunes = false);

    /// The next piece, empty at the end. A file that shrinks while it is read is filled up with zeros, one that grows
    /// is cut. Code "tar.cannotRead".
    Result<QByteArray> next();

private:
    struct Item
    {
        enum class Kind { Folder, File, Bytes, Link } kind;
        QByteArray name, content; // content: of Bytes; target of Link
        QString path;
        bool executable = false;
    };
    Result<> begin(const Item &item);
    Result<> goOn();
    Error failure(const QString &cause) const;

    std::deque<Item> m_items;
    archive *m_archive;
    archive_entry *m_entry;
    QByteArray m_out;
    int m_fd = -1;
    qint64 m_left = 0;
    bool m_isClosed = false;
};

} // namespace mooring
