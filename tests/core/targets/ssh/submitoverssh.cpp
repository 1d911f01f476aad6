// What the kill test kills: submits one run over SSH and looks at it, as the window does, until its copy is complete.
// usage: submitoverssh FOLDER PORT USER KEY WORK    with FOLDER/source/s.sh; uses FOLDER/book, FOLDER/spool
// Prints "submitted" when it is.
#include "tests/core/targets/ssh/overssh.h"
#include "tests/support/folderrunbook.h"

#include <QCoreApplication>

#include <cstdio>

using namespace mooring;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = application.arguments();
    const test::OverSsh over{words.value(2).toUShort(), words.value(3), words.value(4), words.value(5), words.value(1)};
    test::FolderRunBook book(over.folder + u"/book"_s);
    const std::shared_ptr<RunHost> host = over.makeHost();
    RunService service(
        book, [host](const QString &) { return Result<std::shared_ptr<RunHost>>(host); }, {}, over.spool());
    RunSettings settings;
    settings.source = over.folder + u"/source"_s;
    settings.script = u"s.sh"_s;
    settings.target = u"box"_s;
    JobContext context;
    if (auto run = service.submit(settings, context); !run) {
        std::fprintf(stderr, "%s\n", qPrintable(run.error().text()));
        return 1;
    }
    std::puts("submitted");
    std::fflush(stdout);
    while (!service.busyTargets().valueOr({u"box"_s}).isEmpty()) {
        (void)service.lookAt(u"box"_s, {});
        CancelToken().waitFor(std::chrono::milliseconds(20));
    }
    return 0;
}
