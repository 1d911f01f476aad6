#pragma once

#include "core/practice/server/labroutes.h"
#include "core/practice/world/labworld.h"

#include <QHash>

namespace mooring {

/// Plays the sign-in of Microsoft Entra (v2.0) and of AD FS: authorization code with PKCE, device code, service
/// principal, refresh, password. Whoever comes is signed in as practice-user, or as the application that asks.
/// Source: Entra documentation v2-oauth2-*; what msal 1.39, azureml-core 1.61 and the Azure CLI ask.
class SignInLab
{
public:
    explicit SignInLab(LabWorld &world);
    LabReply answer(const LabRequest &request);

private:
    struct Code
    {
        QString redirect, client, challenge, nonce, scope;
    };
    struct Device
    {
        QString scope;
        int asked = 0; // how often
    };
    LabReply configuration(const LabRequest &request, const QString &tenant) const;
    LabReply page(const LabRequest &request) const;
    LabReply redirect(const LabRequest &request);
    LabReply deviceCode(const LabRequest &request);
    LabReply token(const LabRequest &request);
    std::optional<LabReply> refusedGrant(const QUrlQuery &form, QString &scope, QString &nonce);
    std::optional<LabReply> refusedCode(const QUrlQuery &form, QString &scope, QString &nonce);
    std::optional<LabReply> refusedDevice(const QUrlQuery &form, QString &scope);
    LabReply granted(const QUrlQuery &form, const QString &scope, const QString &nonce) const;
    Json person(const QString &client) const;

    LabWorld &m_world;
    LabRoutes m_routes;
    QHash<QString, Code> m_codes;
    QHash<QString, Device> m_devices;
};

} // namespace mooring
