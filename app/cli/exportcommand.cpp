#include "app/cli/mlruncommands.h"
#include "app/cli/mltargetcommands.h"
#include "app/cli/targetfilecommands.h"
#include "core/azure/ascode/endpointascode.h"
#include "core/azure/ascode/runascode.h"
#include "core/base/files.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>
#include <QDir>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::ExportCommand", text); }

using Exported = Result<std::optional<QByteArray>>; ///< nothing: the word is no such thing

Exported exportEndpoint(CommandContext &context, const QString &word, const QString &form)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    const auto endpoint = (*services)->workspace().findEndpoint(word);
    if (!endpoint)
        return endpoint.error().code == u"endpoint.unknown" ? Exported(std::nullopt) : Exported(endpoint.error());
    const EndpointVersion *newest = endpoint->latest();
    if (!newest)
        return Exported(std::nullopt);
    auto text = form == u"mooring" ? Result<QByteArray>(shellCommand(newest->settings.toCommand()).toUtf8() + '\n')
                                   : endpointAsCode(*newest, form);
    return text ? Exported(std::move(*text)) : Exported(text.error());
}

Result<QByteArray> exportRun(CommandContext &context, const QString &word, const QString &form)
{
    const auto there = findMlRun(context, toStd(word));
    if (!there)
        return there.error();
    const auto run = *there ? Result<RunRecord>(**there) : requireRun(context, toStd(word));
    if (!run)
        return run.error();
    if (run->settings.source.isEmpty())
        return Error::usage(
            QStringLiteral("export.noWay"),
            tr("The run %1 was not sent from here: its folder, arguments and environment are not known.").arg(word));
    return form == u"mooring" ? Result<QByteArray>(run->settings.toYaml()) : runAsCode(run->settings, form);
}

Result<int> write(CommandContext &context, const QByteArray &text, const QString &file)
{
    if (file.isEmpty())
        context.out.bytes(text);
    else if (auto written = writeFileAtomically(QDir::current().absoluteFilePath(file), text, 0644); !written)
        return written.error();
    return 0;
}

Result<int> exportThing(CommandContext &context, const QString &word, const QString &form, const QString &file)
{
    if (word.isEmpty())
        return Error::usage(QStringLiteral("export.needed"), tr("Say which target, run or endpoint is meant."))
            .withFix(QStringLiteral("mooring export NAME --as mooring"));
    for (const auto exported : {exportMlTarget, exportLocalTarget, exportEndpoint}) {
        const auto text = exported(context, word, form);
        if (!text)
            return text.error();
        if (*text)
            return write(context, **text, file);
    }
    const auto run = exportRun(context, word, form);
    if (!run && run.error().code == u"run.unknown")
        return Error::usage(run.error().code, tr("There is no target, run or endpoint named “%1”.").arg(word))
            .withFix(QStringLiteral("mooring targets, mooring runs, mooring endpoints"));
    return run ? write(context, *run, file) : Result<int>(run.error());
}

} // namespace

void addExportCommand(CommandSet &commands)
{
    CLI::App *command = commands.add("export", tr("Print a target, a run or an endpoint as text"));
    auto what = std::make_shared<std::string>();
    auto form = std::make_shared<std::string>();
    auto file = std::make_shared<std::string>();
    command->add_option("NAME", *what,
                        toStd(tr("Name of a target or an endpoint, or a run: id, beginning of an id, or name")));
    command
        ->add_option(
            "--as", *form,
            toStd(tr("mooring; sdk: Python of azureml-core; cli: az ml; terraform, ssh: of a target, as it can")))
        ->required()
        ->check(CLI::IsMember({"sdk", "cli", "terraform", "ssh", "mooring"}));
    command->add_option("--to", *file, toStd(tr("Write to this file")))->type_name("FILE");
    commands.takeSecrets(*command);
    commands.worksInAzure(command);
    commands.on(command, [what, form, file](CommandContext &context) {
        return exportThing(context, fromStd(*what), fromStd(*form), fromStd(*file));
    });
}

} // namespace mooring
