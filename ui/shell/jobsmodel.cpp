#include "ui/shell/jobsmodel.h"

#include "core/base/text.h"
#include "ui/workspace/stateglyphs.h"

#include <algorithm>

namespace mooring {

namespace {

bool isRunning(const Job &job) { return job.state() == Job::State::Waiting || job.state() == Job::State::Running; }

} // namespace

JobsModel::JobsModel(JobRunner &jobs, QObject *parent) : QAbstractListModel(parent)
{
    for (const auto &job : jobs.jobs())
        m_jobs.insert(m_jobs.begin(), job.get());
    connect(&jobs, &JobRunner::added, this, [this](Job *job) {
        beginInsertRows({}, 0, 0);
        m_jobs.insert(m_jobs.begin(), job);
        endInsertRows();
    });
    connect(&jobs, &JobRunner::removed, this, [this](Job *job) {
        const auto found = std::find(m_jobs.begin(), m_jobs.end(), job);
        if (found == m_jobs.end())
            return;
        const int row = int(found - m_jobs.begin());
        beginRemoveRows({}, row, row);
        m_jobs.erase(found);
        m_changed.erase(job);
        endRemoveRows();
    });
    connect(&jobs, &JobRunner::changed, this, &JobsModel::changed);
    connect(&jobs, &JobRunner::ended, this, &JobsModel::changed);
}

void JobsModel::changed(Job *job)
{
    m_changed.insert(job);
    m_announce.ask();
}

/// One range for all: what a view does for each announcement costs more than painting some rows that stayed the same.
void JobsModel::announce()
{
    int first = -1, last = -1;
    for (int row = 0; row < int(m_jobs.size()); ++row) {
        if (!m_changed.contains(m_jobs[size_t(row)]))
            continue;
        first = first < 0 ? row : first;
        last = row;
    }
    m_changed.clear();
    if (first >= 0)
        Q_EMIT dataChanged(index(first), index(last));
}

void JobsModel::tick()
{
    for (Job *job : m_jobs) {
        if (isRunning(*job))
            changed(job);
    }
}

Job *JobsModel::job(const QModelIndex &index) const
{
    return index.isValid() && index.row() < int(m_jobs.size()) ? m_jobs[size_t(index.row())] : nullptr;
}

int JobsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_jobs.size()); }

QVariant JobsModel::data(const QModelIndex &index, int role) const
{
    const Job *job = this->job(index);
    if (!job)
        return {};
    const bool ended = !isRunning(*job);
    const auto line = [&]() -> QString {
        switch (job->state()) {
        case Job::State::Succeeded:
            return tr("Done");
        case Job::State::Failed:
            return job->error().text();
        case Job::State::Canceled:
            return tr("Canceled");
        default:
            return job->isCancelRequested() ? tr("Canceling: %1").arg(job->step()) : job->step();
        }
    };
    switch (role) {
    case Qt::DisplayRole:
        return job->title();
    case Qt::ToolTipRole:
        return line();
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3", "title, current line, elapsed")
            .arg(job->title(), line(), humanDuration(job->elapsedMs()));
    case GlyphRole:
        return int(glyphOf(job->state()));
    case LineRole:
        return line();
    case PartRole:
        return !ended && job->progressTotal() > 0 ? double(job->progressDone()) / double(job->progressTotal()) : -1.0;
    case ElapsedRole:
        return humanDuration(job->elapsedMs());
    case EndedRole:
        return ended;
    default:
        return {};
    }
}

} // namespace mooring
