#include "app/services/services.h"

#include "core/targets/builtin/builtinkinds.h"

namespace mooring {

Services::Services(Profile profile, AskPerson ask)
    : m_profile(std::move(profile)),
      m_trust(std::make_shared<HostTrust>(m_profile.knownHostsPath())),
      m_ask(std::move(ask))
{
    KindPlaces places;
    places.dataFolder = m_profile.folder();
    places.runsFolder = m_profile.runsFolder();
    places.environmentsFolder = m_profile.environmentsFolder();
    places.spoolFolder = m_profile.spoolFolder();
    places.trust = m_trust;
    places.ask = m_ask;
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
    services->m_targets = std::make_unique<TargetService>(services->m_kinds, *services->m_workspace,
                                                          *services->m_credentials, services->m_workspace.get());
    if (!services->m_workspace->isReadOnly()) {
        if (auto made = services->m_targets->ensureBuiltinTargets(); !made)
            return made.error();
    }
    services->m_runs = std::make_unique<RunService>(*services->m_workspace, services->m_targets->hostFunction(),
                                                    RunService::PlanEnvironment(), services->m_profile.spoolFolder());
    return services;
}

} // namespace mooring
