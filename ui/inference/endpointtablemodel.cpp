#include "ui/inference/endpointtablemodel.h"

#include "core/base/text.h"
#include "ui/inference/endpointtext.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/stateglyphs.h"

#include <algorithm>

namespace mooring {

void EndpointTableModel::setEndpoints(const std::vector<EndpointRecord> &endpoints)
{
    const auto sameName = [](const EndpointRecord &a, const EndpointRecord &b) {
        return a.name == b.name && a.isForeign == b.isForeign;
    };
    const bool sameRows =
        std::equal(endpoints.begin(), endpoints.end(), m_endpoints.begin(), m_endpoints.end(), sameName);
    if (!sameRows)
        beginResetModel();
    m_endpoints = endpoints;
    if (!sameRows)
        endResetModel();
    else if (!m_endpoints.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const EndpointRecord *EndpointTableModel::endpoint(int row) const
{
    return row >= 0 && row < int(m_endpoints.size()) ? &m_endpoints[size_t(row)] : nullptr;
}

int EndpointTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_endpoints.size());
}

int EndpointTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QString EndpointTableModel::cellText(const EndpointRecord &endpoint, int column)
{
    switch (column) {
    case NameColumn:
        return endpoint.name;
    case StateColumn:
        return endpoint.stateText();
    case VersionColumn:
        return endpoint.active > 0 ? endpoint.servingLabel() : QStringLiteral("–");
    case CarrierColumn:
        return endpoint.isForeign && !endpoint.canBeAsked ? tr("another program") : carrierText(endpoint);
    case AddressColumn:
        return endpoint.scoringUri().isEmpty() ? QStringLiteral("–") : addressText(endpoint);
    default:
        return {};
    }
}

QString EndpointTableModel::secondLine(const EndpointRecord &endpoint, int column)
{
    switch (column) {
    case NameColumn:
        if (endpoint.isForeign)
            return tr("read-only");
        return endpoint.latest() ? modelText(*endpoint.latest()) : QString();
    case StateColumn:
        return endpoint.reason;
    case CarrierColumn:
        return !endpoint.isForeign   ? QString()
               : endpoint.canBeAsked ? stringAt(endpoint.about, "workspace")
                                     : endpoint.maker;
    case VersionColumn:
        return endpoint.versions.size() > 1 ? tr("of %n", "versions", int(endpoint.versions.size())) : QString();
    case AddressColumn:
        return endpoint.changedAt ? tr("since %1").arg(humanTime(*endpoint.changedAt)) : QString();
    default:
        return {};
    }
}

QVariant EndpointTableModel::data(const QModelIndex &index, int role) const
{
    const EndpointRecord *entry = endpoint(index.row());
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cellText(*entry, index.column());
    case CellRole::SecondLine:
        return secondLine(*entry, index.column());
    case CellRole::SecondInk:
        if (index.column() == StateColumn && !entry->reason.isEmpty())
            return int(inkOf(toneOf(glyphOf(entry->state))));
        return {};
    case CellRole::Glyph:
        return index.column() == StateColumn ? QVariant(int(glyphOf(entry->state))) : QVariant();
    case CellRole::Icon:
        return index.column() == NameColumn ? QVariant(QStringLiteral("endpoint")) : QVariant();
    default:
        return {};
    }
}

QVariant EndpointTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::TextAlignmentRole))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    switch (section) {
    case NameColumn:
        return tr("Name");
    case StateColumn:
        return tr("State");
    case VersionColumn:
        return tr("Version");
    case CarrierColumn:
        return tr("Runs in");
    default:
        return tr("Address");
    }
}

} // namespace mooring
