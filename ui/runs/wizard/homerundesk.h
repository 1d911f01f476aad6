#pragma once

#include "ui/runs/wizard/rundesk.h"

#include <QCoreApplication>

namespace mooring {

struct AppContext;

/// The targets of this computer's workspace.
class HomeRunDesk : public RunDesk
{
    Q_DECLARE_TR_FUNCTIONS(mooring::HomeRunDesk)
public:
    /// The context must outlive the desk.
    explicit HomeRunDesk(const AppContext &context) : m_context(context) {}

    QString defaultTarget() const override;
    QString targetTitle(const QString &target) const override;
    bool isHere(const QString &target) const override { return target == defaultTarget(); }
    QStringList whatHappens() const override;
    EnvironmentOffer firstOffer(const RunSettings &settings) const override;
    void begun() override;

    TargetChoices targets() override;
    Result<RunSettings> settingsOf(const QString &run) override;
    Result<FilesReport> files(const QString &source, JobContext &job) override;
    EnvironmentOffer offer(const RunSettings &settings) override;
    Result<EnvironmentForecast> forecast(const RunSettings &settings, JobContext &job) override;
    Result<QString> submit(const RunSettings &settings, JobContext &job) override;

private:
    const AppContext &m_context;
};

} // namespace mooring
