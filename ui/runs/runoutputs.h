#pragma once

#include "core/runs/outputs.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QWidget>

#include <optional>

class QStackedLayout;

namespace mooring {

class Button;
class EmptyState;
class TableView;
class TextLabel;

/// In OutputFile::size: nobody has said it.
constexpr qint64 kUnknownSize = -1;

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

/// What the Outputs tab shows. A value.
struct OutputsView
{
    std::vector<OutputFile> files;
    QString folder;                     ///< where all of them lie on this computer; empty: they are not here
    QString machine;                    ///< the other computer that has them; empty: this one has
    std::optional<QDateTime> fetchedAt; ///< of another computer's
    bool live = false;
    bool fetching = false;
    bool asksWhere = false; ///< the act asks for a folder first
};

/// The Outputs tab. Opens folders, never files: what a script wrote is not started by us. Above the files of another
/// computer stands whether they are here, and the act that brings them.
class RunOutputs : public QWidget
{
    Q_OBJECT
public:
    explicit RunOutputs(QWidget *parent = nullptr);

    void setOutputs(const OutputsView &view);

Q_SIGNALS:
    void fetchWanted();

private:
    QWidget *createPlaceRow();
    void showPlace();
    void openFolder(const QString &folder) const;
    void openFolderOf(int row) const;

    OutputsView m_view;
    OutputsModel *m_model;
    TableView *m_table;
    EmptyState *m_empty;
    QWidget *m_place = nullptr;
    TextLabel *m_sum = nullptr;
    TextLabel *m_where = nullptr;
    Button *m_fetch = nullptr;
    Button *m_open = nullptr;
    QStackedLayout *m_stack;
};

} // namespace mooring
