#pragma once

#include "ui/azure/targets/mlworkplace.h"
#include "ui/runs/wizard/rundesk.h"

#include <QCoreApplication>

namespace mooring {

class OpenWorkspace;

/// The targets of the open Azure ML workspace: runs there are command jobs.
class MlRunDesk : public RunDesk
{
    Q_DECLARE_TR_FUNCTIONS(mooring::MlRunDesk)
public:
    /// `open` must outlive the desk.
    MlRunDesk(std::shared_ptr<MlWorkplace> workplace, OpenWorkspace &open)
        : m_workplace(std::move(workplace)), m_open(open)
    {
    }

    QString workspace() const override { return m_workplace->name(); }
    QStringList command(const RunSettings &settings) const override;
    QStringList whatHappens() const override;
    EnvironmentOffer firstOffer(const RunSettings &settings) const override;
    void begun() override;

    TargetChoices targets() override;
    Result<RunSettings> settingsOf(const QString &run) override;
    Result<FilesReport> files(const QString &source, JobContext &job) override;
    EnvironmentOffer offer(const RunSettings &settings) override { return firstOffer(settings); }
    Result<EnvironmentForecast> forecast(const RunSettings &settings, JobContext &job) override;
    Result<QString> submit(const RunSettings &settings, JobContext &job) override;

private:
    std::shared_ptr<MlWorkplace> m_workplace;
    OpenWorkspace &m_open;
};

/// The command line that submits this to a workspace of the profile's book, by its name there.
QStringList mlCommand(const QString &workspace, const RunSettings &settings);

/// What a choice means in Azure ML: the file's name, the image, or Azure ML's own image.
QString mlEnvironmentText(const EnvironmentChoice &choice);

} // namespace mooring
