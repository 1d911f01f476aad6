#include "ui/attach/wizard/homedesk.h"

#include "ui/attach/wizard/attachdraft.h"
#include "ui/attach/wizard/homeforms.h"

using namespace Qt::StringLiterals;

namespace mooring {

QString HomeDesk::reason(const TargetKind &kind)
{
    if (!kind.attachable())
        return kind.summary();
    return kind.needsAzureMl() ? tr("Needs an Azure ML workspace.") : QString();
}

Result<std::vector<Rung>> HomeDesk::ladder(const AttachRequest &request)
{
    const auto kind = m_kinds.require(request.kind);
    return kind ? Result<std::vector<Rung>>((*kind)->ladder(request.values)) : Result<std::vector<Rung>>(kind.error());
}

std::vector<SameAs> HomeDesk::sameAs(const TargetRecord &target, const FormValues &values, const QStringList &skipped)
{
    const Json facts = target.lastCheck ? target.lastCheck->facts : Json::object();
    QStringList command = attachCommand(target.kind, target.name, values, facts);
    for (const QString &rung : skipped)
        command << u"--skip-rung"_s << rung;
    return homeForms(target, command, m_kinds);
}

} // namespace mooring
