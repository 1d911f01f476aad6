#include "ui/azure/picker/directorylook.h"

#include "core/jobs/background.h"

#include <algorithm>

namespace mooring {

namespace {

/// What a worker needs to ask; a value, so that the look itself may go first.
struct Asker
{
    SignInService *signIn;
    Account account;
    QString tenant;
    CancelToken cancel;

    Result<ArmClient> client() const
    {
        const auto cloud = signIn->clouds().find(account.cloud);
        if (!cloud)
            return cloud.error();
        const auto web = signIn->client(*cloud);
        if (!web)
            return web.error();
        return ArmClient(*cloud, *web, signIn->tokens(account, tenant));
    }
};

} // namespace

DirectoryLook::DirectoryLook(SignInService &signIn, QObject *parent) : QObject(parent), m_signIn(signIn) {}

DirectoryLook::~DirectoryLook() { m_cancel.cancel(); }

void DirectoryLook::look(const Account &account)
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    m_account = account;
    m_tenants.clear();
    readTenants();
}

bool DirectoryLook::isReading() const
{
    return m_isListing || std::any_of(m_tenants.begin(), m_tenants.end(), [](const TenantSeen &tenant) {
               return tenant.isReading || std::any_of(tenant.subscriptions.begin(), tenant.subscriptions.end(),
                                                      [](const SubscriptionSeen &seen) { return seen.isReading; });
           });
}

void DirectoryLook::readTenants()
{
    m_isListing = true;
    m_problem.reset();
    Q_EMIT changed();
    const Asker asker{&m_signIn, m_account, {}, m_cancel};
    inBackground(
        this,
        [asker]() -> Result<std::vector<Tenant>> {
            const auto client = asker.client();
            return client ? mooring::tenants(*client, asker.cancel) : Result<std::vector<Tenant>>(client.error());
        },
        [this, cancel = m_cancel](const Result<std::vector<Tenant>> &found) {
            if (cancel.isCanceled())
                return;
            m_isListing = false;
            if (!found)
                m_problem = found.error();
            for (const Tenant &tenant : found ? *found : std::vector<Tenant>())
                m_tenants.push_back({tenant});
            Q_EMIT changed();
            for (const Tenant &tenant : found ? *found : std::vector<Tenant>())
                readSubscriptions(tenant.id);
        });
}

void DirectoryLook::readSubscriptions(const QString &id)
{
    const Asker asker{&m_signIn, m_account, id, m_cancel};
    inBackground(
        this,
        [asker]() -> Result<std::vector<Subscription>> {
            const auto client = asker.client();
            return client ? subscriptions(*client, asker.cancel) : Result<std::vector<Subscription>>(client.error());
        },
        [this, id, cancel = m_cancel](const Result<std::vector<Subscription>> &found) {
            TenantSeen *seen = cancel.isCanceled() ? nullptr : tenant(id);
            if (!seen)
                return;
            seen->isReading = false;
            if (!found)
                seen->problem = found.error();
            for (const Subscription &subscription : found ? *found : std::vector<Subscription>())
                seen->subscriptions.push_back({subscription});
            Q_EMIT changed();
            for (const Subscription &subscription : found ? *found : std::vector<Subscription>())
                readWorkspaces(id, subscription.id);
        });
}

void DirectoryLook::readWorkspaces(const QString &tenantId, const QString &id)
{
    subscription(id)->isReading = true;
    const Asker asker{&m_signIn, m_account, tenantId, m_cancel};
    inBackground(
        this,
        [asker, id]() -> Result<std::vector<ListedWorkspace>> {
            const auto client = asker.client();
            return client ? listWorkspaces(*client, id, asker.cancel)
                          : Result<std::vector<ListedWorkspace>>(client.error());
        },
        [this, id, cancel = m_cancel](const Result<std::vector<ListedWorkspace>> &found) {
            SubscriptionSeen *seen = cancel.isCanceled() ? nullptr : subscription(id);
            if (!seen)
                return;
            seen->isReading = false;
            seen->isRead = true;
            if (found)
                seen->workspaces = *found;
            else
                seen->problem = found.error();
            Q_EMIT changed();
        });
}

void DirectoryLook::choose(const QString &id, bool chosen)
{
    if (SubscriptionSeen *seen = subscription(id); seen && seen->isChosen != chosen) {
        seen->isChosen = chosen;
        Q_EMIT changed();
    }
}

DirectoryLook::TenantSeen *DirectoryLook::tenant(const QString &id)
{
    const auto found =
        std::find_if(m_tenants.begin(), m_tenants.end(), [&](const TenantSeen &seen) { return seen.tenant.id == id; });
    return found == m_tenants.end() ? nullptr : &*found;
}

DirectoryLook::SubscriptionSeen *DirectoryLook::subscription(const QString &id)
{
    for (TenantSeen &tenant : m_tenants) {
        for (SubscriptionSeen &seen : tenant.subscriptions) {
            if (seen.subscription.id == id)
                return &seen;
        }
    }
    return nullptr;
}

} // namespace mooring
