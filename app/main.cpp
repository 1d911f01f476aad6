#include "app/cli/commandline.h"
#include "core/base/language.h"

#ifdef MOORING_UI
#include "app/windowmain.h"
#endif

#include <QCoreApplication>

#include <sys/prctl.h>

namespace {

/// No core dumps and no reading of our memory by others: secrets may be in it. Not by a limit, which every run would
/// inherit.
void protectMemory() { prctl(PR_SET_DUMPABLE, 0); }

QStringList words(int argc, char **argv)
{
    QStringList list;
    for (int i = 1; i < argc; ++i)
        list << QString::fromLocal8Bit(argv[i]);
    return list;
}

} // namespace

int main(int argc, char **argv)
{
    protectMemory();
    const QStringList arguments = words(argc, argv);
#ifdef MOORING_UI
    if (mooring::isWindowCommand(arguments))
        return mooring::windowMain(argc, argv, arguments);
#endif
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("mooring"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MOORING_VERSION));
    mooring::installLanguage(mooring::languageOption(arguments));
    return mooring::runCommandLine(arguments);
}
