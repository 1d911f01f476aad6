#include "ui/shell/window.h"

#include "core/base/language.h"
#include "core/jobs/jobrunner.h"
#include "ui/shell/appearance.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/servicesthread.h"
#include "ui/shell/uisettings.h"

#include <QApplication>
#include <QThreadPool>
#include <QTimer>

namespace mooring {

namespace {

/// The window's own background reads refer to the services; they end before those are closed.
constexpr int kReadsMs = 10000;

} // namespace

int runWindow(QApplication &app, const PageRegistry &pages, std::function<Result<OpenedServices>()> open,
              const WindowOptions &options, std::function<void(std::function<void()>)> raiseRequested)
{
    UiSettings settings(options.profileFolder);
    installLanguage(options.language.isEmpty() ? settings.choices().language : options.language);
    Appearance appearance(app, settings);
    int code = 0;
    {
        ServicesThread services;
        {
            JobRunner jobs;
            MainWindow window(pages, jobs, settings);
            if (raiseRequested)
                raiseRequested([&window] { window.bringToFront(); });
            QObject::connect(&services, &ServicesThread::opened, &window, [&window, route = options.route](const OpenedServices &opened) {
                window.setServices(opened, route);
            });
            QObject::connect(&services, &ServicesThread::failed, &window, &MainWindow::setProblem);
            window.show();
            // Later: the first paint comes before anything is read.
            QTimer::singleShot(0, &window, [&] {
                services.open(std::move(open));
                appearance.askDesktop();
            });
            code = QApplication::exec();
            if (raiseRequested)
                raiseRequested({});
        }
        settings.flush();
        QThreadPool::globalInstance()->waitForDone(kReadsMs);
    }
    return code;
}

} // namespace mooring
