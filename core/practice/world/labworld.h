#pragma once

#include "core/practice/world/labfaults.h"
#include "core/practice/world/laboperations.h"
#include "core/practice/world/labtokens.h"

namespace mooring {

/// How the lab behaves beside its faults.
struct LabPace
{
    qint64 provisioningMs = 6000; ///< what attaching, creating and deleting take
    qint64 runMs = 8000;          ///< what a job takes from Queued to Completed
    int tokenSeconds = 3600;
    int retryAfter = 17; ///< seconds that a 429 asks for
};

/// What all services of one lab share. One thread.
struct LabWorld
{
    LabPace pace;
    LabFaults faults;
    LabTokens tokens;
    LabOperations operations;

    /// Where each service answers: "https://localhost:41872". Set before the first request.
    QString signIn, arm, ml, blob, databricks, livy, batch, dataLake, online;

    /// For `ms` of work, or 8 minutes with the fault "slow-provisioning".
    qint64 provisioningMs();
};

/// Names and ids of the pretend things. The ids are "practice" in ASCII, then a number.
namespace practice {
inline constexpr const char *kTenant = "70726163-7469-6365-8000-000000000001";
inline constexpr const char *kSubscription = "70726163-7469-6365-8000-000000000002";
inline constexpr const char *kUser = "70726163-7469-6365-8000-000000000003";
inline constexpr const char *kWorkspaceId = "70726163-7469-6365-8000-000000000004";
inline constexpr const char *kGroup = "practice-group";
inline constexpr const char *kKoreanGroup = "practice-연습실";
inline constexpr const char *kWorkspace = "practice-ws";
inline constexpr const char *kUserName = "practice-user@practice.example";
inline constexpr const char *kRegion = "koreacentral";
QString workspaceResourceId();
QString groupId(const char *group);
} // namespace practice

/// Without the keys whose value is null: what a service does not know it leaves out.
Json withoutNulls(Json object);

/// Times as Azure writes them, without milliseconds that nobody measured.
Json labTime(const QDateTime &time);
Json labNow();

} // namespace mooring
