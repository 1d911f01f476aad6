#pragma once

#include "ui/azure/runs/mlrunlook.h"

#include "core/jobs/job.h"

#include <QPointer>
#include <QWidget>

namespace mooring {

class RunOutputs;

/// The Outputs tab of an Azure ML run: the files that it left in outputs/, and the act that brings them into a folder
/// of the person's choice, as a job that outlives the page. Window's thread.
class MlOutputsTab : public QWidget
{
    Q_OBJECT
public:
    /// The context must outlive the tab.
    MlOutputsTab(const AppContext &context, std::shared_ptr<MlWorkplace> workplace, QWidget *parent = nullptr);

    void setSeen(const MlRunSeen &seen);
    const std::vector<MlOutput> &outputs() const { return m_outputs; }

Q_SIGNALS:
    void failed(const mooring::Error &error); ///< nothing was fetched, or not all

private:
    void chooseFolder();
    void fetch(const QString &folder);
    void showOutputs();

    const AppContext &m_context;
    std::shared_ptr<MlWorkplace> m_workplace;
    std::optional<RunRecord> m_run;
    std::vector<MlOutput> m_outputs;
    QString m_folder; ///< where all of them were fetched to; empty: nowhere yet
    QPointer<Job> m_fetch;
    RunOutputs *m_list;
};

} // namespace mooring
