#include "core/targets/ssh/resourceid.h"

#include "core/base/armid.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Ssh", text); }

Error wrong(const QString &sentence)
{
    return Error::usage(u"ssh.badResourceId"_s, sentence)
        .withFix(
            u"/subscriptions/SUBSCRIPTION/resourceGroups/GROUP/providers/Microsoft.Compute/virtualMachines/NAME"_s);
}

} // namespace

Result<VirtualMachineId> VirtualMachineId::parse(const QString &text)
{
    const auto id = ArmId::parse(text);
    if (!id)
        return wrong(id.error().message);
    const QString kind = id->provider + u'/' + id->type;
    if (kind.compare(u"Microsoft.Compute/virtualMachines"_s, Qt::CaseInsensitive) != 0)
        return wrong(tr("This is the ID of another kind of resource (%1), not of a virtual machine.").arg(kind));
    static const QRegularExpression good(u"^[\\w.-]{1,64}$"_s, QRegularExpression::UseUnicodePropertiesOption);
    if (!good.match(id->name).hasMatch())
        return wrong(
            tr("The name of the virtual machine in the resource ID has characters that Azure does not allow."));
    return VirtualMachineId{id->subscription.toLower(), id->resourceGroup, id->name};
}

QString VirtualMachineId::toString() const
{
    return u"/subscriptions/%1/resourceGroups/%2/providers/Microsoft.Compute/virtualMachines/%3"_s.arg(
        subscription, resourceGroup, name);
}

} // namespace mooring
