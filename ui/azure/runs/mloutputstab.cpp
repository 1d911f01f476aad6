#include "ui/azure/runs/mloutputstab.h"

#include "core/jobs/jobrunner.h"
#include "ui/context/appcontext.h"
#include "ui/runs/runoutputs.h"

#include <QFileDialog>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

MlOutputsTab::MlOutputsTab(const AppContext &context, std::shared_ptr<MlWorkplace> workplace, QWidget *parent)
    : QWidget(parent), m_context(context), m_workplace(std::move(workplace)), m_list(new RunOutputs)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    connect(m_list, &RunOutputs::fetchWanted, this, &MlOutputsTab::chooseFolder);
}

void MlOutputsTab::setSeen(const MlRunSeen &seen)
{
    m_run = *seen.run;
    if (seen.outputs)
        m_outputs = *seen.outputs;
    showOutputs();
}

void MlOutputsTab::showOutputs()
{
    OutputsView view;
    for (const MlOutput &output : m_outputs)
        view.files.push_back({output.path.toUtf8(), output.size.value_or(kUnknownSize), output.sha256});
    view.folder = m_folder;
    view.machine = m_workplace->name();
    view.live = m_run && !isEnded(m_run->state);
    view.fetching = m_fetch != nullptr;
    view.asksWhere = true;
    m_list->setOutputs(view);
}

void MlOutputsTab::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Choose a folder for the outputs"));
    dialog->setObjectName(u"fetchFolderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &MlOutputsTab::fetch);
    dialog->open();
}

void MlOutputsTab::fetch(const QString &folder)
{
    if (m_fetch || !m_run)
        return;
    const auto work = [workplace = m_workplace, run = *m_run, folder](JobContext &job) -> Result<> {
        const auto session = workplace->session();
        if (!session)
            return session.error();
        const auto fetched = fetchMlOutputs((*session)->runs.history(run), folder, job);
        return fetched ? Result<>() : Result<>(fetched.error());
    };
    m_fetch = m_context.jobs.start(tr("Fetch the outputs of %1", "a run").arg(m_run->name), work);
    connect(m_fetch, &Job::finished, this, [this, job = m_fetch.data(), folder] {
        m_fetch = nullptr;
        if (job->state() == Job::State::Succeeded)
            m_folder = folder;
        else
            Q_EMIT failed(job->error());
        showOutputs();
    });
    showOutputs();
}

} // namespace mooring
