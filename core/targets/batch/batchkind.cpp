#include "core/targets/batch/batchkind.h"

#include "core/targets/describedkind.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Batch", text); }

std::vector<Field> fields()
{
    Field url = plainField(u"accountUrl"_s, tr("Account address"), tr("For using the account directly."));
    url.type = Field::Type::Url;
    return {plainField(u"accountName"_s, tr("Account"), tr("Name of the Batch account.")),
            groupField(),
            subscriptionField(),
            rareField(std::move(url)),
            rareField(secretField(u"accountKey"_s, tr("Account key"))),
            rareField(plainField(u"poolId"_s, tr("Pool"), tr("Where tasks run.")))};
}

RungResult look(const Json &resource)
{
    const Json properties = objectAt(resource, "properties");
    const QString state = stringAt(properties, "provisioningState");
    const QString address = stringAt(properties, "accountEndpoint");
    if (!state.isEmpty() && state != u"Succeeded")
        return RungResult::of(Verdict::Failed, {}, tr("The account is in the state %1.").arg(state));
    return RungResult::of(Verdict::Passed, {}, tr("A Batch account, served at %1.").arg(address));
}

AzureAttachment azure()
{
    AzureAttachment is;
    is.types = QStringList{u"Batch"_s};
    is.fields = fields();
    is.nameField = u"accountName"_s;
    is.resources = {{u"Microsoft.Batch"_s, u"batchAccounts"_s}};
    is.apiVersion = u"2024-07-01"_s;
    is.look = look;
    is.isPublished = false;
    is.sent = QStringList{tr("Nothing goes to Azure ML: none of its published API versions takes a Batch account. "
                             "Mooring keeps the attachment in this profile.")};
    return is;
}

} // namespace

std::unique_ptr<TargetKind> makeBatchKind()
{
    KindDescription is;
    is.id = u"batch"_s;
    is.iconName = u"batch"_s;
    is.title = [] { return u"Azure Batch"_s; };
    is.summary = [] { return tr("A Batch account, for steps of pipelines. Kept as Mooring's own record."); };
    is.fields = fields;
    is.can = {true, false, {}, {}};
    is.azure = azure;
    return std::make_unique<DescribedKind>(std::move(is));
}

} // namespace mooring
