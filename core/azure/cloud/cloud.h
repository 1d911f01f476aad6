#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QUrl>

#include <vector>

namespace mooring {

/// The addresses of one Azure: a public one, a national one, Azure Stack, or one that plays it. A value.
struct Cloud
{
    QString name; ///< isPlainName; unique in the profile
    QStringList aliases;
    QUrl resourceManager; ///< without a slash at its end
    QString audience;     ///< for tokens of the resource manager; its scope is this and "/.default"
    QUrl login;           ///< authority; ends in /adfs where that is what signs in (Azure Stack)
    QUrl ml;              ///< Azure Machine Learning studio, and the audience of that name
    QStringList mlHosts;  ///< hosts of the ML data planes, and parents of such hosts
    QUrl portal;
    QString batchAudience, dataLakeAudience; ///< empty: the cloud has no such service
    QString tenant;                          ///< that signs in where none is said; empty: "organizations"
    QString storageSuffix, registrySuffix;
    QByteArray caPem; ///< trusted beside the system's certificates
    bool builtin = false;

    QString scope() const { return audience + QStringLiteral("/.default"); }
    bool isAdfs() const;
    /// Whether the resource manager's token may go there: to the resource manager itself, and to the hosts of the ML
    /// data planes (which take the same token). Nothing else ever sees it, whatever an answer says.
    bool mayCarryToken(const QUrl &url) const;
    /// Whether a file may be read from or written to there, without a token: a host of the cloud's storage; for a cloud
    /// that was added, any host with TLS, and loopback when the cloud itself is there.
    bool mayHoldFiles(const QUrl &url) const;
    bool isNamed(const QString &word) const; ///< name or alias, without regard to case

    Json toJson() const; ///< of `cloud list`
    Json toStoreJson() const;
    static Result<Cloud> fromStoreJson(const Json &value);
};

/// Public, US Government, China: resources/azure/clouds.json, dated there.
std::vector<Cloud> builtinClouds();

} // namespace mooring
