#pragma once

#include "core/targets/local/localsetup.h"
#include "core/targets/targetkind.h"

namespace mooring {

/// This computer: no form, never attached, always there under the name "local".
class LocalKind : public TargetKind
{
public:
    explicit LocalKind(LocalSetup setup) : m_setup(std::move(setup)) {}

    QString id() const override;
    QString title() const override;
    QString summary() const override;
    QString iconName() const override;
    std::vector<Field> fields() const override { return {}; }
    Capabilities capabilities() const override;
    bool attachable() const override { return false; }
    std::optional<TargetRecord> builtinTarget() const override;
    std::vector<Rung> ladder(const FormValues &values) const override;
    QString identity(const FormValues &values, const Json &facts) const override;
    Result<std::shared_ptr<RunHost>> makeRunHost(const FormValues &values, const Json &facts) const override;

private:
    LocalSetup m_setup;
};

} // namespace mooring
