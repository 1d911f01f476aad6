#include "core/azure/ml/mlworkspacebook.h"

#include "core/base/text.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::MlWorkspace", text); }

const QString kKey = u"azure.workspaces"_s;
const QString kDefaultKey = u"workspace.default"_s;

} // namespace

Result<std::vector<MlWorkspace>> MlWorkspaceBook::all()
{
    const auto stored = m_workspace.setting(kKey);
    if (!stored)
        return stored.error();
    std::vector<MlWorkspace> all;
    for (const Json &entry : stored->is_array() ? *stored : Json::array()) {
        if (auto workspace = MlWorkspace::fromStoreJson(entry)) // one of a newer version does not hide the rest
            all.push_back(std::move(workspace).value());
    }
    return all;
}

Result<MlWorkspace> MlWorkspaceBook::find(const QString &name)
{
    const auto list = all();
    if (!list)
        return list.error();
    QStringList names{u"local"_s};
    for (const MlWorkspace &workspace : *list) {
        if (workspace.name == name)
            return workspace;
        names << workspace.name;
    }
    const QString nearest = nearestWord(name, names);
    return Error::usage(u"workspace.unknown"_s, tr("There is no workspace “%1” in this profile.").arg(name))
        .withFix(nearest.isEmpty() ? tr("There are: %1.").arg(names.join(u", "_s))
                                   : tr("Did you mean %1?").arg(nearest));
}

Result<> MlWorkspaceBook::add(const MlWorkspace &workspace)
{
    if (!isPlainName(workspace.name))
        return Error::usage(u"workspace.badName"_s, tr("“%1” cannot be the name of a workspace.").arg(workspace.name))
            .withFix(
                tr("A name has letters, digits, dots, hyphens and underscores, and starts with a letter or digit."));
    const auto list = all();
    if (!list)
        return list.error();
    for (const MlWorkspace &other : *list) {
        const bool isSame = other.id.key() == workspace.id.key() && other.cloud == workspace.cloud;
        if (other.name == workspace.name && isSame)
            return {};
        if (isSame)
            return Error::usage(u"workspace.alreadyThere"_s,
                                tr("This workspace is already here as %1.").arg(other.name))
                .withDetail({{"workspace", toStd(other.name)}});
        if (other.name.compare(workspace.name, Qt::CaseInsensitive) == 0)
            return Error::usage(u"workspace.nameTaken"_s, tr("There is already a workspace named %1.").arg(other.name))
                .withFix(tr("Choose another name, or remove that one first."));
    }
    if (isLocal(workspace.name.toLower()))
        return Error::usage(u"workspace.nameTaken"_s, tr("The workspace of this computer is named local."));
    Json stored = Json::array();
    for (const MlWorkspace &other : *list)
        stored.push_back(other.toStoreJson());
    stored.push_back(workspace.toStoreJson());
    return m_workspace.saveSetting(kKey, stored);
}

Result<> MlWorkspaceBook::remove(const QString &name)
{
    if (isLocal(name))
        return Error::usage(u"workspace.builtin"_s, tr("The workspace of this computer is always there."));
    if (const auto known = find(name); !known)
        return known.error();
    const auto chosen = defaultName();
    if (chosen && *chosen == name) {
        if (auto saved = m_workspace.saveSetting(kDefaultKey, nullptr); !saved)
            return saved;
    }
    const auto list = all();
    if (!list)
        return list.error();
    Json rest = Json::array();
    for (const MlWorkspace &other : *list) {
        if (other.name != name)
            rest.push_back(other.toStoreJson());
    }
    return m_workspace.saveSetting(kKey, rest);
}

Result<QString> MlWorkspaceBook::defaultName()
{
    const auto stored = m_workspace.setting(kDefaultKey);
    if (!stored)
        return stored.error();
    return stored->is_string() ? fromStd(stored->get<std::string>()) : u"local"_s;
}

Result<> MlWorkspaceBook::makeDefault(const QString &name)
{
    if (!isLocal(name)) {
        if (const auto known = find(name); !known)
            return known.error();
    }
    return m_workspace.saveSetting(kDefaultKey, isLocal(name) ? Json() : Json(toStd(name)));
}

} // namespace mooring
