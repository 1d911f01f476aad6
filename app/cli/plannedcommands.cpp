#include "app/cli/commandline.h"

#include <CLI/CLI.hpp>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::PlannedCommands", text); }

constexpr const char *kPlanned[] = {"diagnose"};

} // namespace

void addPlannedCommands(CommandSet &commands)
{
    for (const char *name : kPlanned) {
        CLI::App *command = commands.add(name, tr("Not in this version"));
        command->group(""); // not in --help
        commands.takeAnything(command);
        commands.on(command, [name](CommandContext &) -> Result<int> {
            return Error::usage(QStringLiteral("usage.notInThisVersion"),
                                tr("“%1” is not in this version.").arg(QString::fromLatin1(name)));
        });
    }
}

} // namespace mooring
