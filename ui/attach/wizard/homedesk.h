#pragma once

#include "ui/attach/wizard/attachdesk.h"

namespace mooring {

/// The workspace of this computer.
class HomeDesk : public AttachDesk
{
    Q_DECLARE_TR_FUNCTIONS(mooring::HomeDesk)
public:
    /// Both must outlive the desk.
    HomeDesk(const KindRegistry &kinds, TargetService &targets) : m_kinds(kinds), m_targets(targets) {}

    static QString reason(const TargetKind &kind); ///< empty: it can be attached at home
    QString reasonAgainst(const TargetKind &kind) const override { return reason(kind); }
    std::vector<Field> fields(const TargetKind &kind) const override { return kind.fields(); }
    Result<std::vector<TargetRecord>> targets() override { return m_targets.targets(); }
    Result<TargetRecord> find(const QString &name) override { return m_targets.find(name); }
    Result<std::vector<Rung>> ladder(const AttachRequest &request) override;
    Result<CheckOutcome> attach(const AttachRequest &request, JobContext &job,
                                const TargetService::OnRung &onRung) override
    {
        return m_targets.attach(request, job, onRung);
    }
    std::vector<SameAs> sameAs(const TargetRecord &target, const FormValues &values,
                               const QStringList &skipped) override;

private:
    const KindRegistry &m_kinds;
    TargetService &m_targets;
};

} // namespace mooring
