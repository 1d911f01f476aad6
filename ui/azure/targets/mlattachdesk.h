#pragma once

#include "ui/attach/wizard/attachdesk.h"
#include "ui/azure/targets/mlworkplace.h"

namespace mooring {

/// Attaching into the open workspace of Azure ML.
class MlAttachDesk : public AttachDesk
{
    Q_DECLARE_TR_FUNCTIONS(mooring::MlAttachDesk)
public:
    explicit MlAttachDesk(std::shared_ptr<MlWorkplace> workplace) : m_workplace(std::move(workplace)) {}

    QString workspace() const override { return m_workplace->name(); }
    QString reasonAgainst(const TargetKind &kind) const override;
    std::vector<Field> fields(const TargetKind &kind) const override;
    bool isElsewhere() const override { return true; }
    Result<std::vector<TargetRecord>> targets() override;
    Result<TargetRecord> find(const QString &name) override;
    Result<std::vector<Rung>> ladder(const AttachRequest &request) override;
    Result<CheckOutcome> rehearse(const AttachRequest &request, JobContext &job,
                                  const TargetService::OnRung &onRung) override;
    Result<MlSending> sending(const AttachRequest &request) override;
    Result<CheckOutcome> attach(const AttachRequest &request, JobContext &job,
                                const TargetService::OnRung &onRung) override;
    Result<DetachReport> detach(const QString &target, JobContext &job) override;
    std::vector<SameAs> sameAs(const TargetRecord &target, const FormValues &values,
                               const QStringList &skipped) override;

private:
    std::shared_ptr<MlWorkplace> m_workplace;
};

/// A target as commands and code; what a tool cannot make says so, with what can. Contacts nothing.
std::vector<SameAs> formsOf(const MlTarget &target, const MlWorkspace &workspace);

} // namespace mooring
