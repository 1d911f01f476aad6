#pragma once

#include "ui/charts/chart.h"

#include <QAbstractTableModel>

namespace mooring {

/// The twin of a chart: every point with its exact values, one row an x, one column a series. As the data were when it
/// was made.
class ChartTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    ChartTableModel(std::vector<Series> series, XAxis axis, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Series> m_series;
    XAxis m_axis;
    std::vector<double> m_rows; ///< every x, once
};

} // namespace mooring
