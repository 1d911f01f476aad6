#include "app/services/services.h"

#include "core/inference/dockerrunner.h"
#include "core/inference/processrunner.h"
#include "core/runs/runfolder.h"
#include "core/targets/builtin/builtinkinds.h"
#include "core/transport/ssh/sshdialer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

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

/// Where the docker command would look, with ssh:// by our own SSH: the user's configuration, keys and agent, and our
/// verdict on the machine's key.
DockerSearch Services::dockerSearch() const
{
    DockerSearch search = DockerSearch::ofThisUser();
    search.rules.dialSsh = [trust = m_trust,
                            ask = m_ask](const QString &text,
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

Result<> Services::makeEndpoints()
{
    auto host = m_targets->hostOf(QStringLiteral("local"));
    if (!host)
        return host.error();
    m_endpoints = std::make_unique<EndpointService>(
        *m_workspace, m_profile.endpointsFolder(),
        EndpointService::Runners{{QStringLiteral("process"), std::make_shared<ProcessRunner>(*host)},
                                 {QStringLiteral("docker"), std::make_shared<DockerRunner>(dockerSearch())}},
        [this](const QString &run, const QString &path, const CancelToken &cancel) {
            return findRunOutput(run, path, cancel);
        });
    return {};
}

Result<std::unique_ptr<MlSession>> Services::openMl(const MlWorkspace &workspace)
{
    auto client = MlClient::open(*m_signIn, workspace);
    if (!client)
        return client.error();
    return std::make_unique<MlSession>(*client, m_kinds, *m_workspace, *m_credentials);
}

/// Paths are those that `outputs` lists, or from the run's folder on.
Result<QString> Services::findRunOutput(const QString &word, const QString &path, const CancelToken &cancel)
{
    const auto run = m_workspace->resolveRun(word);
    if (!run)
        return run.error();
    const auto host = m_runs->hostOf(*run);
    if (!host)
        return host.error();
    const RunFolder folder((*host)->runsFolder(), run->id);
    for (const QString &top : {folder.outputs(), folder.path()}) {
        const QString found = QDir::cleanPath(top + u'/' + path);
        if (found != top && !found.startsWith(top + u'/'))
            continue; // a way out of the run's folder
        const QString here = (*host)->localPath(found);
        if (QFileInfo::exists(here))
            return here;
    }
    if (cancel.isCanceled())
        return Error::canceled();
    const QString command = QStringLiteral("mooring outputs %1").arg(run->name);
    return Error::usage(
               QStringLiteral("endpoint.modelMissing"),
               QCoreApplication::translate("mooring::Services", "The run %1 has no output “%2” on this computer.")
                   .arg(run->name, path))
        .withFix(run->settings.target == u"local" ? command : command + QStringLiteral(" --to DIR"));
}

} // namespace mooring
