// What the kill test kills: submits one run and follows its log into a file, like `mooring run --follow`.
// usage: submitandfollow FOLDER    with FOLDER/source/s.sh; uses FOLDER/book, FOLDER/runs, FOLDER/spool
#include "core/runs/runlog.h"
#include "core/targets/local/localhost.h"
#include "tests/support/folderrunbook.h"

#include <QCoreApplication>

using namespace mooring;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString folder = application.arguments().value(1);
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
