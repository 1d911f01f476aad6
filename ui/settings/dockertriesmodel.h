#pragma once

#include "core/transport/docker/dockersurvey.h"

#include <QAbstractTableModel>

namespace mooring {

/// The addresses at which Docker is looked for, in order, and what came of each. Two lines a row.
class DockerTriesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { AddressColumn, OutcomeColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setTries(const std::vector<DockerTry> &tries);
    /// Null: no such row.
    const DockerTry *tryAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<DockerTry> m_tries;
};

/// "Engine 27.1, API 1.46" or "podman 4.3".
QString engineWords(const DockerWords &words);

} // namespace mooring
