#pragma once

#include "ui/azure/targets/mlworkplace.h"

#include "core/jobs/job.h"

#include <QObject>
#include <QPointer>

namespace mooring {

/// What can be done to one target of the open workspace from its page: detach it, or, where the workspace made it,
/// start, stop, restart, resize and delete. Asks where something ends or goes; each is a job. Window's thread.
class ComputeActs : public QObject
{
    Q_OBJECT
public:
    /// `page`: over which questions stand.
    ComputeActs(const AppContext &context, std::shared_ptr<MlWorkplace> workplace, const QString &target,
                QWidget *page);

    /// `isOwnRecord`: Azure ML does not know of it. `keepsSecrets`: in the keychain.
    void detach(const QStringList &left, bool isOwnRecord, bool keepsSecrets);
    void start();
    void stop();
    void restart();
    void resize(int least, int most, int idleSeconds);
    /// Asks for the name.
    void remove();
    bool isBusy() const { return m_job != nullptr; }
    void cancel();

Q_SIGNALS:
    /// What goes on, for the page's banner; empty: nothing.
    void goesOn(const QString &sentence);
    void failed(const QString &what, const mooring::Error &error);
    /// It was stopped or Azure cannot be asked: it may go on there.
    void lostSight(const mooring::Error &error);
    void done(); ///< it is still there, and not as it was
    void detached(const mooring::DetachReport &report);
    void removed();

private:
    using Work = std::function<Result<>(MlTargets &targets, JobContext &job)>;
    void begin(const QString &title, const QString &sentence, const QString &failure, const Work &work,
               std::function<void()> then);
    void act(const QString &word, const QString &title, const QString &sentence);

    const AppContext &m_context;
    std::shared_ptr<MlWorkplace> m_workplace;
    QString m_target;
    QWidget *m_page;
    QPointer<Job> m_job;
};

} // namespace mooring
