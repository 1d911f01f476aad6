#include "app/cli/mlruncommands.h"

#include <CLI/CLI.hpp>

namespace mooring {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("mooring::CancelCommand", text, nullptr, n);
}

void print(const Output &out, const CancelReport &report)
{
    if (report.waits) {
        out.text(tr("The cancel is kept and waits for %1. It is carried out as soon as Mooring reaches it again.")
                     .arg(report.run.settings.target));
        out.text(report.run.reason);
        return;
    }
    for (const CanceledProcess &process : report.ended)
        out.text(tr("Ended %1 with %2: %3").arg(process.pid).arg(process.signal, process.command));
    for (const CanceledProcess &process : report.left)
        out.text(tr("Still there: %1, %2").arg(process.pid).arg(process.command));
    out.text(report.left.empty() ? tr("%n process(es) ended, none left.", int(report.ended.size()))
                                 : tr("%n process(es) left.", int(report.left.size())));
}

} // namespace

void addCancelCommand(CommandSet &commands)
{
    struct Options
    {
        std::string run;
        int grace = 10;
    };
    CLI::App *cancel = commands.add("cancel", tr("End a run and prove that nothing of it is left"));
    auto options = std::make_shared<Options>();
    cancel->add_option("RUN", options->run, toStd(tr("Id, the beginning of an id, or name")));
    cancel->add_option("--grace", options->grace, toStd(tr("Seconds between the request to end and the kill")))
        ->type_name("S")
        ->check(CLI::Range(0, 3600));
    commands.takeSecrets(*cancel);
    commands.worksInAzure(cancel);
    commands.on(cancel, [options](CommandContext &context) -> Result<int> {
        const auto there = findMlRun(context, options->run);
        if (!there)
            return there.error();
        if (*there)
            return cancelMlRun(context, **there, options->grace);
        const auto run = requireRun(context, options->run);
        if (!run)
            return run.error();
        TalkingContext job(context);
        const auto report = (*context.services())->runs().cancelRun(run->id, std::chrono::seconds(options->grace), job);
        if (!report)
            return report.error();
        if (context.out.json)
            context.out.document(report->toJson());
        else
            print(context.out, *report);
        if (report->waits)
            return 3;
        return report->left.empty() ? 0 : 1;
    });
}

} // namespace mooring
