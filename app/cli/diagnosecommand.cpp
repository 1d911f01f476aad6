#include "app/cli/commandline.h"
#include "core/base/text.h"
#include "core/diagnostics/diagnosis.h"

#include <QDir>

#include <CLI/CLI.hpp>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::DiagnoseCommand", text); }

struct Options
{
    std::string run, target, file;
};

Result<int> runDiagnosis(CommandContext &context, const Options &options)
{
    if (options.file.empty())
        return Error::usage(QStringLiteral("diagnose.fileNeeded"), tr("Say where the diagnosis is to be written."))
            .withFix(QStringLiteral("mooring diagnose --to diagnosis.zip"));
    const auto opened = context.services();
    if (!opened)
        return opened.error();
    Services &services = **opened;
    QString run;
    if (!options.run.empty()) {
        const auto found = services.workspace().resolveRun(fromStd(options.run));
        if (!found)
            return found.error();
        run = found->id;
    }
    const DiagnosisSources sources{services.profile(), services.kinds(), services.workspace(),
                                   services.targets(), services.runs(),  services.credentials()};
    const auto bundle = diagnose(sources, run, fromStd(options.target), context.cancel);
    if (!bundle)
        return bundle.error();
    const QString file = QDir::current().absoluteFilePath(fromStd(options.file));
    if (auto written = bundle->write(file); !written)
        return written.error();
    if (context.out.json) {
        context.out.document(bundle->list());
        return 0;
    }
    std::vector<QStringList> rows{{tr("In the file"), tr("Size")}};
    for (const DiagnosticBundle::Entry &entry : bundle->entries())
        rows.push_back({entry.name, humanSize(entry.content.size())});
    context.out.table(rows);
    context.out.talk(tr("Secrets that Mooring knows, and what looks like one, are masked. Look through it before you "
                        "send it."));
    return 0;
}

} // namespace

void addDiagnoseCommand(CommandSet &commands)
{
    CLI::App *command = commands.add("diagnose", tr("Gather what helps to find out what is wrong, without secrets"));
    auto options = std::make_shared<Options>();
    auto *run = command->add_option("--run", options->run, toStd(tr("Of this run: id, beginning of an id, or name")))
                    ->type_name("R");
    command->add_option("--target", options->target, toStd(tr("Of this target")))->type_name("T")->excludes(run);
    command->add_option("--to", options->file, toStd(tr("The zip file to write")))->type_name("FILE.zip");
    commands.on(command, [options](CommandContext &context) { return runDiagnosis(context, *options); });
}

} // namespace mooring
