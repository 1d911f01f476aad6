#pragma once

#include "ui/runs/wizard/filetree.h"

#include <QAbstractItemModel>

#include <memory>

namespace mooring {

enum class FileFilter { All, Going, LeftOut, Changed };

/// Name, size and reason of every file of a tree, or of those that a filter shows, each below its folders.
class FileTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, SizeColumn, ReasonColumn, ColumnCount };

    explicit FileTreeModel(QObject *parent = nullptr) : QAbstractItemModel(parent) {}

    /// `rootName`: of the source folder itself.
    void setTree(std::shared_ptr<const FileTree> tree, const QString &rootName);
    /// Text is looked for in the path, without regard to case.
    void setFilter(FileFilter filter, const QString &text);
    const FileTree *tree() const { return m_tree.get(); }
    /// The node of an index; -1: none.
    int nodeOf(const QModelIndex &index) const { return index.isValid() ? int(index.internalId()) : -1; }
    /// Invalid when the filter hides it.
    QModelIndex indexOf(int node, int column = NameColumn) const;
    int shownFiles() const { return m_shownFiles; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void applyFilter();
    bool isWanted(const FileNode &node) const;
    QVariant display(const FileNode &node, int column) const;
    QVariant mark(const FileNode &node, int column, int role) const;

    std::shared_ptr<const FileTree> m_tree;
    QString m_rootName;
    FileFilter m_filter = FileFilter::All;
    QString m_text;
    std::vector<std::vector<int>> m_shown; ///< children of each node that the filter shows
    std::vector<int> m_rows;               ///< of each node among its shown siblings; -1: hidden
    int m_shownFiles = 0;
};

} // namespace mooring
