#include "ui/inference/versionstab.h"

#include "core/base/text.h"
#include "ui/inference/endpointtext.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/stateglyphs.h"

#include <QBoxLayout>
#include <QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

using State = EndpointVersion::State;

void VersionsModel::setVersions(const EndpointRecord &endpoint)
{
    std::vector<EndpointVersion> fresh = endpoint.versions;
    if (!endpoint.canBeAsked) // named ones stay in their service's order
        std::reverse(fresh.begin(), fresh.end());
    const bool sameRows = fresh.size() == m_versions.size() && m_areNamed == endpoint.canBeAsked;
    m_areNamed = endpoint.canBeAsked;
    if (!sameRows)
        beginResetModel();
    m_versions = fresh;
    m_active = endpoint.active;
    m_state = endpoint.state;
    if (!sameRows)
        endResetModel();
    else if (!m_versions.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int VersionsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_versions.size()); }
int VersionsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QString VersionsModel::stateText(const EndpointVersion &version) const
{
    if (m_areNamed) // in the words of its service
        return stringAt(version.environment, "provisioningState");
    switch (version.state) {
    case State::Deploying:
        return tr("Deploying");
    case State::Serving:
        return version.number == m_active && m_state != EndpointState::Running ? toText(m_state) : tr("Serves");
    case State::Replaced:
        return tr("Replaced");
    case State::Failed:
        return tr("Failed");
    }
    return {};
}

int VersionsModel::glyphOfVersion(const EndpointVersion &version) const
{
    switch (version.state) {
    case State::Deploying:
        return int(Glyph::Preparing);
    case State::Serving:
        if (m_areNamed)
            return int(version.share.value_or(0) > 0 ? Glyph::Serving : Glyph::Good);
        return int(version.number == m_active ? glyphOf(m_state) : Glyph::Serving);
    case State::Replaced:
        return int(Glyph::Stopped);
    case State::Failed:
        return int(Glyph::Failed);
    }
    return int(Glyph::Unknown);
}

QString VersionsModel::cellText(const EndpointVersion &version, int column) const
{
    switch (column) {
    case VersionColumn:
        return version.label();
    case StateColumn:
        return stateText(version);
    case MadeColumn:
        return version.createdAt ? humanTime(*version.createdAt) : u"–"_s;
    case ModelColumn:
        return modelText(version);
    case CodeColumn:
        if (version.settings.score.isEmpty())
            return m_areNamed ? u"–"_s : tr("made for MLflow");
        return version.settings.score;
    default:
        if (m_areNamed)
            return version.share ? u"%1 %"_s.arg(*version.share) : u"–"_s;
        return version.coldStartMs ? humanDuration(*version.coldStartMs) : u"–"_s;
    }
}

QString VersionsModel::secondLine(const EndpointVersion &version, int column) const
{
    switch (column) {
    case StateColumn:
        return version.failure ? version.failure->exception : version.reason;
    case ModelColumn:
        return m_areNamed ? stringAt(version.environment, "environment") : version.modelPath;
    case CodeColumn:
        if (m_areNamed)
            return stringAt(version.environment, "instanceType");
        return version.snapshot.contains("files") ? tr("%n file(s)", nullptr, int(intAt(version.snapshot, "files")))
                                                  : QString();
    default:
        return {};
    }
}

QVariant VersionsModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount())
        return {};
    const EndpointVersion &version = m_versions[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(version, index.column());
    case CellRole::SecondLine:
        return secondLine(version, index.column());
    case CellRole::SecondInk:
        return index.column() == StateColumn && version.state == State::Failed ? QVariant(int(Ink::Fail)) : QVariant();
    case CellRole::Glyph:
        return index.column() == StateColumn ? QVariant(glyphOfVersion(version)) : QVariant();
    case CellRole::Bold:
        return version.number == m_active && index.column() == VersionColumn;
    case Qt::TextAlignmentRole:
        return int((index.column() == ColdStartColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant VersionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == ColdStartColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case VersionColumn:
        return m_areNamed ? tr("Deployment") : tr("Version");
    case StateColumn:
        return tr("State");
    case MadeColumn:
        return tr("Made");
    case ModelColumn:
        return tr("Model");
    case CodeColumn:
        return tr("Scoring script");
    default:
        return m_areNamed ? tr("Requests") : tr("Cold start");
    }
}

void VersionsTab::setEndpoint(const EndpointRecord &endpoint)
{
    if (endpoint.canBeAsked) // names are longer than numbers
        m_table->setColumnWidth(VersionsModel::VersionColumn, dp(this, 140));
    m_model->setVersions(endpoint);
}

VersionsTab::VersionsTab(QWidget *parent)
    : QWidget(parent), m_model(new VersionsModel(this)), m_table(new TableView(tr("Versions")))
{
    m_table->setObjectName(u"versions"_s);
    m_table->setModel(m_model);
    m_table->setEdge(24);
    m_table->setRowHeight(48);
    QHeaderView *head = m_table->horizontalHeader();
    head->setStretchLastSection(false);
    head->setSectionResizeMode(VersionsModel::StateColumn, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {{VersionsModel::VersionColumn, 92},
                                          {VersionsModel::MadeColumn, 90},
                                          {VersionsModel::ModelColumn, 200},
                                          {VersionsModel::CodeColumn, 140},
                                          {VersionsModel::ColdStartColumn, 120}};
    for (const auto &[column, width] : widths)
        m_table->setColumnWidth(column, dp(this, width));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
}

} // namespace mooring
