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
        endRemoveRows();
    });
    connect(&jobs, &JobRunner::changed, this, &JobsModel::announce);
    connect(&jobs, &JobRunner::ended, this, &JobsModel::announce);
}

void JobsModel::announce(Job *job)
{
    const auto found = std::find(m_jobs.begin(), m_jobs.end(), job);
    if (found == m_jobs.end())
        return;
    const QModelIndex at = index(int(found - m_jobs.begin()));
    Q_EMIT dataChanged(at, at);
}

void JobsModel::tick()
{
    for (Job *job : m_jobs) {
        if (isRunning(*job))
            announce(job);
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
