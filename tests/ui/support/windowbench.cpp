#include "tests/ui/support/windowbench.h"

#include "core/base/language.h"
#include "core/targets/targetservice.h"
#include "tests/support/testsupport.h"
#include "ui/allpages.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QTest>
#include <QThreadPool>

namespace mooring::test {

WindowBench::WindowBench() : WindowBench(QString()) {}

WindowBench::WindowBench(const QString &profileFolder) : folder(profileFolder)
{
    if (folder.isEmpty()) {
        m_own.emplace();
        folder = m_own->path() + QStringLiteral("/profile");
    }
    applyLook(*qApp, LookChoice::Light);
    installLanguage(QStringLiteral("en"));
    settings = std::make_unique<UiSettings>(folder + QStringLiteral("/state"));
    UiSettings::Choices choices = settings->choices();
    choices.language = QStringLiteral("en"); // whatever the machine speaks
    settings->choose(choices);
    registerAllPages(pages);
    jobs = std::make_unique<JobRunner>();
    window = std::make_unique<MainWindow>(pages, *jobs, *settings);
}

bool WindowBench::open(const QString &route)
{
    window->show();
    const auto opened = openServices(folder, [this](KindRegistry &kinds, const Profile &) {
        kinds.add(std::make_unique<FakeKind>(script));
        kinds.add(std::make_unique<FakeRemote>(remote));
    });
    if (!opened) {
        window->setProblem(opened.error());
        return false;
    }
    services = *opened;
    services->prompts = prompts;
    if (prepare)
        prepare(*services);
    window->setServices(*services, route);
    return QTest::qWaitForWindowExposed(window.get());
}

void WindowBench::close()
{
    if (!window)
        return;
    script->hold = false;
    remote->hold = false;
    window.reset();
    jobs.reset();
    if (settings)
        settings->flush();
    QThreadPool::globalInstance()->waitForDone();
    services.reset();
    settings.reset();
}

void attachRemote(WindowBench &bench, const QString &name)
{
    AttachRequest request;
    request.kind = QStringLiteral("remote");
    request.name = name;
    request.values = FormValues(bench.services->kinds->find(request.kind)->fields());
    MOORING_OK(request.values.set(QStringLiteral("address"), name + QStringLiteral(".lan")));
    RecordingContext context;
    MOORING_OK(bench.services->targets->attach(request, context, {}));
}

} // namespace mooring::test
