#pragma once

#include "ui/runs/wizard/filetree.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <memory>

namespace mooring {

class Job;
class RunDesk;

/// Looks at a source folder in the background, and again when one of its ignore files changes. Lives on the window's
/// thread; a new look cancels the earlier one, whose answer is dropped.
class FilesLook : public QObject
{
    Q_OBJECT
public:
    explicit FilesLook(std::shared_ptr<RunDesk> desk, QObject *parent = nullptr);
    ~FilesLook() override;

    void look(const QString &source);
    void stop();
    bool isLooking() const { return m_job != nullptr; }
    /// Of the last look that succeeded; null before, and while another folder is looked at.
    std::shared_ptr<const FilesReport> report() const { return m_report; }
    std::shared_ptr<const FileTree> tree() const { return m_tree; }
    QString source() const { return m_source; }

Q_SIGNALS:
    void progressed(qint64 files);
    void looked();
    void failed(const mooring::Error &error);

private:
    void ended(Job *job);
    void watch();

    std::shared_ptr<RunDesk> m_desk;
    QString m_source;
    std::unique_ptr<Job> m_job;
    std::shared_ptr<std::pair<std::shared_ptr<const FilesReport>, std::shared_ptr<const FileTree>>> m_found;
    std::shared_ptr<const FilesReport> m_report;
    std::shared_ptr<const FileTree> m_tree;
    QFileSystemWatcher m_watcher;
    QTimer m_again;
};

} // namespace mooring
