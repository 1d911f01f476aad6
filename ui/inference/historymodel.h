#pragma once

#include "core/inference/scoringcall.h"

#include <QAbstractTableModel>

#include <vector>

namespace mooring {

/// Requests that were sent to an endpoint, newest first: what and how it went, how long and when. Rows stay in place
/// while newer ones come in above them.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { WhatColumn, WhenColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setCalls(const std::vector<ScoringCall> &calls);
    void setOnlyFailed(bool only);
    bool isOnlyFailed() const { return m_onlyFailed; }
    int total() const { return int(m_all.size()); }
    const ScoringCall *call(int row) const;
    int rowOf(qint64 id) const; ///< -1: not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void refill();

    std::vector<ScoringCall> m_all, m_shown;
    bool m_onlyFailed = false;
};

/// What was sent, in a few words: its label, else how its body begins.
QString callTitle(const ScoringRequest &request);
/// "7.9 ms", "1 912 ms".
QString callTime(double ms);
/// "12 s ago", "2 min ago", "3 h ago", "12 May".
QString callAge(const QDateTime &at, const QDateTime &now);

} // namespace mooring
