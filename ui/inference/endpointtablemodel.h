#pragma once

#include "core/inference/endpointrecord.h"

#include <QAbstractTableModel>

namespace mooring {

/// Endpoints as a table of two-line rows. Rows are updated in place; the order is that of the list.
class EndpointTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, StateColumn, VersionColumn, CarrierColumn, AddressColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEndpoints(const std::vector<EndpointRecord> &endpoints);
    const EndpointRecord *endpoint(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString cellText(const EndpointRecord &endpoint, int column);
    static QString secondLine(const EndpointRecord &endpoint, int column);

    std::vector<EndpointRecord> m_endpoints;
};

} // namespace mooring
