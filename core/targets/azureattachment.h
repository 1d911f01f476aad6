#pragma once

#include "core/base/canceltoken.h"
#include "core/targets/field.h"
#include "core/targets/ladder.h"

#include <QUrl>

#include <optional>

namespace mooring {

/// Where a form's names lead when it says no others: to the subscription and group of the workspace itself.
struct AzurePlace
{
    QString subscription;
    QString resourceGroup;
};

/// GET of a service that belongs to the resource, with a token of that service's own. 2xx: its document; else an Error.
using AskService = std::function<Result<Json>(const QUrl &url, const QByteArray &token, const CancelToken &cancel)>;

/// How a kind is attached in a workspace of Azure ML: data and functions; core/azure/ml carries it out. Shapes are
/// those of machineLearningServices.json 2024-10-01.
struct AzureAttachment
{
    QStringList types;      ///< computeType of what is shown as this kind; the first is the one that is attached
    QStringList jobTypes{}; ///< those of them that take command jobs
    std::vector<Field> fields;
    QString idField;   ///< whose value is a whole resource id; empty: the form has none
    QString nameField; ///< whose value is the resource's name, with resourceGroup and subscription beside it
    /// Provider and type that the resource may have; the first where only its name is known.
    std::vector<std::pair<QString, QString>> resources;
    QString apiVersion; ///< of the first provider, to look at the resource; empty: it is not looked at
    /// "properties" of the compute itself; null: none. Holds secrets. Empty function: null.
    std::function<Result<Json>(const FormValues &)> properties{};
    /// What the resource's own document says about attaching it. Empty function: it is there, that is enough.
    std::function<RungResult(const Json &resource)> look{};
    /// Asks the resource's own service, for instance whether a token is good. Empty function: nothing to ask.
    std::function<RungResult(const FormValues &values, const Json &resource, const AskService &ask,
                             const CancelToken &cancel)>
        prove{};
    /// Rungs of the kind's own ladder that are climbed first, from this computer, where the form has a value for
    /// localField. The service itself dials from its own addresses.
    QStringList localRungs{};
    QString localField{};
    QStringList serviceHosts{};    ///< parents of the hosts that `prove` may ask
    bool isPublished = true;       ///< false: no published API version takes it; kept as Mooring's own record only
    bool sameSubscription = false; ///< the service wants the resource in the workspace's own subscription
    QStringList left{};            ///< whole sentences: what a detach does not take away
    QStringList sent{};            ///< whole sentences: what goes to Azure, and what the service does with it

    /// The resource that the form means, in the spelling of the form. Usage errors name the field.
    Result<QString> resourceId(const FormValues &values, const AzurePlace &place) const;
};

/// What stands at `key` when it is an object; else an empty one. Never throws.
Json objectAt(const Json &value, const char *key);

/// The account of a VM or a cluster that the service signs in with, as the schema has it: {"sshPort",
/// "administratorAccount"} with a password or a key, never a passphrase. Reads the key file. Fields: user, password,
/// keyFile, port. "azure.keyIsLocked": the schema has no place for the passphrase of a key.
Result<Json> sshAccountOf(const FormValues &values);

} // namespace mooring
