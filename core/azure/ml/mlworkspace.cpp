#include "core/azure/ml/mlworkspace.h"

#include "core/azure/http/jsonreply.h"
#include "core/base/text.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlWorkspace", text); }

const QString kProvider = u"Microsoft.MachineLearningServices"_s;
const QString kType = u"workspaces"_s;

} // namespace

Json MlWorkspace::toListJson(bool isDefault) const
{
    return {{"name", toStd(name)},
            {"kind", "azureml"},
            {"resourceId", toStd(id.text)},
            {"default", isDefault},
            {"cloud", toStd(cloud)}};
}

Json MlWorkspace::toStoreJson() const
{
    return {
        {"name", toStd(name)}, {"cloud", toStd(cloud)}, {"tenant", textOrNull(tenant)}, {"resourceId", toStd(id.text)}};
}

Result<MlWorkspace> MlWorkspace::fromStoreJson(const Json &value)
{
    const auto id = parseId(stringAt(value, "resourceId"));
    if (!id)
        return id.error();
    MlWorkspace workspace{stringAt(value, "name"), stringAt(value, "cloud"), stringAt(value, "tenant"), *id};
    if (!isPlainName(workspace.name))
        return Error::failed(u"workspace.unreadable"_s, tr("A stored workspace has no name.")).withDetail(value);
    return workspace;
}

Result<ArmId> MlWorkspace::parseId(const QString &resourceId) { return ArmId::parseOf(resourceId, kProvider, kType); }

ArmId MlWorkspace::idOf(const QString &subscription, const QString &group, const QString &workspace)
{
    return ArmId::of(subscription, group, kProvider, kType, workspace);
}

Result<ArmId> MlWorkspace::idFromConfig(const QByteArray &config)
{
    const auto bad = [](const QString &cause) {
        return Error::usage(u"workspace.badConfig"_s, tr("This is no config.json of an Azure ML workspace."))
            .withCause(cause)
            .withFix(tr("Download it from the workspace's page in Azure ML studio or in the Azure portal."));
    };
    const auto value = parseJson(config);
    if (!value)
        return bad(value.error().text());
    if (!value->is_object())
        return bad(tr("It is no JSON object."));
    if (const QString scope = stringAt(*value, "Scope"); !scope.isEmpty())
        return parseId(scope);
    const QString subscription = stringAt(*value, "subscription_id");
    const QString group = stringAt(*value, "resource_group");
    const QString workspace = stringAt(*value, "workspace_name");
    for (const auto &[key, text] : {std::pair("subscription_id", subscription), std::pair("resource_group", group),
                                    std::pair("workspace_name", workspace)}) {
        if (text.isEmpty())
            return bad(tr("%1 is missing.").arg(QLatin1String(key)));
    }
    return parseId(idOf(subscription, group, workspace).text);
}

} // namespace mooring
