#include "ui/charts/charttablemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

ChartTableModel::ChartTableModel(std::vector<Series> series, XAxis axis, QObject *parent)
    : QAbstractTableModel(parent), m_series(std::move(series)), m_axis(axis)
{
    for (const Series &one : m_series) {
        for (size_t i = 0; i < one.data->size(); ++i)
            m_rows.push_back(one.data->x(i));
    }
    std::sort(m_rows.begin(), m_rows.end());
    m_rows.erase(std::unique(m_rows.begin(), m_rows.end()), m_rows.end());
}

int ChartTableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_series.size()) + 1;
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const double x = m_rows[size_t(index.row())];
    if (index.column() == 0)
        return m_axis == XAxis::Time ? xText(x, m_axis) : QString::number(x, 'g', 15);
    const SeriesData &data = *m_series[size_t(index.column()) - 1].data;
    const size_t at = data.firstFrom(x);
    if (at >= data.size() || data.x(at) != x)
        return u"–"_s;
    return QString::number(data.y(at), 'g', 8);
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return m_axis == XAxis::Time ? tr("Time") : m_axis == XAxis::Epoch ? tr("Epoch") : tr("Step");
    return m_series[size_t(section) - 1].name;
}

} // namespace mooring
