#include "ui/azure/targets/mlattachdesk.h"

#include "core/azure/ml/targetexport.h"

using namespace Qt::StringLiterals;

namespace mooring {

std::vector<SameAs> formsOf(const MlTarget &target, const MlWorkspace &workspace)
{
    const std::pair<QString, QString> languages[] = {{u"mooring"_s, MlAttachDesk::tr("Command")},
                                                     {u"sdk"_s, u"Python"_s},
                                                     {u"cli"_s, u"az ml"_s},
                                                     {u"terraform"_s, u"Terraform"_s}};
    std::vector<SameAs> forms;
    for (const auto &[id, title] : languages)
        forms.push_back({id, title, codeText(exportTarget(target, workspace, id))});
    return forms;
}

QString MlAttachDesk::reasonAgainst(const TargetKind &kind) const
{
    if (!kind.attachable())
        return kind.summary();
    return kind.azure() ? QString() : tr("Azure ML does not take it.");
}

std::vector<Field> MlAttachDesk::fields(const TargetKind &kind) const
{
    const auto azure = kind.azure();
    if (!azure)
        return {};
    std::vector<Field> fields = azure->fields;
    for (Field &field : fields) { // the only one that can say which resource is meant
        if ((field.id == azure->idField && azure->nameField.isEmpty()) ||
            (field.id == azure->nameField && azure->idField.isEmpty()))
            field.required = true;
    }
    return fields;
}

Result<std::vector<TargetRecord>> MlAttachDesk::targets()
{
    const auto session = m_workplace->session();
    if (!session)
        return session.error();
    const auto targets = (*session)->targets.targets({});
    if (!targets)
        return targets.error();
    std::vector<TargetRecord> records;
    for (const MlTarget &target : *targets)
        records.push_back(target.record);
    return records;
}

Result<TargetRecord> MlAttachDesk::find(const QString &name)
{
    const auto session = m_workplace->session();
    if (!session)
        return session.error();
    const auto target = (*session)->targets.find(name, {});
    return target ? Result<TargetRecord>(target->record) : Result<TargetRecord>(target.error());
}

Result<std::vector<Rung>> MlAttachDesk::ladder(const AttachRequest &request)
{
    const auto session = m_workplace->session();
    return session ? (*session)->targets.attachLadder(request) : Result<std::vector<Rung>>(session.error());
}

Result<CheckOutcome> MlAttachDesk::rehearse(const AttachRequest &request, JobContext &job,
                                            const TargetService::OnRung &onRung)
{
    const auto session = m_workplace->session();
    return session ? (*session)->targets.rehearse(request, job, onRung) : Result<CheckOutcome>(session.error());
}

Result<MlSending> MlAttachDesk::sending(const AttachRequest &request)
{
    const auto session = m_workplace->session();
    return session ? (*session)->targets.sending(request, {}) : Result<MlSending>(session.error());
}

Result<CheckOutcome> MlAttachDesk::attach(const AttachRequest &request, JobContext &job,
                                          const TargetService::OnRung &onRung)
{
    const auto session = m_workplace->session();
    return session ? (*session)->targets.attach(request, job, onRung) : Result<CheckOutcome>(session.error());
}

Result<DetachReport> MlAttachDesk::detach(const QString &target, JobContext &job)
{
    const auto session = m_workplace->session();
    return session ? (*session)->targets.detach(target, job) : Result<DetachReport>(session.error());
}

/// From what the service made of it.
std::vector<SameAs> MlAttachDesk::sameAs(const TargetRecord &target, const FormValues &, const QStringList &)
{
    const auto session = m_workplace->session();
    if (!session)
        return {};
    const auto made = (*session)->targets.find(target.name, {});
    return made ? formsOf(*made, (*session)->targets.workspace()) : std::vector<SameAs>();
}

} // namespace mooring
