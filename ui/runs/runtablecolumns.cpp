// What stands in the columns, and which there are.
#include "core/base/text.h"
#include "core/runs/loggedsummary.h"
#include "ui/runs/runtablemodel.h"
#include "ui/runs/runtext.h"
#include "ui/workspace/workspacecontent.h"

#include <algorithm>

namespace mooring {

namespace {

constexpr int kDigits = 5; ///< of a metric

} // namespace

QString RunTableModel::cellText(const RunRecord &run, int column) const
{
    const QString none = QStringLiteral("–"); // unknown is a dash, never 0
    switch (column) {
    case NameColumn:
        return run.name;
    case StateColumn:
        return stateText(run);
    case TargetColumn:
        return targetTitle(run.settings.target, m_kinds);
    case ScriptColumn:
        return run.settings.script;
    case StartedColumn:
        return run.startedAt ? humanTime(*run.startedAt) : none;
    case DurationColumn:
        return run.startedAt && run.durationMs() ? humanDuration(*run.durationMs()) : none;
    default:
        break;
    }
    const Json value = loggedValue(summaryOf(run), m_logged.value(column - ColumnCount));
    if (value.is_number())
        return QString::number(value.get<double>(), 'g', kDigits);
    return value.is_string() ? fromStd(value.get<std::string>()) : none;
}

bool RunTableModel::isNumber(int column) const { return column == DurationColumn || column >= ColumnCount; }

const Json &RunTableModel::summaryOf(const RunRecord &run) const
{
    const auto found = m_summaries.find(run.id);
    return run.logged.is_object() || found == m_summaries.end() ? run.logged : found->second;
}

void RunTableModel::setSummary(const QString &runId, const Json &summary)
{
    Json &held = m_summaries[runId];
    if (held == summary)
        return;
    held = summary;
    const auto at = std::find_if(m_runs.begin(), m_runs.end(), [&](const RunRecord &run) { return run.id == runId; });
    const int row = int(at - m_runs.begin());
    if (at != m_runs.end() && !m_logged.isEmpty())
        Q_EMIT dataChanged(index(row, ColumnCount), index(row, columnCount() - 1));
}

QStringList RunTableModel::loggedByRuns() const
{
    std::map<QString, int> counts;
    for (const RunRecord &run : m_runs) {
        for (const char *part : {"metrics", "params"}) {
            const Json &summary = summaryOf(run);
            if (!summary.is_object() || !summary.contains(part))
                continue;
            for (const auto &[name, value] : summary[part].items())
                ++counts[QLatin1String(part) + u'/' + fromStd(name)];
        }
    }
    QStringList columns;
    for (const auto &[column, count] : counts)
        columns << column;
    std::stable_sort(columns.begin(), columns.end(),
                     [&](const QString &a, const QString &b) { return counts[a] > counts[b]; });
    return columns;
}

/// Columns that stay keep their place in the view: only what differs comes and goes.
void RunTableModel::setLogged(const QStringList &columns)
{
    for (qsizetype i = m_logged.size(); i-- > 0;) {
        if (columns.contains(m_logged[i]))
            continue;
        beginRemoveColumns({}, ColumnCount + int(i), ColumnCount + int(i));
        m_logged.removeAt(i);
        endRemoveColumns();
    }
    for (const QString &column : columns) {
        if (m_logged.contains(column))
            continue;
        const int last = columnCount();
        beginInsertColumns({}, last, last);
        m_logged << column;
        endInsertColumns();
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case StateColumn:
        return tr("State");
    case TargetColumn:
        return tr("Target");
    case ScriptColumn:
        return tr("Script");
    case StartedColumn:
        return tr("Started");
    case DurationColumn:
        return tr("Duration");
    default:
        return m_logged.value(section - ColumnCount).section(u'/', 1);
    }
}

} // namespace mooring
