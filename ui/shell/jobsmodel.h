#pragma once

#include "core/jobs/jobrunner.h"
#include "ui/widgets/onceaframe.h"

#include <QAbstractListModel>

#include <set>

namespace mooring {

/// The jobs of the activity drawer, newest first. Changes are announced at most once a frame, those of all jobs
/// together.
class JobsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { GlyphRole = Qt::UserRole, LineRole, PartRole, ElapsedRole, EndedRole };

    explicit JobsModel(JobRunner &jobs, QObject *parent = nullptr);

    Job *job(const QModelIndex &index) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Repaints the elapsed times of what runs.
    void tick();

private:
    void changed(Job *job);
    void announce();

    std::vector<Job *> m_jobs; ///< newest first; until the runner removes them
    std::set<const Job *> m_changed;
    OnceAFrame m_announce{[this] { announce(); }};
};

} // namespace mooring
