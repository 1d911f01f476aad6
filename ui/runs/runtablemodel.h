#pragma once

#include "core/workspace/workspace.h"

#include <QAbstractTableModel>

namespace mooring {

class KindRegistry;

/// The runs of a workspace as a table, read page by page in the background: the store sorts and filters, with an index.
/// Rows are updated in place; the ones marked for comparing stay marked while they are in the list. Behind its own
/// columns stand those of what runs logged. Window's thread.
class RunTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, StateColumn, TargetColumn, ScriptColumn, StartedColumn, DurationColumn, ColumnCount };
    enum Role { RunIdRole = Qt::UserRole };
    static constexpr int kMostMarked = 6; ///< as many series as there are colours

    RunTableModel(Workspace &workspace, const KindRegistry &kinds, QObject *parent = nullptr);

    void setQuery(const RunQuery &query);
    const RunQuery &query() const { return m_query; }
    /// Something in the workspace changed.
    void refresh();

    int matching() const { return m_matching; } ///< runs that the query would list in all; -1 until known
    int total() const { return m_total; }       ///< runs without any filter; only known when none fits
    const std::vector<RunRecord> &runs() const { return m_runs; }

    /// "metrics/loss", "params/lr" (loggedSummary()): the columns from ColumnCount on.
    void setLogged(const QStringList &columns);
    const QStringList &logged() const { return m_logged; }
    /// Of a run whose record does not say it: shown until it does.
    void setSummary(const QString &runId, const Json &summary);
    /// What the loaded runs logged, most common first.
    QStringList loggedByRuns() const;
    const RunRecord *record(int row) const;
    /// Marked runs in the order of marking: the index is the number of the series.
    std::vector<RunRecord> marked() const;
    void clearMarks();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    /// The last read's failure; empty code when it was good.
    const Error &error() const { return m_error; }

Q_SIGNALS:
    void loaded(); ///< after each read: rows, matching() or error() may be new
    void marksChanged();

private:
    QString cellText(const RunRecord &run, int column) const;
    const Json &summaryOf(const RunRecord &run) const;
    bool isNumber(int column) const;
    struct Page
    {
        std::vector<RunRecord> runs;
        int matching = -1;
        int total = -1;
        Error error;
        bool failed = false;
    };
    void read(bool append, int limit);
    void take(const Page &page, bool append, int limit);
    void replace(std::vector<RunRecord> runs);

    Workspace &m_workspace;
    const KindRegistry &m_kinds;
    RunQuery m_query;
    std::vector<RunRecord> m_runs;
    QStringList m_marked;
    std::map<QString, RunRecord> m_markedRecords;
    QStringList m_logged;
    std::map<QString, Json> m_summaries; ///< of runs whose records have none
    int m_matching = -1;
    int m_total = -1;
    Error m_error;
    bool m_complete = false;
    bool m_reading = false;
    bool m_again = false;
    bool m_moreWanted = false;
    int m_generation = 0;
};

} // namespace mooring
