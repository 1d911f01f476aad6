#include "app/cli/computeusage.h"
#include "app/cli/mltargetcommands.h"
#include "app/cli/terminal.h"
#include "core/base/files.h"

#include <CLI/CLI.hpp>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::ComputeCommand", text); }

struct Options
{
    std::string act, name, type = "cluster", size, sshKey, confirm;
    std::optional<int> minNodes, maxNodes, idle;
    bool isLowPriority = false;
    int days = 1;
    std::optional<std::string> price;
};

Result<ManagedRequest> requestOf(const Options &options)
{
    ManagedRequest request;
    request.name = fromStd(options.name);
    request.isCluster = options.type == "cluster";
    request.size = fromStd(options.size);
    request.minNodes = options.minNodes.value_or(0);
    request.maxNodes = options.maxNodes.value_or(std::max(1, request.minNodes));
    request.idleSeconds = options.idle.value_or(120);
    request.isLowPriority = options.isLowPriority;
    if (!options.sshKey.empty()) {
        const auto key = readWholeFile(fromStd(options.sshKey), 16 * 1024);
        if (!key)
            return key.error();
        if (key->contains("PRIVATE KEY"))
            return Error::usage(QStringLiteral("compute.privateKey"),
                                tr("%1 is a private key. Name the public one.").arg(fromStd(options.sshKey)));
        request.publicKey = QString::fromUtf8(key->trimmed());
    }
    return request;
}

/// Nothing is deleted without its name, typed again.
Result<> confirm(const CommandContext &context, const Options &options)
{
    std::string typed = options.confirm;
    if (typed.empty() && Output::stdinIsTerminal()) {
        const auto answer = Terminal(context.out)
                                .ask(tr("This deletes %1 and its disks. Type its name: ").arg(fromStd(options.name)),
                                     true, context.cancel);
        if (!answer)
            return answer.error();
        typed = answer->toStdString();
    }
    if (typed == options.name)
        return {};
    return Error::usage(QStringLiteral("compute.notConfirmed"),
                        tr("%1 and its disks go only when its name is said again.").arg(fromStd(options.name)))
        .withFix(QStringLiteral("--confirm %1").arg(fromStd(options.name)));
}

Result<int> remove(CommandContext &context, MlTargets &ml, const Options &options)
{
    if (const auto agreed = confirm(context, options); !agreed)
        return agreed.error();
    const auto target = ml.find(fromStd(options.name), context.cancel);
    if (!target)
        return target.error();
    TalkingContext job(context);
    if (const auto gone = ml.remove(target->record.name, job); !gone)
        return gone.error();
    if (context.out.json)
        printMlTarget(context.out, *target); // what was deleted, as it was
    else
        context.out.text(tr("Deleted: %1").arg(target->record.name));
    return 0;
}

Result<int> work(CommandContext &context, MlTargets &ml, const Options &options)
{
    const QString name = fromStd(options.name);
    if (options.act == "delete")
        return remove(context, ml, options);
    if (options.act == "usage")
        return printComputeUsage(context, ml, name, options.days, options.price);
    TalkingContext job(context);
    Result<MlTarget> target = Error::canceled();
    if (options.act == "create") {
        const auto request = requestOf(options);
        if (!request)
            return request.error();
        target = ml.create(*request, job);
    } else if (options.act == "resize") {
        target = ml.resize(name, options.minNodes, options.maxNodes, options.idle, job);
    } else {
        target = ml.act(name, fromStd(options.act), job);
    }
    if (!target)
        return target.error();
    if (options.act == "stop")
        context.out.talk(tr("Its disk, its public address and its load balancer still cost while it is stopped."));
    printMlTarget(context.out, *target);
    return 0;
}

Result<int> compute(CommandContext &context, const Options &options)
{
    static const QStringList acts{QStringLiteral("create"),  QStringLiteral("start"),  QStringLiteral("stop"),
                                  QStringLiteral("restart"), QStringLiteral("resize"), QStringLiteral("delete"),
                                  QStringLiteral("usage")};
    if (!acts.contains(fromStd(options.act)))
        return Error::usage(QStringLiteral("usage.act"),
                            tr("“%1” is none of %2.").arg(fromStd(options.act), acts.join(QStringLiteral(", "))));
    if (options.name.empty())
        return Error::usage(QStringLiteral("target.needed"), tr("Say which target is meant."))
            .withFix(tr("mooring targets lists them."));
    const auto ml = context.ml();
    if (!ml)
        return ml.error();
    if (!*ml)
        return Error::usage(QStringLiteral("workspace.needsAzureMl"),
                            tr("Managed compute is made in a workspace of Azure ML, not in the one of this computer."))
            .withFix(QStringLiteral("mooring workspace add azureml NAME --config config.json"));
    return work(context, (*ml)->targets, options);
}

} // namespace

void addComputeCommand(CommandSet &commands)
{
    CLI::App *command = commands.add("compute", tr("Make and run managed compute of an Azure ML workspace"));
    auto options = std::make_shared<Options>();
    command->add_option("ACT", options->act, "create, start, stop, restart, resize, delete, usage");
    command->add_option("NAME", options->name, toStd(tr("Name of the target")));
    command->add_option("--type", options->type, toStd(tr("Of create: cluster or instance")))
        ->check(CLI::IsMember({"cluster", "instance"}));
    command->add_option("--size", options->size, toStd(tr("Of create: size of the machines")))->type_name("SIZE");
    command->add_option("--min", options->minNodes, toStd(tr("Of a cluster: least number of nodes")))->type_name("N");
    command->add_option("--max", options->maxNodes, toStd(tr("Of a cluster: most nodes")))->type_name("N");
    command->add_option("--idle", options->idle, toStd(tr("Of a cluster: seconds until an idle node goes")))
        ->type_name("S")
        ->check(CLI::Range(0, 31536000));
    command->add_flag("--low-priority", options->isLowPriority,
                      toStd(tr("Of a cluster: nodes that may be taken away")));
    command->add_option("--ssh-key", options->sshKey, toStd(tr("Of an instance: public key for SSH")))
        ->type_name("FILE");
    command->add_option("--confirm", options->confirm, toStd(tr("Of delete: the name again")))->type_name("NAME");
    command->add_option("--days", options->days, toStd(tr("Of usage: so many days until today")))
        ->type_name("N")
        ->check(CLI::Range(1, UsageHistory::kKeptDays));
    command->add_option("--price", options->price, toStd(tr("Of usage: what a node hour costs, from now on")))
        ->type_name("P");
    commands.takeSecrets(*command);
    commands.worksInAzure(command);
    commands.on(command, [options](CommandContext &context) { return compute(context, *options); });
}

} // namespace mooring
