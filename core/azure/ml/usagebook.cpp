#include "core/azure/ml/usagebook.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const MlWorkspace &workspace, const QString &compute)
{
    return u"azure.usage/"_s + workspace.id.key() + u"/computes/"_s + compute.toLower();
}

} // namespace

Result<UsageHistory> UsageBook::history(const MlWorkspace &workspace, const QString &compute) const
{
    const auto stored = m_workspace.setting(keyOf(workspace, compute));
    return stored ? Result<UsageHistory>(UsageHistory::fromStoreJson(*stored)) : Result<UsageHistory>(stored.error());
}

Result<> UsageBook::look(const MlWorkspace &workspace, const QString &compute, const QDateTime &at, int nodes)
{
    auto known = history(workspace, compute);
    if (!known)
        return known.error();
    if (!known->add(at, nodes))
        return {}; // most looks: no write, no lock
    const auto kept = m_workspace.updateSetting(keyOf(workspace, compute), [&](Json &value) {
        UsageHistory now = UsageHistory::fromStoreJson(value);
        if (!now.add(at, nodes))
            return false;
        value = now.toStoreJson();
        return true;
    });
    return kept ? Result<>() : Result<>(kept.error());
}

Result<> UsageBook::setPrice(const MlWorkspace &workspace, const QString &compute,
                             const std::optional<NodePrice> &price)
{
    const auto kept = m_workspace.updateSetting(keyOf(workspace, compute), [&](Json &value) {
        UsageHistory now = UsageHistory::fromStoreJson(value);
        now.price = price;
        value = now.toStoreJson();
        return true;
    });
    return kept ? Result<>() : Result<>(kept.error());
}

} // namespace mooring
