#include "ui/shell/window.h"

#include "core/base/language.h"
#include "core/jobs/jobrunner.h"
#include "core/workspace/windowlock.h"
#include "ui/context/openworkspace.h"
#include "ui/context/uisettings.h"
#include "ui/latency/firstpaint.h"
#include "ui/latency/guiprobe.h"
#include "ui/shell/appearance.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/router.h"
#include "ui/shell/servicesthread.h"

#include <QApplication>
#include <QThreadPool>
#include <QTimer>

#include <cstdio>

namespace mooring {

namespace {

/// The window's own background reads refer to the services; they end before those are closed.
constexpr int kReadsMs = 10000;

} // namespace

int runWindow(QApplication &app, const PageRegistry &pages, std::function<Result<OpenedServices>()> open,
              const WindowOptions &options)
{
    UiSettings settings(options.stateFolder);
    OpenWorkspace::choose(settings, options.workspace);
    installLanguage(options.language.isEmpty() ? settings.choices().language : options.language);
    Appearance appearance(app, settings);
    const std::unique_ptr<GuiProbe> probe(options.latencyReport ? new GuiProbe : nullptr);
    int code = 0;
    {
        ServicesThread services;
        {
            JobRunner jobs;
            MainWindow window(pages, jobs, settings);
            if (options.lock) {
                QObject::connect(options.lock, &WindowLock::raiseRequested, &window, [&window](const QString &route) {
                    window.bringToFront();
                    window.router().go(route);
                });
            }
            QObject::connect(
                &services, &ServicesThread::opened, &window,
                [&window, route = options.route](const OpenedServices &opened) { window.setServices(opened, route); });
            QObject::connect(&services, &ServicesThread::failed, &window, &MainWindow::setProblem);
            reportFirstPaint(&window);
            window.show();
            // Later: the first paint comes before anything is read.
            QTimer::singleShot(0, &window, [&] {
                services.open(std::move(open));
                appearance.askDesktop();
            });
            code = QApplication::exec();
        }
        settings.flush();
        QThreadPool::globalInstance()->waitForDone(kReadsMs);
    }
    if (probe)
        std::fputs(qPrintable(probe->report()), stderr);
    return code;
}

} // namespace mooring
