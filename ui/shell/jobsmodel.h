#pragma once

#include "core/jobs/jobrunner.h"

#include <QAbstractListModel>

namespace mooring {

/// The jobs of the activity drawer, newest first. Changes are announced at most once a frame.
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
    void announce(Job *job);

    std::vector<Job *> m_jobs; ///< newest first; until the runner removes them
};

} // namespace mooring
