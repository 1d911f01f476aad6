#pragma once

#include "core/runs/foldercursor.h"
#include "core/runs/snapshotplan.h"

#include <sys/stat.h>

namespace mooring {

/// The walk behind planSnapshot(). One folder at a time, with a list of those to come instead of recursion: depth costs
/// nothing.
class SnapshotWalk
{
public:
    SnapshotWalk(SnapshotPlan &plan, FolderCursor cursor, JobContext &context);
    Result<> run();

private:
    Result<> visit(const QByteArray &folder);
    Result<QByteArray> readIgnoreFile(int folder, const QByteArray &folderPath, const char *name);
    Result<> look(int folder, const QByteArray &path, const QByteArray &name);
    void lookAtFolder(int parent, const QByteArray &path, const QByteArray &name, const struct stat &info);
    void addFile(int folder, const QByteArray &path, const QByteArray &name, const struct stat &info);
    void addLink(int folder, const QByteArray &path, const QByteArray &name);
    void leaveOut(const QByteArray &path, const IgnoreDecision &rule, const struct stat &info);
    void countFolder(LeftOut &item);
    void noteUnreadable(const QByteArray &path, bool isFolder, int error);
    void sort();

    SnapshotPlan &m_plan;
    FolderCursor m_cursor;
    FolderCursor m_counter; ///< for folders that stay here
    JobContext &m_context;
    IgnoreRules m_rules;
    std::vector<QByteArray> m_toVisit;
    std::vector<QByteArray> m_subfolders;
    std::vector<char> m_buffer;
    dev_t m_device = 0;
    qint64 m_counted = 0;
};

} // namespace mooring
