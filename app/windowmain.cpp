#include "app/windowmain.h"

#include "app/cli/commandline.h"
#include "app/cli/interrupt.h"
#include "app/services/services.h"
#include "core/azure/ml/mlworkspacebook.h"
#include "core/base/language.h"
#include "core/runs/runwatcher.h"
#include "core/transport/ssh/promptdesk.h"
#include "core/workspace/windowlock.h"
#include "ui/allpages.h"
#include "ui/context/pageregistry.h"
#include "ui/latency/wakesoon.h"
#include "ui/log/logwindow.h"
#include "ui/shell/window.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QFileInfo>
#include <QSocketNotifier>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::WindowMain", text); }

struct WindowArguments
{
    QString profile, viewFile;
    WindowOptions window;
};

bool takesValue(const QString &word)
{
    return word == u"--profile" || word == u"--lang" || word == u"--workspace" || word == u"--page";
}

WindowArguments parse(const QStringList &words)
{
    WindowArguments parsed;
    for (qsizetype i = 0; i < words.size(); ++i) {
        QString name = words[i], value;
        if (const auto equals = name.indexOf(u'='); name.startsWith(QStringLiteral("--")) && equals > 0) {
            value = name.mid(equals + 1);
            name.truncate(equals);
        } else if (takesValue(name) && i + 1 < words.size()) {
            value = words[++i];
        }
        if (name == u"--profile")
            parsed.profile = value;
        else if (name == u"--lang")
            parsed.window.language = value;
        else if (name == u"--workspace")
            parsed.window.workspace = value;
        else if (name == u"--page")
            parsed.window.route = value;
        else if (name == u"--ui-latency-report")
            parsed.window.latencyReport = true;
        else if (name != u"view" && !name.startsWith(u'-'))
            parsed.viewFile = name;
    }
    return parsed;
}

/// A window needs a display; Qt would end the program with a message for programmers.
bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// A workspace that was asked for and is not in the book is an error; the last one may have gone meanwhile.
Result<OpenedServices> openServices(const QString &profileFolder, const QString &workspace)
{
    struct Owner
    {
        PromptDesk prompts;
        std::unique_ptr<Services> services;
        std::unique_ptr<RunWatcher> watcher;
    };
    auto owner = std::make_shared<Owner>();
    auto opened =
        Services::open(profileFolder, [desk = &owner->prompts](const SshPrompts &asked, const CancelToken &cancel) {
            return desk->ask(asked, cancel);
        });
    if (!opened)
        return opened.error();
    owner->services = std::move(*opened);
    Services &services = *owner->services;
    if (!MlWorkspaceBook::isLocal(workspace)) {
        if (const auto known = MlWorkspaceBook(services.workspace()).find(workspace); !known)
            return known.error();
    }
    owner->watcher = std::make_unique<RunWatcher>(services.runs());
    owner->watcher->start();
    return OpenedServices{&services.profile(),
                          &services.workspace(),
                          &services.kinds(),
                          &services.credentials(),
                          &services.runs(),
                          owner->watcher.get(),
                          &services.targets(),
                          &services.trust(),
                          &services.endpoints(),
                          &services.docker(),
                          &services.signIn(),
                          &owner->prompts,
                          owner};
}

int viewFile(QApplication &app, const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.isFile() || !info.isReadable())
        return Output().fail(Error::usage(QStringLiteral("view.cannotRead"),
                                          path.isEmpty() ? tr("Say which file to view.")
                                                         : tr("%1 is not a file that can be read.").arg(path)));
    applyLook(app, LookChoice::System);
    LogWindow window(info.absoluteFilePath());
    window.show();
    return app.exec();
}

int openWindow(QApplication &app, const WindowArguments &arguments)
{
    const auto profile = Profile::open(arguments.profile);
    if (!profile)
        return Output().fail(profile.error());
    auto lock = WindowLock::acquire(*profile, arguments.window.route);
    if (!lock) // in use: that window was raised, which is what was wanted
        return lock.error().code == u"window.alreadyOpen" ? 0 : Output().fail(lock.error());
    PageRegistry pages;
    registerAllPages(pages);
    WindowOptions options = arguments.window;
    options.stateFolder = profile->stateFolder();
    options.lock = lock->get();
    return runWindow(
        app, pages,
        [folder = profile->folder(), workspace = options.workspace] { return openServices(folder, workspace); },
        options);
}

} // namespace

bool isWindowCommand(const QStringList &arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (word == u"view")
            return !arguments.contains(QStringLiteral("--help"));
        if (takesValue(word)) {
            ++i;
            continue;
        }
        const QString name = word.section(u'=', 0, 0);
        if (!takesValue(name) && name != u"--ui-latency-report" && name != u"--quiet")
            return false;
    }
    return true;
}

int windowMain(int argc, char **argv, const QStringList &words)
{
    const WindowArguments arguments = parse(words);
    if (!hasDisplay()) {
        QCoreApplication app(argc, argv);
        installLanguage(languageOption(words));
        return Output().fail(
            Error::failed(QStringLiteral("window.noDisplay"), tr("There is no display to open a window on."))
                .withFix(tr("The command line does the same things: mooring --help.")));
    }
    wakeThisThreadSoon();
    QApplication app(argc, argv);
    // SIGTERM and SIGINT quit as the menu does: the layout is kept, runs go on.
    const CancelToken quit;
    cancelOnInterrupt(quit);
    const QSocketNotifier asked(quit.fd(), QSocketNotifier::Read);
    QObject::connect(&asked, &QSocketNotifier::activated, &app, [&app] { app.quit(); });
    QCoreApplication::setApplicationName(QStringLiteral("mooring"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MOORING_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.mooring_workbench.Mooring"));
    if (words.contains(QStringLiteral("view"))) {
        installLanguage(arguments.window.language);
        return viewFile(app, arguments.viewFile);
    }
    return openWindow(app, arguments);
}

} // namespace mooring
