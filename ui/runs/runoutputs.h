#pragma once

#include "core/runs/outputs.h"

#include <QAbstractTableModel>
#include <QWidget>

class QStackedLayout;

namespace mooring {

class EmptyState;
class TableView;

/// The files of outputs/: path and size.
class OutputsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { PathColumn, SizeColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setFiles(const std::vector<OutputFile> &files);
    const OutputFile *file(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<OutputFile> m_files;
};

/// The Outputs tab. Opens folders, never files: what a script wrote is not started by us.
class RunOutputs : public QWidget
{
    Q_OBJECT
public:
    explicit RunOutputs(QWidget *parent = nullptr);

    /// `folder` of the outputs on this computer, or empty.
    void setOutputs(const std::vector<OutputFile> &files, const QString &folder, bool live);

private:
    void openFolderOf(int row) const;

    OutputsModel *m_model;
    TableView *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QString m_folder;
};

} // namespace mooring
