#include "core/targets/ssh/sshform.h"
#include "core/targets/ssh/sshkind.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Ssh", text); }

/// Azure ML finds the machine by its resource ID; the address is only for looking at it from here.
std::vector<Field> azureFields()
{
    std::vector<Field> fields = sshFields();
    for (Field &field : fields) {
        field.required = field.id == u"resourceId" || field.id == u"user";
        if (field.required)
            field.rare = false;
        if (field.id == u"resourceId")
            field.help = tr("Of the virtual machine in Azure: Ubuntu, with a public address.");
        else if (field.id == u"address")
            field.help =
                tr("Only to look at it from here first: a name, an alias of ~/.ssh/config, or user@host:port.");
        else if (field.id == u"user")
            field.help = tr("Azure ML signs in there with it.");
    }
    std::stable_partition(fields.begin(), fields.end(), [](const Field &field) { return field.required; });
    std::stable_partition(fields.begin(), fields.end(), [](const Field &field) { return field.id == u"resourceId"; });
    return fields;
}

RungResult look(const Json &resource)
{
    const Json properties = objectAt(resource, "properties");
    const Json storage = objectAt(properties, "storageProfile");
    const Json image = objectAt(storage, "imageReference");
    const QString system = stringAt(objectAt(storage, "osDisk"), "osType");
    const QString offer = stringAt(image, "publisher") + u'/' + stringAt(image, "offer");
    if (!system.isEmpty() && system.compare(u"Linux"_s, Qt::CaseInsensitive) != 0)
        return RungResult::of(Verdict::Failed, {}, tr("A machine with %1; Azure ML supports Ubuntu only.").arg(system));
    const bool isUbuntu =
        offer.contains(u"ubuntu"_s, Qt::CaseInsensitive) || offer.contains(u"dsvm"_s, Qt::CaseInsensitive);
    if (!isUbuntu)
        return RungResult::of(Verdict::Warned, {},
                              tr("The image (%1) does not say Ubuntu, the only system that Azure ML "
                                 "supports.")
                                  .arg(offer));
    return RungResult::of(Verdict::Passed, {}, tr("A Linux machine of the image %1.").arg(offer));
}

} // namespace

std::optional<AzureAttachment> SshKind::azure() const
{
    AzureAttachment is;
    is.types = is.jobTypes = QStringList{u"VirtualMachine"_s};
    is.fields = azureFields();
    is.idField = u"resourceId"_s;
    is.resources = {{u"Microsoft.Compute"_s, u"virtualMachines"_s}};
    is.apiVersion = u"2024-07-01"_s;
    is.properties = sshAccountOf;
    is.look = look;
    is.localRungs = QStringList{u"lookup"_s, u"connect"_s, u"banner"_s, u"hostKey"_s, u"signIn"_s};
    is.localField = u"address"_s;
    is.sent = QStringList{
        tr("The user with password or key goes to Azure ML, which signs in from its own addresses (a public address is "
           "needed) and adds a key of its own to the machine's authorized_keys."),
        tr("Who may list the keys of the workspace's computes can read the password or key there.")};
    is.left = QStringList{tr("The key that Azure ML added to the machine's authorized_keys, if it did.")};
    return is;
}

} // namespace mooring
