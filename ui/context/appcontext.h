#pragma once

namespace mooring {

class CredentialStore;
class DockerChoice;
class DraftShelf;
class EndpointService;
class HostTrust;
class JobRunner;
class KindRegistry;
class Navigator;
class OpenWorkspace;
class Profile;
class RunService;
class RunWatcher;
class SignInService;
class TargetService;
class UiSettings;
class Workspace;

/// What every page gets: references to everything that lives longer than any page. Made once, when the workspace is
/// open.
///
/// `workspace`, `runs`, `targets`, `trust`, `endpoints`, `credentials` and `signIn` block: pages call them through
/// inBackground() or a Job. `jobs`, `settings`, `drafts`, `openWorkspace` and `navigator` belong to the window's
/// thread. `workspace`, `runs`, `targets` and `endpoints` are those of this computer, whatever `openWorkspace` says; an
/// Azure ML workspace is reached by openMlSession().
struct AppContext
{
    const Profile &profile;
    Workspace &workspace;
    const KindRegistry &kinds;
    CredentialStore &credentials;
    RunService &runs;
    RunWatcher *watcher; ///< null in tests that follow no run
    TargetService &targets;
    HostTrust &trust;
    EndpointService &endpoints;
    DockerChoice &docker;  ///< reads and writes a small file
    SignInService &signIn; ///< to Azure, with its clouds
    JobRunner &jobs;
    UiSettings &settings;
    DraftShelf &drafts;
    OpenWorkspace &openWorkspace;
    Navigator &navigator;
};

} // namespace mooring
