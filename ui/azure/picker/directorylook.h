#pragma once

#include "core/azure/arm/directory.h"
#include "core/azure/ml/workspacelist.h"
#include "core/azure/signin/signinservice.h"

#include <QObject>

namespace mooring {

/// What an account can see: tenants, their subscriptions, and the workspaces of those that are chosen. Each is read by
/// itself in the background and told as it comes: a tenant that wants more proof holds up nobody. Window's thread.
class DirectoryLook : public QObject
{
    Q_OBJECT
public:
    struct SubscriptionSeen
    {
        Subscription subscription;
        bool isChosen = true;
        bool isReading = false;
        bool isRead = false;
        std::optional<Error> problem = {};
        std::vector<ListedWorkspace> workspaces = {};
    };
    struct TenantSeen
    {
        Tenant tenant;
        bool isReading = true;
        std::optional<Error> problem = {};
        std::vector<SubscriptionSeen> subscriptions = {};
    };

    explicit DirectoryLook(SignInService &signIn, QObject *parent = nullptr);
    ~DirectoryLook() override;

    /// From the beginning; what was still being read for an earlier one is dropped.
    void look(const Account &account);
    void choose(const QString &subscription, bool chosen);

    const Account &account() const { return m_account; }
    const std::vector<TenantSeen> &tenants() const { return m_tenants; }
    const std::optional<Error> &problem() const { return m_problem; } ///< the tenants could not be listed
    bool isReading() const;

Q_SIGNALS:
    void changed();

private:
    void readTenants();
    void readSubscriptions(const QString &tenant);
    void readWorkspaces(const QString &tenant, const QString &subscription);
    TenantSeen *tenant(const QString &id);
    SubscriptionSeen *subscription(const QString &id);

    SignInService &m_signIn;
    Account m_account;
    CancelToken m_cancel;
    bool m_isListing = false;
    std::optional<Error> m_problem;
    std::vector<TenantSeen> m_tenants;
};

} // namespace mooring
