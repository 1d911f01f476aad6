#include "app/services/services.h"

#include "core/azure/aci/acirunner.h"
#include "core/inference/dockerrunner.h"
#include "core/inference/processrunner.h"
#include "core/targets/builtin/builtinkinds.h"
#include "core/transport/docker/dockerchoice.h"
#include "core/transport/ssh/sshdialer.h"
#include "core/workspace/runoutput.h"

namespace mooring {

namespace {

/// Where the docker command would look, with ssh:// by our own SSH: the user's configuration, keys and agent, and our
/// verdict on the machine's key.
DockerSearch dockerSearch(const std::shared_ptr<HostTrust> &trust, const Services::AskPerson &ask)
{
    DockerSearch search = DockerSearch::ofThisUser();
    search.rules.dialSsh = [trust, ask](const QString &text,
                                        const CancelToken &cancel) -> Result<std::shared_ptr<SshConnection>> {
        const auto address = SshAddress::parse(text);
        const auto route = address ? resolveRoute(*address, {}, cancel) : address.error();
        if (!route)
            return route.error();
        SshSignIn signIn;
        signIn.ask = ask;
        return SshDialer::dial(*route, signIn, trust, cancel);
    };
    return search;
}

} // namespace

Services::Services(Profile profile, AskPerson ask)
    : m_profile(std::move(profile)),
      m_trust(std::make_shared<HostTrust>(m_profile.knownHostsPath())),
      m_ask(std::move(ask)),
      m_docker(std::make_shared<DockerChoice>(m_profile.stateFolder() + QStringLiteral("/docker.json"),
                                              [trust = m_trust, ask = m_ask] { return dockerSearch(trust, ask); }))
{
    KindPlaces places;
    places.dataFolder = m_profile.folder();
    places.runsFolder = m_profile.runsFolder();
    places.environmentsFolder = m_profile.environmentsFolder();
    places.spoolFolder = m_profile.spoolFolder();
    places.trust = m_trust;
    places.ask = m_ask;
    places.docker = [docker = m_docker] { return docker->search(); };
    registerBuiltinKinds(m_kinds, places);
    m_credentials = CredentialStore::system();
}

Result<std::unique_ptr<Services>> Services::open(const QString &profileFolder, const AskPerson &ask)
{
    auto profile = Profile::open(profileFolder);
    if (!profile)
        return profile.error();
    std::unique_ptr<Services> services(new Services(*profile, ask));
    auto workspace = Workspace::open(services->m_profile);
    if (!workspace)
        return workspace.error();
    services->m_workspace = std::move(*workspace);
    services->m_signIn = std::make_unique<SignInService>(*services->m_workspace, *services->m_credentials);
    services->m_targets = std::make_unique<TargetService>(services->m_kinds, *services->m_workspace,
                                                          *services->m_credentials, services->m_workspace.get());
    if (!services->m_workspace->isReadOnly()) {
        if (auto made = services->m_targets->ensureBuiltinTargets(); !made)
            return made.error();
    }
    services->m_runs = std::make_unique<RunService>(*services->m_workspace, services->m_targets->hostFunction(),
                                                    RunService::PlanEnvironment(), services->m_profile.spoolFolder());
    if (auto made = services->makeEndpoints(); !made)
        return made.error();
    return services;
}

Result<> Services::makeEndpoints()
{
    auto host = m_targets->hostOf(QStringLiteral("local"));
    if (!host)
        return host.error();
    m_endpoints = std::make_unique<EndpointService>(
        *m_workspace, m_profile.endpointsFolder(),
        EndpointService::Runners{
            {QStringLiteral("process"), std::make_shared<ProcessRunner>(*host)},
            {QStringLiteral("docker"),
             std::make_shared<DockerRunner>([docker = m_docker] { return docker->search(); })},
            {QStringLiteral("aci"), std::make_shared<AciRunner>(openMlBy(*m_workspace, *m_signIn), *m_credentials)}},
        runOutputFinder(*m_workspace, *m_runs));
    return {};
}

Result<std::unique_ptr<MlSession>> Services::openMl(const MlWorkspace &workspace)
{
    return MlSession::open(*m_signIn, workspace, m_kinds, *m_workspace, *m_credentials);
}

} // namespace mooring
