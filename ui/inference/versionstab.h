#pragma once

#include "core/inference/endpointrecord.h"

#include <QAbstractTableModel>
#include <QWidget>

namespace mooring {

class TableView;

/// The versions of an endpoint, newest first; of one that others made its deployments.
class VersionsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// The last is the share of the requests where versions have names.
    enum Column { VersionColumn, StateColumn, MadeColumn, ModelColumn, CodeColumn, ColdStartColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setVersions(const EndpointRecord &endpoint);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString stateText(const EndpointVersion &version) const;
    int glyphOfVersion(const EndpointVersion &version) const;
    QString cellText(const EndpointVersion &version, int column) const;
    QString secondLine(const EndpointVersion &version, int column) const;

    std::vector<EndpointVersion> m_versions;
    int m_active = 0;
    bool m_areNamed = false; ///< deployments that others made
    EndpointState m_state = EndpointState::Stopped;
};

class VersionsTab : public QWidget
{
    Q_OBJECT
public:
    explicit VersionsTab(QWidget *parent = nullptr);
    void setEndpoint(const EndpointRecord &endpoint);

private:
    VersionsModel *m_model;
    TableView *m_table;
};

} // namespace mooring
