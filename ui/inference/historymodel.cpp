#include "ui/inference/historymodel.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/stateglyph.h"
#include "ui/widgets/tokens.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr qsizetype kTitle = 60;

} // namespace

QString callTitle(const ScoringRequest &request)
{
    if (!request.label.isEmpty())
        return request.label;
    const QString text = QString::fromUtf8(request.body.left(kTitle * 4)).simplified();
    if (text.isEmpty())
        return HistoryModel::tr("empty body");
    return request.body.contains('\0') ? HistoryModel::tr("bytes") : text.left(kTitle);
}

QString callTime(double ms)
{
    return ms < 100 ? u"%1 ms"_s.arg(ms, 0, 'f', 1) : u"%1 ms"_s.arg(humanCount(qint64(std::lround(ms))));
}

QString callAge(const QDateTime &at, const QDateTime &now)
{
    const qint64 seconds = std::max<qint64>(0, at.secsTo(now));
    if (seconds < 60)
        return HistoryModel::tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return HistoryModel::tr("%1 min ago").arg(seconds / 60);
    if (seconds < 24 * 3600)
        return HistoryModel::tr("%1 h ago").arg(seconds / 3600);
    return humanTime(at);
}

void HistoryModel::setCalls(const std::vector<ScoringCall> &calls)
{
    m_all = calls;
    refill();
}

void HistoryModel::setOnlyFailed(bool only)
{
    m_onlyFailed = only;
    refill();
}

void HistoryModel::refill()
{
    std::vector<ScoringCall> wanted;
    for (const ScoringCall &call : m_all) {
        if (!m_onlyFailed || !call.isSuccess())
            wanted.push_back(call);
    }
    // Only what comes in at the top and what falls off the end changes: the chosen row stays chosen.
    const qint64 first = m_shown.empty() ? 0 : m_shown.front().id;
    const auto known =
        std::find_if(wanted.begin(), wanted.end(), [first](const auto &call) { return call.id == first; });
    const auto added = int(known - wanted.begin());
    const bool goesOn =
        !m_shown.empty() && known != wanted.end() &&
        std::equal(known, wanted.end(), m_shown.begin(),
                   m_shown.begin() + std::min<qsizetype>(wanted.end() - known, qsizetype(m_shown.size())),
                   [](const auto &a, const auto &b) { return a.id == b.id; });
    if (!goesOn) {
        beginResetModel();
        m_shown = std::move(wanted);
        endResetModel();
        return;
    }
    const int keep = int(wanted.size()) - added;
    if (keep < int(m_shown.size())) {
        beginRemoveRows({}, keep, int(m_shown.size()) - 1);
        m_shown.resize(size_t(keep));
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, 0, added - 1);
        m_shown = std::move(wanted);
        endInsertRows();
    }
    if (!m_shown.empty()) // the ages
        Q_EMIT dataChanged(index(0, WhenColumn), index(rowCount() - 1, WhenColumn));
}

const ScoringCall *HistoryModel::call(int row) const
{
    return row >= 0 && row < int(m_shown.size()) ? &m_shown[size_t(row)] : nullptr;
}

int HistoryModel::rowOf(qint64 id) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [id](const auto &call) { return call.id == id; });
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int HistoryModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }
int HistoryModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const ScoringCall *entry = call(index.row());
    if (!entry)
        return {};
    const bool isWhat = index.column() == WhatColumn;
    switch (role) {
    case Qt::DisplayRole:
        if (isWhat)
            return callTitle(entry->request);
        return entry->status > 0 ? callTime(entry->ms) : u"–"_s;
    case CellRole::SecondLine:
        if (!isWhat)
            return entry->at ? callAge(*entry->at, nowUtc()) : QString();
        return entry->status > 0 ? u"%1, %2"_s.arg(entry->status).arg(entry->versionMark())
                                 : tr("no answer, %1", "%1 a version").arg(entry->versionMark());
    case CellRole::SecondInk:
        return isWhat && !entry->isSuccess() ? QVariant(int(Ink::Fail)) : QVariant();
    case CellRole::Glyph:
        return isWhat ? QVariant(int(entry->isSuccess() ? Glyph::Good : Glyph::Failed)) : QVariant();
    case Qt::TextAlignmentRole:
        return int((isWhat ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace mooring
