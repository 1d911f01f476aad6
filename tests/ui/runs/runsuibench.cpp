#include "tests/ui/runs/runsuibench.h"

#include "core/runs/runwatcher.h"
#include "core/workspace/workspace.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace mooring::test {

RunsUiBench::RunsUiBench(const std::function<void(const Profile &)> &prepare)
{
    const QString profile = folder.path() + u"/profile"_s;
    if (prepare)
        prepare(Profile::open(profile).value());
    services = openServices(profile).value();
    settings = std::make_unique<UiSettings>(services.profile->stateFolder());
    drafts = std::make_unique<DraftShelf>(*settings);
    openWorkspace = std::make_unique<OpenWorkspace>(*settings);
    context = std::unique_ptr<AppContext>(
        new AppContext{*services.profile, *services.workspace, *services.kinds, *services.credentials, *services.runs,
                       services.watcher, *services.targets, *services.trust, *services.endpoints, *services.docker,
                       *services.signIn, jobs, *settings, *drafts, *openWorkspace, navigator});
    QDir().mkpath(source());
}

RunsUiBench::~RunsUiBench()
{
    page.reset();
    QThreadPool::globalInstance()->waitForDone(); // what a page was reading needs the services to its end
    CancelToken cancel;
    RecordingContext work(cancel);
    for (const RunRecord &run : services.workspace->liveRuns().valueOr({}))
        (void)services.runs->cancelRun(run.id, std::chrono::seconds(0), work).ok();
}

QString RunsUiBench::source() const { return folder.path() + u"/source"_s; }

void RunsUiBench::write(const QString &name, const QByteArray &content) const
{
    const QString path = source() + u'/' + name;
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("The test cannot write %s.", qPrintable(path));
}

QString RunsUiBench::start(const QString &script, const QString &name, const QStringList &arguments)
{
    RunSettings wanted;
    wanted.source = source();
    wanted.script = script;
    wanted.name = name;
    wanted.arguments = arguments;
    CancelToken cancel;
    RecordingContext work(cancel);
    const auto run = services.runs->submit(wanted, work);
    if (!run)
        qFatal("%s", qPrintable(run.error().text()));
    services.watcher->nudge();
    return run->id;
}

void RunsUiBench::save(const RunRecord &run) const
{
    if (const auto saved = services.workspace->saveRun(run); !saved)
        qFatal("%s", qPrintable(saved.error().text()));
}

RunRecord RunsUiBench::record(const QString &id) const { return services.workspace->findRun(id).valueOr({}); }

void RunsUiBench::bringUp(const QSize &size)
{
    page->resize(size);
    page->show();
    (void)QTest::qWaitForWindowExposed(page.get());
    page->shown();
}

} // namespace mooring::test
