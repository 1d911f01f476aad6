#include "ui/runs/runtablemodel.h"

#include "core/jobs/background.h"
#include "ui/runs/runtext.h"
#include "ui/widgets/cellroles.h"
#include "ui/workspace/stateglyphs.h"

#include <algorithm>

namespace mooring {

namespace {

constexpr int kPageSize = 200;

RunQuery::Column sortColumn(int column)
{
    switch (column) {
    case RunTableModel::NameColumn:
        return RunQuery::Column::Name;
    case RunTableModel::StateColumn:
        return RunQuery::Column::State;
    case RunTableModel::TargetColumn:
        return RunQuery::Column::Target;
    case RunTableModel::ScriptColumn:
        return RunQuery::Column::Script;
    case RunTableModel::DurationColumn:
        return RunQuery::Column::Duration;
    default:
        return RunQuery::Column::Created;
    }
}

} // namespace

RunTableModel::RunTableModel(Workspace &workspace, const KindRegistry &kinds, QObject *parent)
    : QAbstractTableModel(parent), m_workspace(workspace), m_kinds(kinds)
{
}

void RunTableModel::setQuery(const RunQuery &query)
{
    m_query = query;
    ++m_generation; // what is still being read answers another question
    m_reading = m_again = m_moreWanted = false;
    read(false, kPageSize);
}

void RunTableModel::refresh()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    read(false, std::max(kPageSize, int(m_runs.size())));
}

void RunTableModel::read(bool append, int limit)
{
    m_reading = true;
    RunQuery query = m_query;
    if (append) {
        query.beforeId = m_runs.back().id;
        query.skip = int(m_runs.size());
    }
    query.limit = limit;
    inBackground(
        this,
        [&workspace = m_workspace, query] {
            Page page;
            auto runs = workspace.runs(query);
            const auto matching = workspace.countRuns(query);
            page.failed = !runs || !matching;
            if (page.failed) {
                page.error = runs ? matching.error() : runs.error();
                return page;
            }
            page.runs = std::move(*runs);
            page.matching = *matching;
            page.total = *matching > 0 ? -1 : workspace.runCount().valueOr(-1);
            return page;
        },
        [this, append, limit, generation = m_generation](const Page &page) {
            if (generation == m_generation)
                take(page, append, limit);
        });
}

void RunTableModel::take(const Page &page, bool append, int limit)
{
    m_error = page.error;
    if (!page.failed) {
        m_matching = page.matching;
        m_total = page.total;
        m_complete = int(page.runs.size()) < limit;
        if (append) {
            if (!page.runs.empty()) {
                const int first = int(m_runs.size());
                beginInsertRows({}, first, first + int(page.runs.size()) - 1);
                m_runs.insert(m_runs.end(), page.runs.begin(), page.runs.end());
                endInsertRows();
            }
        } else {
            replace(page.runs);
        }
    }
    m_reading = false; // not before the rows are in: a view asks for more while they come
    Q_EMIT loaded();
    if (std::exchange(m_again, false))
        refresh();
    else if (std::exchange(m_moreWanted, false))
        fetchMore({});
}

/// The common case by far: the same rows with other contents, or new ones above them. Then nothing under the pointer
/// jumps.
void RunTableModel::replace(std::vector<RunRecord> runs)
{
    for (const RunRecord &run : runs) {
        if (const auto marked = m_markedRecords.find(run.id); marked != m_markedRecords.end())
            marked->second = run;
    }
    const auto sameId = [](const RunRecord &a, const RunRecord &b) { return a.id == b.id; };
    const auto fresh = runs.size() >= m_runs.size() ? runs.size() - m_runs.size() : 0;
    if (!m_runs.empty() && runs.size() >= m_runs.size() &&
        std::equal(m_runs.begin(), m_runs.end(), runs.begin() + qsizetype(fresh), sameId)) {
        if (fresh > 0) {
            beginInsertRows({}, 0, int(fresh) - 1);
            m_runs.insert(m_runs.begin(), runs.begin(), runs.begin() + qsizetype(fresh));
            endInsertRows();
        }
        m_runs = std::move(runs);
        Q_EMIT dataChanged(index(0, 0), index(int(m_runs.size()) - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

const RunRecord *RunTableModel::record(int row) const
{
    return row >= 0 && row < int(m_runs.size()) ? &m_runs[size_t(row)] : nullptr;
}

std::vector<RunRecord> RunTableModel::marked() const
{
    std::vector<RunRecord> records;
    for (const QString &id : m_marked)
        records.push_back(m_markedRecords.at(id));
    return records;
}

void RunTableModel::clearMarks()
{
    if (m_marked.isEmpty())
        return;
    m_marked.clear();
    m_markedRecords.clear();
    if (!m_runs.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_runs.size()) - 1, columnCount() - 1));
    Q_EMIT marksChanged();
}

int RunTableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_runs.size()); }

int RunTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount + m_logged.size());
}

QVariant RunTableModel::data(const QModelIndex &index, int role) const
{
    const RunRecord *run = record(index.row());
    if (!run)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cellText(*run, index.column());
    case Qt::ToolTipRole:
        return index.column() == NameColumn ? run->id : index.column() == StateColumn ? run->reason : QVariant();
    case Qt::TextAlignmentRole:
        return isNumber(index.column()) ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::CheckStateRole:
        return index.column() == NameColumn ? QVariant(m_marked.contains(run->id) ? Qt::Checked : Qt::Unchecked)
                                            : QVariant();
    case RunIdRole:
        return run->id;
    case CellRole::Glyph:
        return index.column() == StateColumn ? QVariant(int(glyphOf(run->state))) : QVariant();
    case CellRole::Series: {
        const auto mark = m_marked.indexOf(run->id);
        return index.column() == NameColumn && mark >= 0 ? QVariant(int(mark)) : QVariant();
    }
    default:
        return {};
    }
}

bool RunTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const RunRecord *run = record(index.row());
    if (!run || role != Qt::CheckStateRole)
        return false;
    if (value.toInt() == Qt::Checked) {
        if (m_marked.contains(run->id) || m_marked.size() >= kMostMarked)
            return false;
        m_marked << run->id;
        m_markedRecords[run->id] = *run;
    } else {
        m_marked.removeAll(run->id);
        m_markedRecords.erase(run->id);
    }
    // The marks of the others may have moved up by one.
    Q_EMIT dataChanged(this->index(0, 0), this->index(int(m_runs.size()) - 1, columnCount() - 1),
                       {Qt::CheckStateRole, CellRole::Series});
    Q_EMIT marksChanged();
    return true;
}

Qt::ItemFlags RunTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    return index.column() == NameColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

void RunTableModel::sort(int column, Qt::SortOrder order)
{
    RunQuery query = m_query;
    query.logged = m_logged.value(column - ColumnCount);
    query.sortBy = query.logged.isEmpty() ? sortColumn(column) : RunQuery::Column::Logged;
    query.ascending = order == Qt::AscendingOrder;
    if (query.sortBy == m_query.sortBy && query.logged == m_query.logged && query.ascending == m_query.ascending &&
        m_matching >= 0)
        return;
    setQuery(query);
}

bool RunTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_runs.empty();
}

void RunTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    if (m_reading)
        m_moreWanted = true; // the view does not ask twice
    else
        read(true, kPageSize);
}

} // namespace mooring
