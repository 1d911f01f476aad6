#pragma once

#include "core/inference/deploymentsettings.h"
#include "core/inference/endpointstate.h"
#include "core/inference/initfailure.h"
#include "core/inference/serveraddress.h"

#include <QDateTime>

#include <vector>

namespace mooring {

/// One version of an endpoint: its code as it was then, its settings, and how it fared.
struct EndpointVersion
{
    enum class State { Deploying, Serving, Replaced, Failed };

    int number = 0;
    QString title;            ///< of one that others made: its name; empty: versions are numbered
    std::optional<int> share; ///< of such a one: percent of the requests that it gets
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< of a request that shall reach it and no other
    State state = State::Deploying;
    DeploymentSettings settings;
    QString modelPath;     ///< where the model lies on this computer
    QString codeSource;    ///< folder on this computer that the code was copied from
    QString instance;      ///< id of what runs or ran it last
    QString container;     ///< id, with Docker; name of the container group, in Azure
    QString image;         ///< id, with Docker
    ServerAddress own;     ///< where it answers, when that is not the endpoint's port; without its key
    bool needsKey = false; ///< its server answers only who has the key, which is in the keychain
    std::optional<qint64> pid;
    std::optional<qint64> coldStartMs; ///< from its start to its first healthy answer
    std::optional<QDateTime> createdAt;
    QString reason; ///< why it failed
    std::optional<InitFailure> failure;
    Json environment; ///< {"kind","key","python","reason",…}; with Docker {"kind","tag","builder","steps":[BuildStep]}
    Json snapshot;    ///< {"files","totalSize","sha256"}

    QString label() const { return title.isEmpty() ? QString::number(number) : title; }
    /// Where it answers when it runs on `port` of this computer, or else on its own address. Without the key.
    ServerAddress address(int port) const { return own.port > 0 ? own : ServerAddress::onThisComputer(port); }

    Json toJson() const;
    static Result<EndpointVersion> fromJson(const Json &value);
};

QString toWord(EndpointVersion::State state);

/// One endpoint as the store keeps it and as every list, page and command shows it.
struct EndpointRecord
{
    QString name;
    QString runner; ///< "process", "docker", "aci"
    EndpointState state = EndpointState::Deploying;
    QString reason; ///< whole sentence: why it is unhealthy or failed, or what the last attempt failed of
    int port = 0;   ///< on this computer; 0: none yet, or its versions have addresses of their own
    int active = 0; ///< number of the version that serves or was stopped; 0: none ever served
    std::vector<EndpointVersion> versions; ///< oldest first
    std::optional<QDateTime> createdAt, changedAt;
    QString worker;          ///< the process that is deploying (see Submitter::thisProcess()); empty when nobody is
    bool isForeign = false;  ///< made by another program: shown, never touched
    QString maker;           ///< of a foreign one: "az ml --local", "azureml v1"
    QString foreignUri;      ///< of a foreign one: where it is scored
    QString foreignSwagger;  ///< and where it describes itself; empty: nowhere
    bool canBeAsked = false; ///< of a foreign one: its bench sends it requests and reads its logs
    bool asksForKey = false; ///< of such a one
    QString stateWord;       ///< the service's own word for a state that nobody knows here
    std::vector<std::pair<QString, QString>> facts; ///< of a foreign one, beside all this: label and value, for people
    Json about;                                     ///< the same for programs: further keys of toListJson()

    const EndpointVersion *version(int number) const;
    EndpointVersion *version(int number);
    const EndpointVersion *latest() const { return versions.empty() ? nullptr : &versions.back(); }
    const EndpointVersion *serving() const { return version(active); }
    /// Where the version answers that serves or was stopped, without its key.
    ServerAddress address() const;
    bool needsKey() const { return asksForKey || (serving() && serving()->needsKey); }
    QString stateText() const { return stateWord.isEmpty() ? toText(state) : stateWord; } ///< for people
    /// By its name, or by its number where versions have none; null: there is none.
    const EndpointVersion *versionLabeled(const QString &label) const;
    /// "blue" or "3" of the version that serves; empty: none does.
    QString servingLabel() const { return serving() ? serving()->label() : QString(); }
    /// A server of it runs, whether or not it is well.
    bool answers() const { return state == EndpointState::Running || state == EndpointState::Unhealthy; }
    /// Of the newest attempt, when it failed.
    const InitFailure *pinned() const;

    QString scoringUri() const; ///< empty without an address
    QString swaggerUri() const;

    Json toListJson() const;     ///< of `endpoints` (cli.md), with further keys
    Json toDeployedJson() const; ///< of `deploy`
    Json toStoreJson() const;
    static Result<EndpointRecord> fromStoreJson(const Json &value);
};

/// Usage error "endpoint.noVersion".
Error noVersion(const QString &endpoint, const QString &version);

} // namespace mooring
