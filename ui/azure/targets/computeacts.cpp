#include "ui/azure/targets/computeacts.h"

#include "core/jobs/jobrunner.h"
#include "ui/attach/detach/servicedetachdialog.h"
#include "ui/context/openworkspace.h"

using namespace Qt::StringLiterals;

namespace mooring {

ComputeActs::ComputeActs(const AppContext &context, std::shared_ptr<MlWorkplace> workplace, const QString &target,
                         QWidget *page)
    : QObject(page), m_context(context), m_workplace(std::move(workplace)), m_target(target), m_page(page)
{
}

void ComputeActs::begin(const QString &title, const QString &sentence, const QString &failure, const Work &work,
                        std::function<void()> then)
{
    if (m_job)
        return;
    m_job = m_context.jobs.start(title, [workplace = m_workplace, work](JobContext &job) -> Result<> {
        const auto session = workplace->session();
        return session ? work((*session)->targets, job) : Result<>(session.error());
    });
    Q_EMIT goesOn(sentence);
    connect(m_job, &Job::finished, this, [this, job = m_job.data(), failure, then = std::move(then)] {
        m_job = nullptr;
        Q_EMIT goesOn({});
        m_context.openWorkspace.noteChange();
        if (job->state() == Job::State::Succeeded)
            then();
        else if (isLostSight(*job))
            Q_EMIT lostSight(job->error());
        else
            Q_EMIT failed(failure, job->error());
    });
}

void ComputeActs::cancel()
{
    if (m_job)
        m_job->cancel();
}

void ComputeActs::detach(const QStringList &left, bool isOwnRecord, bool keepsSecrets)
{
    if (m_job)
        return;
    auto *dialog = new ServiceDetachDialog({m_target, left, isOwnRecord, keepsSecrets}, m_page);
    connect(dialog, &QDialog::accepted, this, [this] {
        const auto report = std::make_shared<DetachReport>(); // written by the work before it ends, read after
        const auto work = [target = m_target, report](MlTargets &targets, JobContext &job) -> Result<> {
            auto gone = targets.detach(target, job);
            if (!gone)
                return gone.error();
            *report = std::move(*gone);
            return {};
        };
        begin(tr("Detach %1", "a target").arg(m_target), tr("Detaching %1.", "a target").arg(m_target),
              tr("%1 was not detached.", "a target").arg(m_target), work, [this, report] { Q_EMIT detached(*report); });
    });
    dialog->open();
}

void ComputeActs::act(const QString &word, const QString &title, const QString &sentence)
{
    const auto work = [target = m_target, word](MlTargets &targets, JobContext &job) -> Result<> {
        const auto changed = targets.act(target, word, job);
        return changed ? Result<>() : Result<>(changed.error());
    };
    begin(title, sentence, tr("%1 is not as you wanted it.", "a target").arg(m_target), work,
          [this] { Q_EMIT done(); });
}

void ComputeActs::start()
{
    act(u"start"_s, tr("Start %1", "a target").arg(m_target), tr("Starting %1. It costs from now on.").arg(m_target));
}

void ComputeActs::stop()
{
    auto *dialog = new DecisionDialog(
        tr("Stop %1", "a target").arg(m_target),
        tr("What runs on it ends. Its disk stays and still costs, and so does its address."), m_page);
    dialog->setObjectName(u"stopDialog"_s);
    dialog->setDanger(tr("Stop"));
    connect(dialog, &QDialog::accepted, this, [this] {
        act(u"stop"_s, tr("Stop %1", "a target").arg(m_target), tr("Stopping %1.", "a target").arg(m_target));
    });
    dialog->open();
}

void ComputeActs::restart()
{
    auto *dialog = new DecisionDialog(tr("Restart %1", "a target").arg(m_target),
                                      tr("What runs on it ends. Its disk stays as it is."), m_page);
    dialog->setObjectName(u"restartDialog"_s);
    dialog->setDanger(tr("Restart"));
    connect(dialog, &QDialog::accepted, this, [this] {
        act(u"restart"_s, tr("Restart %1", "a target").arg(m_target), tr("Restarting %1.", "a target").arg(m_target));
    });
    dialog->open();
}

void ComputeActs::resize(int least, int most, int idleSeconds)
{
    const auto work = [target = m_target, least, most, idleSeconds](MlTargets &targets, JobContext &job) -> Result<> {
        const auto changed = targets.resize(target, least, most, idleSeconds, job);
        return changed ? Result<>() : Result<>(changed.error());
    };
    begin(tr("Resize %1", "a target").arg(m_target), tr("Resizing %1.", "a target").arg(m_target),
          tr("%1 was not resized.", "a target").arg(m_target), work, [this] { Q_EMIT done(); });
}

void ComputeActs::remove()
{
    if (m_job)
        return;
    auto *dialog = new DecisionDialog(tr("Delete %1", "a target").arg(m_target),
                                      tr("Its machines and their disks go, with all that is on them. Runs keep their "
                                         "history."),
                                      m_page);
    dialog->setObjectName(u"deleteDialog"_s);
    dialog->addStatement(Glyph::Warning, tr("What was only on its disks exists nowhere else."));
    dialog->askName(m_target);
    dialog->setDanger(tr("Delete"));
    connect(dialog, &QDialog::accepted, this, [this] {
        const auto work = [target = m_target](MlTargets &targets, JobContext &job) {
            return targets.remove(target, job);
        };
        begin(tr("Delete %1", "a target").arg(m_target), tr("Deleting %1.", "a target").arg(m_target),
              tr("%1 was not deleted.", "a target").arg(m_target), work, [this] { Q_EMIT removed(); });
    });
    dialog->open();
}

} // namespace mooring
