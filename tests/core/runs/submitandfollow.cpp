// What the kill test kills: submits one run and follows its log into a file, like `mooring run --follow`.
// usage: submitandfollow FOLDER [remote]    with FOLDER/source/s.sh; uses FOLDER/book, FOLDER/runs, FOLDER/spool
// remote: as if the runs were on another computer; looks at them as the window does, until the copy is complete.
#include "core/runs/runlog.h"
#include "core/targets/local/localhost.h"
#include "tests/support/folderrunbook.h"
#include "tests/support/pretendhost.h"

#include <QCoreApplication>

using namespace mooring;
using namespace Qt::StringLiterals;

namespace {

int submitAndCopy(const QString &folder)
{
    test::FolderRunBook book(folder + u"/book"_s);
    const QString spool = folder + u"/spool"_s;
    auto host = std::make_shared<test::PretendHost>(folder + u"/runs"_s, folder + u"/environments"_s, spool);
    RunService service(
        book, [host](const QString &) -> Result<std::shared_ptr<RunHost>> { return std::shared_ptr<RunHost>(host); },
        {}, spool);
    RunSettings settings;
    settings.source = folder + u"/source"_s;
    settings.script = u"s.sh"_s;
    settings.target = u"box"_s;
    JobContext context;
    auto run = service.submit(settings, context);
    if (!run)
        return 1;
    while (!service.busyTargets().valueOr({u"box"_s}).isEmpty()) {
        (void)service.lookAt(u"box"_s, {});
        CancelToken().waitFor(std::chrono::milliseconds(5));
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString folder = application.arguments().value(1);
    if (application.arguments().value(2) == u"remote")
        return submitAndCopy(folder);
    test::FolderRunBook book(folder + u"/book"_s);
    auto host = std::make_shared<LocalHost>(folder + u"/runs"_s, folder + u"/environments"_s);
    RunService service(
        book, [host](const QString &) -> Result<std::shared_ptr<RunHost>> { return std::shared_ptr<RunHost>(host); });
    RunSettings settings;
    settings.source = folder + u"/source"_s;
    settings.script = u"s.sh"_s;
    JobContext context;
    auto run = service.submit(settings, context);
    if (!run)
        return 1;
    QFile spool(folder + u"/spool"_s);
    if (!spool.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 2;
    auto end = followLog(service, *run, u"std"_s, 0, {}, [&spool](const QByteArray &bytes) { spool.write(bytes); });
    return end ? 0 : 3;
}
