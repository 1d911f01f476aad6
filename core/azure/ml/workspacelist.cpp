#include "core/azure/ml/workspacelist.h"

#include "core/azure/ml/mlworkspace.h"
#include "core/base/text.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlWorkspace", text); }

QString nameAt(const Json &properties, const char *key)
{
    const auto id = ArmId::parse(stringAt(properties, key));
    return id ? id->name : QString();
}

} // namespace

bool ListedWorkspace::hasTargets() const
{
    return kind.isEmpty() || kind.compare(u"Default"_s, Qt::CaseInsensitive) == 0;
}

std::optional<ListedWorkspace> ListedWorkspace::read(const Json &entry)
{
    const auto id = MlWorkspace::parseId(stringAt(entry, "id"));
    if (!id)
        return {};
    ListedWorkspace listed;
    listed.id = *id;
    listed.location = stringAt(entry, "location");
    listed.kind = stringAt(entry, "kind");
    const auto properties = entry.find("properties");
    if (properties == entry.end() || !properties->is_object())
        return listed;
    listed.state = stringAt(*properties, "provisioningState");
    listed.workspaceId = stringAt(*properties, "workspaceId");
    listed.storage = nameAt(*properties, "storageAccount");
    listed.registry = nameAt(*properties, "containerRegistry");
    listed.isPublic = stringAt(*properties, "publicNetworkAccess").compare(u"Disabled"_s, Qt::CaseInsensitive) != 0;
    listed.isLegacy = boolAt(*properties, "v1LegacyMode");
    return listed;
}

Result<std::vector<ListedWorkspace>> listWorkspaces(const ArmClient &client, const QString &subscription,
                                                    const CancelToken &cancel)
{
    const QString path =
        u"/subscriptions/%1/providers/Microsoft.MachineLearningServices/workspaces"_s.arg(pathSegment(subscription));
    const auto list = client.list(
        {"GET", path, u"2024-10-01"_s, tr("The workspaces of a subscription could not be listed.")}, cancel);
    if (!list)
        return list.error();
    std::vector<ListedWorkspace> found;
    for (const Json &entry : *list) {
        if (auto listed = ListedWorkspace::read(entry))
            found.push_back(std::move(*listed));
    }
    return found;
}

} // namespace mooring
