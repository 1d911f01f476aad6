#pragma once

#include "ui/runs/wizard/filetree.h"

#include <QWidget>

#include <memory>

class QAction;
class QStackedWidget;

namespace mooring {

class Button;
class EmptyState;
class FileTreeModel;
class ProgressLine;
class SearchField;
class SegmentedControl;
class TextLabel;
class TreeView;

/// The second step: every file, and in words why it goes along or stays.
class FilesStep : public QWidget
{
    Q_OBJECT
public:
    explicit FilesStep(QWidget *parent = nullptr);

    /// While it is being looked at; what was shown before stays until the new answer is there.
    void setLooking(qint64 seen);
    void setFiles(const FilesReport &report, std::shared_ptr<const FileTree> tree);
    void setProblem(const QString &title, const QString &text);
    /// Nothing is known: another source.
    void clear();
    void selectPath(const QByteArray &path);

Q_SIGNALS:
    void stopRequested();
    void lookAgainRequested();
    /// From the menu of a row, or by Delete on it.
    void leaveOutRequested(const QByteArray &path, bool isFolder);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeLooking();
    QWidget *makeList();
    void makeTree();
    void makeLeaveOut();
    void filter();
    void expandFirst();

    QStackedWidget *m_stack;
    TextLabel *m_seen = nullptr;
    EmptyState *m_problem;
    Button *m_again;
    SearchField *m_find = nullptr;
    SegmentedControl *m_shown = nullptr;
    TextLabel *m_count = nullptr;
    TextLabel *m_none = nullptr;
    TreeView *m_tree;
    QAction *m_leaveOut = nullptr;
    FileTreeModel *m_model;
    bool m_hasFiles = false;
};

} // namespace mooring
