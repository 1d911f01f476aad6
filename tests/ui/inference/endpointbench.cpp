#include "tests/ui/inference/endpointbench.h"

#include "core/inference/processrunner.h"
#include "core/targets/local/localhost.h"
#include "core/workspace/workspace.h"
#include "tests/support/testsupport.h"

#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace mooring::test {

EndpointPagesBench::EndpointPagesBench(bool paper)
{
    services = openServices(folder.path() + u"/profile"_s).value();
    EndpointService::Runners runners{{u"docker"_s, runner}};
    if (!paper) {
        runners[u"process"_s] = std::make_shared<ProcessRunner>(
            std::make_shared<LocalHost>(services.profile->runsFolder(), services.profile->environmentsFolder()));
    }
    service = std::make_unique<EndpointService>(*services.workspace, services.profile->endpointsFolder(), runners,
                                                FindRunOutput());
    settings = std::make_unique<UiSettings>(services.profile->stateFolder());
    drafts = std::make_unique<DraftShelf>(*settings);
    openWorkspace = std::make_unique<OpenWorkspace>(*settings);
    context.reset(new AppContext{*services.profile, *services.workspace, *services.kinds, *services.credentials,
                                 *services.runs, services.watcher, *services.targets, *services.trust, *service,
                                 *services.docker, *services.signIn, jobs, *settings, *drafts, *openWorkspace,
                                 navigator});
}

EndpointPagesBench::~EndpointPagesBench()
{
    page.reset();
    jobs.cancelAll();
    QThreadPool::globalInstance()->waitForDone(); // what a page was reading needs the services to its end
    RecordingContext work;
    for (const EndpointRecord &each : services.workspace->endpoints().valueOr({})) {
        if (!service->undeploy(each.name, work))
            qWarning("left: %s", qPrintable(each.name));
    }
}

void EndpointPagesBench::save(const EndpointRecord &record)
{
    if (const auto saved = services.workspace->saveEndpoint(record); !saved)
        qFatal("%s", qPrintable(saved.error().text()));
}

void EndpointPagesBench::save(const ScoringCall &call)
{
    if (const auto saved = services.workspace->saveCall(call); !saved)
        qFatal("%s", qPrintable(saved.error().text()));
}

void EndpointPagesBench::bringUp(const QSize &size)
{
    page->resize(size);
    page->show();
    page->activateWindow(); // shortcuts belong to the active window
    (void)QTest::qWaitForWindowExposed(page.get());
    page->shown();
}

} // namespace mooring::test
