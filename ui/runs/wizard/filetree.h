#pragma once

#include "ui/runs/wizard/filesreport.h"

#include <QCoreApplication>

namespace mooring {

/// Why a thing goes along or stays.
enum class FileReason { Folder, Goes, AsBefore, Changed, New, Secret, LeftOut, Special, Unreadable };

struct FileNode
{
    QByteArray path; ///< relative to the source; empty: the source itself
    int parent = -1;
    std::vector<int> children; ///< folders first, in the order of their names
    bool isFolder = false;
    FileReason reason = FileReason::Folder;
    QString text;       ///< the reason in words, translated when the tree was made
    qint64 size = 0;    ///< of a folder: what goes along
    qint64 going = 0;   ///< files that go along, at all depths; 1 for a file that does
    qint64 staying = 0; ///< files that stay, at all depths
};

/// A FilesReport as a tree. Immutable; made on a worker thread. A child's number is always above its parent's.
class FileTree
{
    Q_DECLARE_TR_FUNCTIONS(mooring::FileTree)
public:
    explicit FileTree(const FilesReport &report);

    const std::vector<FileNode> &nodes() const { return m_nodes; }
    const FileNode &node(int number) const { return m_nodes[size_t(number)]; }
    /// Of a path; -1: none.
    int find(const QByteArray &path) const { return m_numbers.value(path, -1); }

private:
    int add(const QByteArray &path, bool isFolder);
    FileNode &addFile(const QByteArray &path, FileReason reason, const QString &text, qint64 size);
    void addEntries(const FilesReport &report);
    void addOthers(const SnapshotPlan &plan);
    void sumUp();
    void sayFolders();

    std::vector<FileNode> m_nodes;
    QHash<QByteArray, int> m_numbers;
};

} // namespace mooring
