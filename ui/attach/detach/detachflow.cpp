#include "ui/attach/detach/detachflow.h"

#include "core/jobs/jobrunner.h"
#include "core/runs/outputfetch.h"
#include "core/workspace/workspace.h"
#include "ui/attach/detach/detachdialog.h"
#include "ui/context/appcontext.h"

namespace mooring {

DetachFlow::DetachFlow(const AppContext &context, const QString &target, QWidget *page)
    : QObject(page), m_context(context), m_target(target), m_page(page)
{
}

void DetachFlow::begin()
{
    if (m_job)
        return;
    const auto found = std::make_shared<Leftovers>(); // written by the work before it ends, read after
    m_job = m_context.jobs.start(tr("Look at what is on %1", "a target").arg(m_target),
                                 [targets = &m_context.targets, target = m_target, found](JobContext &job) -> Result<> {
                                     auto looked = targets->leftovers(target, job);
                                     if (!looked)
                                         return looked.error();
                                     *found = std::move(*looked);
                                     return {};
                                 });
    Q_EMIT goesOn(tr("Looking at what Mooring left on %1.", "a target").arg(m_target), true);
    connect(m_job, &Job::finished, this, [this, found, job = m_job.data()] {
        if (m_job != job)
            return; // asked without it
        m_job = nullptr;
        Q_EMIT goesOn({}, false);
        if (job->state() == Job::State::Succeeded)
            ask(*found);
        else if (job->state() == Job::State::Failed)
            Q_EMIT failed(job->error());
    });
}

void DetachFlow::askAtOnce()
{
    stop();
    m_job = nullptr;
    Q_EMIT goesOn({}, false);
    Leftovers unknown;
    unknown.target = m_target;
    unknown.trouble = Error::failed(QStringLiteral("detach.notLooked"), tr("Nobody looked."));
    ask(unknown);
}

void DetachFlow::stop()
{
    if (m_job)
        m_job->cancel();
}

void DetachFlow::ask(const Leftovers &found)
{
    auto *dialog = new DetachDialog(found, m_page);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { detach(dialog->choices()); });
    connect(dialog, &DecisionDialog::saferChosen, this, [this, dialog] { fetchFirst(dialog->onlyThere()); });
    dialog->open();
}

/// Then all is looked at anew: what is here now is no longer "only there".
void DetachFlow::fetchFirst(const QStringList &runs)
{
    if (m_job)
        return;
    const auto work = [service = &m_context.runs, workspace = &m_context.workspace, runs](JobContext &job) -> Result<> {
        for (const QString &id : runs) {
            const auto run = workspace->findRun(id);
            if (!run)
                return run.error();
            job.setStep(QStringLiteral("outputs"), tr("The outputs of %1", "a run").arg(run->name));
            if (const auto fetched = fetchOutputs(*service, *workspace, *run, {}, job); !fetched)
                return fetched.error();
        }
        return {};
    };
    m_job = m_context.jobs.start(tr("Fetch what is only on %1", "a target").arg(m_target), work);
    Q_EMIT goesOn(tr("Fetching what is only on %1. Nothing is detached yet.", "a target").arg(m_target), false);
    connect(m_job, &Job::finished, this, [this, job = m_job.data()] {
        m_job = nullptr;
        Q_EMIT goesOn({}, false);
        if (job->state() == Job::State::Succeeded)
            begin();
        else if (job->state() == Job::State::Failed)
            Q_EMIT failed(job->error());
    });
}

void DetachFlow::detach(const DetachChoices &choices)
{
    if (m_job)
        return;
    const auto report = std::make_shared<DetachReport>(); // written by the work before it ends, read after
    m_job = m_context.jobs.start(
        tr("Detach %1", "a target").arg(m_target),
        [targets = &m_context.targets, target = m_target, choices, report](JobContext &job) -> Result<> {
            auto done = targets->detach(target, choices, job);
            if (!done)
                return done.error();
            *report = std::move(*done);
            return {};
        });
    Q_EMIT goesOn(tr("Detaching %1.", "a target").arg(m_target), false);
    connect(m_job, &Job::finished, this, [this, report, job = m_job.data()] {
        m_job = nullptr;
        Q_EMIT goesOn({}, false);
        if (job->state() == Job::State::Succeeded)
            Q_EMIT detached(*report);
        else
            Q_EMIT failed(job->error());
    });
}

} // namespace mooring
