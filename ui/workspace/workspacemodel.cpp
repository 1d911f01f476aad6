#include "ui/workspace/workspacemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

/// internalId of a group's own index; a row carries its group's number.
constexpr quintptr kGroupId = 1000;

struct GroupLook
{
    const char *key;
    const char *route;
    const char *icon;
};

constexpr std::array<GroupLook, WorkspaceModel::GroupCount> kGroups{{
    {"targets", "targets", "server"},
    {"environments", "environments", "environment"},
    {"runs", "runs", "run"},
    {"models", "models", "model"},
    {"endpoints", "endpoints", "endpoint"},
    {"known-machines", "known-machines", "known-hosts"},
}};

qsizetype positionOf(const std::vector<WorkspaceItem> &items, const QString &key)
{
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const WorkspaceItem &item) { return item.key == key; });
    return found == items.end() ? -1 : found - items.begin();
}

} // namespace

WorkspaceModel::WorkspaceModel(QObject *parent) : QAbstractItemModel(parent) {}

const std::vector<WorkspaceItem> &WorkspaceModel::rows(int group) const
{
    switch (group) {
    case Targets:
        return m_content.targets;
    case Environments:
        return m_content.environments;
    case Runs:
        return m_content.runs;
    case Models:
        return m_content.models;
    case Endpoints:
        return m_content.endpoints;
    default:
        break;
    }
    static const std::vector<WorkspaceItem> none; // the page lists them
    return none;
}

std::vector<WorkspaceItem> &WorkspaceModel::rows(int group)
{
    return const_cast<std::vector<WorkspaceItem> &>(std::as_const(*this).rows(group));
}

void WorkspaceModel::apply(const WorkspaceContent &content)
{
    std::array<int, GroupCount> before{};
    for (int group = 0; group < GroupCount; ++group)
        before[size_t(group)] = groupCount(group);

    m_content.runCount = content.runCount;
    m_content.knownMachines = content.knownMachines;
    m_content.problem = content.problem;
    merge(Targets, content.targets);
    merge(Environments, content.environments);
    merge(Runs, content.runs);
    merge(Models, content.models);
    merge(Endpoints, content.endpoints);

    for (int group = 0; group < GroupCount; ++group) {
        if (groupCount(group) != before[size_t(group)])
            Q_EMIT dataChanged(index(group, 0), index(group, 0), {CountRole, Qt::AccessibleTextRole});
    }
}

void WorkspaceModel::merge(int group, const std::vector<WorkspaceItem> &fresh)
{
    std::vector<WorkspaceItem> &held = rows(group);
    const QModelIndex parent = index(group, 0);
    for (qsizetype i = qsizetype(held.size()); i-- > 0;) {
        if (positionOf(fresh, held[size_t(i)].key) >= 0)
            continue;
        beginRemoveRows(parent, int(i), int(i));
        held.erase(held.begin() + i);
        endRemoveRows();
    }
    qsizetype place = 0; // behind the row that stands before the new one
    for (const WorkspaceItem &item : fresh) {
        const qsizetype at = positionOf(held, item.key);
        if (at < 0) {
            beginInsertRows(parent, int(place), int(place));
            held.insert(held.begin() + place, item);
            endInsertRows();
            ++place;
            continue;
        }
        place = at + 1;
        if (held[size_t(at)] == item)
            continue;
        held[size_t(at)] = item;
        Q_EMIT dataChanged(index(int(at), 0, parent), index(int(at), 0, parent));
    }
}

void WorkspaceModel::retranslate() { Q_EMIT dataChanged(index(0, 0), index(GroupCount - 1, 0)); }

QModelIndex WorkspaceModel::indexOfRoute(const QString &route) const
{
    for (int group = 0; group < GroupCount; ++group) {
        if (route == QLatin1String(kGroups[size_t(group)].route))
            return index(group, 0);
        const std::vector<WorkspaceItem> &items = rows(group);
        for (size_t i = 0; i < items.size(); ++i) {
            if (items[i].route == route)
                return index(int(i), 0, index(group, 0));
        }
    }
    return {};
}

QModelIndex WorkspaceModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : kGroupId);
}

QModelIndex WorkspaceModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == kGroupId)
        return {};
    return createIndex(int(child.internalId()), 0, kGroupId);
}

int WorkspaceModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return GroupCount;
    if (parent.internalId() != kGroupId || parent.column() != 0)
        return 0;
    return int(rows(parent.row()).size());
}

int WorkspaceModel::columnCount(const QModelIndex &) const { return 1; }

QString WorkspaceModel::groupTitle(int group) const
{
    switch (group) {
    case Targets:
        return tr("Compute targets");
    case Environments:
        return tr("Environments");
    case Runs:
        return tr("Runs");
    case Models:
        return tr("Models");
    case Endpoints:
        return tr("Endpoints");
    default:
        return tr("Known machines");
    }
}

int WorkspaceModel::groupCount(int group) const
{
    if (group == Runs)
        return m_content.runCount;
    return group == KnownMachines ? m_content.knownMachines : int(rows(group).size());
}

QVariant WorkspaceModel::groupData(int group, int role) const
{
    const GroupLook &look = kGroups[size_t(group)];
    switch (role) {
    case Qt::DisplayRole:
        return groupTitle(group);
    case Qt::AccessibleTextRole:
        return groupCount(group) ? tr("%1, %n", "%1 a group, %n how many", groupCount(group)).arg(groupTitle(group))
                                 : groupTitle(group);
    case RouteRole:
        return QString::fromLatin1(look.route);
    case IconRole:
        return QString::fromLatin1(look.icon);
    case KeyRole:
        return QString::fromLatin1(look.key);
    case AddRouteRole:
        return group == Targets ? QVariant(u"attach"_s) : QVariant();
    // The targets stand right below their group, always: their number says nothing new.
    case CountRole:
        return group != Targets && groupCount(group) > 0 ? QVariant(groupCount(group)) : QVariant();
    default:
        return {};
    }
}

QVariant WorkspaceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == kGroupId)
        return groupData(index.row(), role);
    const WorkspaceItem &item = rows(int(index.internalId()))[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return item.name;
    case Qt::ToolTipRole:
        return u"%1\n%2"_s.arg(item.name, item.state);
    case Qt::AccessibleTextRole:
        return item.state.isEmpty() ? item.name : u"%1, %2"_s.arg(item.name, item.state);
    case RouteRole:
        return item.route;
    case GlyphRole:
        return int(item.glyph);
    case IconRole:
        return item.icon;
    case StateRole:
        return item.state;
    case KeyRole:
        return item.key;
    case CanDetachRole:
        return item.canDetach;
    case DraftRole:
        return item.draft;
    default:
        return {};
    }
}

} // namespace mooring
