#include "tests/ui/support/uiservices.h"

#include "core/azure/aci/acirunner.h"
#include "core/azure/signin/signinservice.h"
#include "core/credentials/credentialstore.h"
#include "core/inference/dockerrunner.h"
#include "core/inference/endpointservice.h"
#include "core/inference/processrunner.h"
#include "core/runs/runservice.h"
#include "core/runs/runwatcher.h"
#include "core/targets/builtin/builtinkinds.h"
#include "core/targets/local/localhost.h"
#include "core/targets/targetservice.h"
#include "core/transport/docker/dockerchoice.h"
#include "core/workspace/runoutput.h"
#include "core/workspace/workspace.h"

namespace mooring::test {

namespace {

/// Members are destroyed in reverse: each is made from those before it.
struct Services
{
    explicit Services(Profile opened) : profile(std::move(opened)) {}

    Profile profile;
    std::shared_ptr<HostTrust> trust = std::make_shared<HostTrust>(profile.knownHostsPath(), QStringList());
    std::unique_ptr<CredentialStore> credentials = CredentialStore::memory();
    KindRegistry kinds;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<SignInService> signIn;
    std::unique_ptr<TargetService> targets;
    std::unique_ptr<RunService> runs;
    std::unique_ptr<RunWatcher> watcher;
    std::shared_ptr<DockerChoice> docker;
    std::unique_ptr<EndpointService> endpoints;
};

} // namespace

Result<OpenedServices> openServices(const QString &profileFolder, const AddKinds &addKinds)
{
    Result<Profile> profile = Profile::open(profileFolder);
    if (!profile)
        return profile.error();
    auto services = std::make_shared<Services>(*profile);
    if (addKinds)
        addKinds(services->kinds, services->profile);
    else
        registerBuiltinKinds(services->kinds, {services->profile.folder(),
                                               services->profile.runsFolder(),
                                               services->profile.environmentsFolder(),
                                               {},
                                               services->trust,
                                               {}});
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(services->profile);
    if (!workspace)
        return workspace.error();
    services->workspace = std::move(*workspace);
    services->signIn = std::make_unique<SignInService>(*services->workspace, *services->credentials);
    services->targets = std::make_unique<TargetService>(services->kinds, *services->workspace, *services->credentials);
    services->runs = std::make_unique<RunService>(*services->workspace, services->targets->hostFunction());
    services->watcher = std::make_unique<RunWatcher>(*services->runs);
    services->watcher->start();
    services->docker = std::make_shared<DockerChoice>(services->profile.stateFolder() + QStringLiteral("/docker.json"));
    const auto host =
        std::make_shared<LocalHost>(services->profile.runsFolder(), services->profile.environmentsFolder());
    services->endpoints = std::make_unique<EndpointService>(
        *services->workspace, services->profile.endpointsFolder(),
        EndpointService::Runners{
            {QStringLiteral("process"), std::make_shared<ProcessRunner>(host)},
            {QStringLiteral("docker"),
             std::make_shared<DockerRunner>([docker = services->docker] { return docker->search(); })},
            {QStringLiteral("aci"),
             std::make_shared<AciRunner>(openMlBy(*services->workspace, *services->signIn), *services->credentials)}},
        runOutputFinder(*services->workspace, *services->runs));
    (void)services->targets->ensureBuiltinTargets().ok(); // a read-only profile keeps none, and lists them all the same
    OpenedServices opened;
    opened.profile = &services->profile;
    opened.workspace = services->workspace.get();
    opened.kinds = &services->kinds;
    opened.credentials = services->credentials.get();
    opened.runs = services->runs.get();
    opened.watcher = services->watcher.get();
    opened.targets = services->targets.get();
    opened.trust = services->trust.get();
    opened.endpoints = services->endpoints.get();
    opened.docker = services->docker.get();
    opened.signIn = services->signIn.get();
    opened.owner = services;
    return opened;
}

} // namespace mooring::test
