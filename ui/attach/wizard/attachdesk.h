#pragma once

#include "core/azure/ml/mltargets.h"
#include "ui/widgets/sameasbox.h"

namespace mooring {

/// Where targets are attached to: the workspace of this computer, or one of Azure ML. What differs for the wizard.
/// Shared with jobs that outlive a page. The first part answers at once, on any thread; the rest blocks.
class AttachDesk
{
public:
    virtual ~AttachDesk() = default;

    virtual QString workspace() const { return {}; } ///< as OpenWorkspace names it
    /// Why a kind cannot be attached here, a whole sentence; empty: it can.
    virtual QString reasonAgainst(const TargetKind &kind) const = 0;
    virtual std::vector<Field> fields(const TargetKind &kind) const = 0;
    /// What is attached goes to a service: it is rehearsed first, shown (sending), and goes out only when the person
    /// agrees.
    virtual bool isElsewhere() const { return false; }

    virtual Result<std::vector<TargetRecord>> targets() = 0;
    virtual Result<TargetRecord> find(const QString &name) = 0;
    /// The rungs from the start on; their functions are not called.
    virtual Result<std::vector<Rung>> ladder(const AttachRequest &request) = 0;
    virtual Result<CheckOutcome> attach(const AttachRequest &request, JobContext &job,
                                        const TargetService::OnRung &onRung) = 0;
    /// Without secrets in it. `values`: the form, `facts`: of the ladder, `skipped`: rungs that were left out.
    virtual std::vector<SameAs> sameAs(const TargetRecord &target, const FormValues &values,
                                       const QStringList &skipped) = 0;

    // Only where isElsewhere():
    virtual Result<CheckOutcome> rehearse(const AttachRequest &request, JobContext &job,
                                          const TargetService::OnRung &onRung)
    {
        return attach(request, job, onRung);
    }
    virtual Result<MlSending> sending(const AttachRequest & /*request*/) { return MlSending(); }
    virtual Result<DetachReport> detach(const QString & /*target*/, JobContext & /*job*/) { return DetachReport(); }
};

} // namespace mooring
