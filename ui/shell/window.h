#pragma once

#include "core/base/result.h"

#include <QString>

#include <functional>
#include <memory>

class QApplication;

namespace mooring {

class CredentialStore;
class DockerChoice;
class EndpointService;
class HostTrust;
class KindRegistry;
class PageRegistry;
class Profile;
class PromptDesk;
class RunService;
class RunWatcher;
class SignInService;
class TargetService;
class WindowLock;
class Workspace;

/// What app/ composes and the window shows. `owner` keeps all of it alive; it is destroyed on the thread that made it.
struct OpenedServices
{
    const Profile *profile = nullptr;
    Workspace *workspace = nullptr;
    const KindRegistry *kinds = nullptr;
    CredentialStore *credentials = nullptr;
    RunService *runs = nullptr;
    RunWatcher *watcher = nullptr;
    TargetService *targets = nullptr;
    HostTrust *trust = nullptr;
    EndpointService *endpoints = nullptr;
    DockerChoice *docker = nullptr;
    SignInService *signIn = nullptr;
    PromptDesk *prompts = nullptr; ///< null: nobody is asked during a sign-in
    std::shared_ptr<void> owner;
};

struct WindowOptions
{
    QString stateFolder;        ///< of the profile: holds ui.json, which is read before the first paint
    QString language;           ///< --lang; empty: the settings' or the desktop's
    QString route;              ///< page to open instead of the last one
    QString workspace;          ///< --workspace: "local" or a name of the book; empty: the last one
    WindowLock *lock = nullptr; ///< whose second starts bring this window to the front
    bool latencyReport = false; ///< --ui-latency-report: main thread gaps, on standard error at the end
};

/// The window, from first paint to quit; gives the exit code. Main thread.
///
/// app/ does: open the Profile and acquire the WindowLock (a second start asks the first to come to the front and
/// leaves), make a QApplication, fill a PageRegistry with registerAllPages(), call this. The window is painted first;
/// `open` then runs once on the services thread, which has an event loop for as long as the services live. Its Error
/// becomes a page, and nothing else is touched.
int runWindow(QApplication &app, const PageRegistry &pages, std::function<Result<OpenedServices>()> open,
              const WindowOptions &options);

} // namespace mooring
