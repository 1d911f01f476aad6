#pragma once

#include "core/targets/ssh/sshsettings.h"
#include "core/targets/ssh/sshsetup.h"
#include "core/targets/targetexporter.h"
#include "core/transport/ssh/sshlink.h"

#include <mutex>

namespace mooring {

/// Any Linux machine that a person can reach with SSH. Thread-safe.
class SshKind : public TargetKind, public TargetExporter
{
public:
    /// Without `setup.trust` it can be described, not used.
    explicit SshKind(SshSetup setup) : m_setup(std::move(setup)) {}

    QString id() const override;
    QString title() const override;
    QString summary() const override;
    QString iconName() const override;
    std::vector<Field> fields() const override;
    Capabilities capabilities() const override;
    std::vector<Requirement> requirements() const override;
    std::optional<AzureAttachment> azure() const override;
    std::vector<Rung> ladder(const FormValues &values) const override;
    QString identity(const FormValues &values, const Json &facts) const override;
    Result<std::shared_ptr<RunHost>> makeRunHost(const FormValues &values, const Json &facts) const override;
    std::vector<FoundTarget> found() const override;
    std::optional<Result<QByteArray>> exportAs(const QString &form, const TargetRecord &target) const override;

private:
    /// One link for the same way in and the same sign-in: what a ladder has connected serves the runs that follow. It
    /// closes its connection by itself when nobody uses it.
    std::shared_ptr<SshLink> linkFor(const SshSettings &settings) const;

    SshSetup m_setup;
    mutable std::mutex m_mutex;
    mutable std::map<QString, std::shared_ptr<SshLink>> m_links;
};

} // namespace mooring
