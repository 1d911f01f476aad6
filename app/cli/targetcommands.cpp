#include "app/cli/attaching.h"
#include "app/cli/mltargetcommands.h"
#include "app/cli/secretsource.h"
#include "app/cli/targetprint.h"
#include "core/base/text.h"
#include "core/targets/builtin/builtinkinds.h"
#include "core/transport/ssh/hostkeyfetch.h"

#include <CLI/CLI.hpp>

namespace mooring {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("mooring::TargetCommands", text, nullptr, n);
}

struct Options
{
    std::string kind, name;
    std::vector<std::string> set, rungs;
    HostKeyOptions hostKey;
    bool noCheck = false, clean = false, cleanOutputs = false;
};

Result<> fill(FormValues &values, const Options &options)
{
    for (const std::string &entry : options.set) {
        const auto pair = parseAssignment(QStringLiteral("--set"), fromStd(entry));
        if (!pair)
            return pair.error();
        if (auto set = values.set(pair->first, pair->second); !set)
            return set;
    }
    return {};
}

QStringList toList(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list << fromStd(word);
    return list;
}

Result<int> listKinds(CommandContext &context)
{
    const KindRegistry kinds = knownKinds();
    if (context.out.json) {
        Json list = Json::array();
        for (const auto &kind : kinds.all())
            list.push_back(kind->toJson());
        context.out.document(list);
        return 0;
    }
    std::vector<QStringList> rows{{tr("Kind"), tr("Title"), tr("Summary")}};
    for (const auto &kind : kinds.all())
        rows.push_back({kind->id(), kind->title(), kind->summary()});
    context.out.table(rows);
    return 0;
}

Result<int> listTargets(CommandContext &context)
{
    const auto services = context.services();
    const auto ml = services ? context.ml() : Result<MlSession *>(services.error());
    if (!ml)
        return ml.error();
    if (*ml)
        return listMlTargets(context, (*ml)->targets);
    const auto targets = (*services)->targets().targets();
    if (!targets)
        return targets.error();
    const KindRegistry &kinds = (*services)->kinds();
    if (context.out.json) {
        Json list = Json::array();
        for (const TargetRecord &target : *targets)
            list.push_back(target.toListJson(kinds.find(target.kind)));
        context.out.document(list);
        return 0;
    }
    std::vector<QStringList> rows{{tr("Name"), tr("Kind"), tr("State"), tr("Last check")}};
    for (const TargetRecord &target : *targets)
        rows.push_back({target.name, target.kind, target.state(),
                        target.lastCheck ? humanTime(target.lastCheck->at) : tr("never")});
    context.out.table(rows);
    return 0;
}

Result<int> showTarget(CommandContext &context, const QString &name)
{
    const auto services = context.services();
    const auto ml = services ? mlFor(context, name) : Result<MlSession *>(services.error());
    if (!ml)
        return ml.error();
    if (*ml)
        return showMlTarget(context, (*ml)->targets, name);
    const auto target = (*services)->targets().find(name);
    if (!target)
        return target.error();
    if (context.out.json) {
        context.out.document(target->toFullJson((*services)->kinds().find(target->kind)));
        return 0;
    }
    context.out.table({{tr("Name"), target->name},
                       {tr("Kind"), target->kind},
                       {tr("State"), target->state()},
                       {tr("Identity"), target->identity}});
    if (target->lastCheck)
        printLadder(context.out, *target->lastCheck);
    if (!target->log.isEmpty())
        context.out.text(QStringLiteral("\n") + target->log);
    return 0;
}

/// Runs that are there and not in this workspace: of a database that was lost, or of an earlier attachment.
void adoptRuns(CommandContext &context, Services &services, const QString &target)
{
    const auto adopted = services.runs().adoptRuns(target, context.cancel);
    if (adopted && !adopted->empty())
        context.out.talk(tr("%n run(s) found there and taken into this workspace.", int(adopted->size())));
}

Result<int> attach(CommandContext &context, const Options &options)
{
    const KindRegistry kinds = knownKinds();
    const TargetKind *kind = kinds.find(fromStd(options.kind));
    if (!kind)
        return kinds.require(fromStd(options.kind)).error();
    if (!kind->attachable())
        return Error::usage(QStringLiteral("target.notAttachable"),
                            tr("Targets of the kind “%1” are not attached: %2").arg(kind->id(), kind->summary()));
    if (options.name.empty())
        return Error::usage(QStringLiteral("target.needed"), tr("Say what the target shall be called."))
            .withFix(QStringLiteral("mooring attach %1 NAME").arg(kind->id()));
    const auto expected = options.hostKey.fingerprint();
    if (!expected)
        return expected.error();
    const auto azure = context.mlWorkspace();
    if (!azure)
        return azure.error();
    const auto attachment = *azure ? kind->azure() : std::nullopt;
    AttachRequest request{kind->id(), fromStd(options.name),
                          FormValues(attachment ? attachment->fields : kind->fields()), toList(options.rungs),
                          !options.noCheck};
    if (auto filled = fill(request.values, options); !filled)
        return filled.error();
    const auto secrets = context.fieldSecrets();
    if (!secrets)
        return secrets.error();
    for (const auto &[field, value] : *secrets) {
        if (auto set = request.values.setSecret(field, value); !set)
            return set.error();
    }
    return attachTarget(context, request, *expected, options.hostKey.newOne);
}

Result<int> check(CommandContext &context, const Options &options)
{
    const auto secrets = context.fieldSecrets();
    if (!secrets)
        return secrets.error();
    const auto services = context.services();
    const auto ml = services ? mlFor(context, fromStd(options.name)) : Result<MlSession *>(services.error());
    if (!ml)
        return ml.error();
    TalkingContext job(context);
    const auto outcome =
        *ml ? (*ml)->targets.check(fromStd(options.name), toList(options.rungs), *secrets, job, {})
            : (*services)->targets().check(fromStd(options.name), toList(options.rungs), *secrets, job, {});
    if (!outcome)
        return outcome.error();
    if (context.out.json)
        context.out.document(outcome->toJson());
    else
        printLadder(context.out, outcome->target.lastCheck.value_or(outcome->report));
    if (options.rungs.empty() && !outcome->report.failure() && !*ml)
        adoptRuns(context, **services, fromStd(options.name));
    return concluded(context.out, outcome->report);
}

/// What a plain detach leaves there, in words; nothing is touched.
QStringList leftOn(const Leftovers &leftovers)
{
    QStringList lines;
    if (leftovers.trouble)
        return {tr("what Mooring made there, which could not be looked at: %1").arg(leftovers.trouble->text())};
    for (const Leftover &thing : leftovers.things)
        lines << QStringLiteral("%1, %2 (%3)").arg(thing.title(), humanSize(thing.size), thing.path);
    return lines;
}

Result<int> detach(CommandContext &context, const Options &options)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    TargetService &targets = (*services)->targets();
    const QString name = fromStd(options.name);
    const auto secrets = context.fieldSecrets();
    if (!secrets)
        return secrets.error();
    const auto ml = mlFor(context, name);
    if (!ml)
        return ml.error();
    if (*ml)
        return detachMlTarget(context, (*ml)->targets, name);
    if (auto given = targets.useSecrets(name, *secrets); !given)
        return given.error();
    TalkingContext job(context);
    const auto before = targets.leftovers(name, job);
    if (!before)
        return before.error();
    if (options.clean && before->trouble)
        return *before->trouble;
    if (!before->running.empty()) {
        QStringList names;
        for (const RunRecord &run : before->running)
            names << run.name;
        return Error::failed(QStringLiteral("target.runsLive"),
                             tr("On %1 there are runs going on: %2.").arg(name, names.join(QStringLiteral(", "))))
            .withFix(tr("Cancel them first, or wait for their end."));
    }
    DetachChoices choices;
    choices.runs = choices.environments = options.clean;
    if (options.cleanOutputs) {
        for (const Leftover &thing : before->things) {
            if (thing.kind == Leftover::Kind::Outputs)
                choices.outputsOf << thing.run;
        }
    }
    auto report = targets.detach(name, choices, job);
    if (!report)
        return report.error();
    if (!options.clean)
        report->left = leftOn(*before) + report->left;
    if (context.out.json)
        context.out.document(report->toJson());
    else
        printDetach(context.out, *report);
    return 0;
}

Error nameNeeded()
{
    return Error::usage(QStringLiteral("target.needed"), tr("Say which target is meant."))
        .withFix(tr("mooring targets lists them."));
}

void addOptions(CLI::App &command, Options &options, bool form)
{
    if (form) {
        command.add_option("KIND", options.kind, toStd(tr("Kind of target; mooring kinds lists them")));
        command.add_option("--set", options.set, toStd(tr("Value of a field, not a secret")))
            ->type_name("F=V")
            ->take_all()
            ->expected(1)
            ->allow_extra_args(false);
        options.hostKey.addTo(command);
        command.add_flag("--no-check", options.noCheck,
                         toStd(tr("Attach without checking: for what only the service can reach")));
    }
    command.add_option("NAME", options.name, toStd(tr("Name of the target")));
    command
        .add_option(form ? "--skip-rung" : "--rung", options.rungs,
                    toStd(form ? tr("Leave this check out") : tr("Only this check")))
        ->type_name("R")
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false);
}

} // namespace

void HostKeyOptions::addTo(CLI::App &command)
{
    command.add_option("--accept-host-key", expected, toStd(tr("Trust exactly this key")))->type_name("SHA256:…");
    command.add_flag("--accept-new-host-key", newOne, toStd(tr("Trust a key that was never seen")));
}

Result<QString> HostKeyOptions::fingerprint() const
{
    if (expected.empty())
        return QString();
    if (newOne)
        return Error::usage(QStringLiteral("usage.oneHostKey"),
                            tr("--accept-host-key and --accept-new-host-key exclude each other."));
    return parseFingerprint(fromStd(expected));
}

KindRegistry knownKinds()
{
    KindRegistry kinds;
    registerBuiltinKinds(kinds);
    return kinds;
}

Result<int> attachTarget(CommandContext &context, const AttachRequest &request, const QString &expectedKey,
                         bool acceptNewKey)
{
    const auto services = context.services();
    if (!services)
        return services.error();
    (*services)->trust().expect(expectedKey);
    (*services)->trust().acceptNew(acceptNewKey);
    const auto ml = context.ml();
    if (!ml)
        return ml.error();
    TalkingContext job(context);
    const auto outcome =
        *ml ? (*ml)->targets.attach(request, job, {}) : (*services)->targets().attach(request, job, {});
    if (!outcome)
        return outcome.error();
    if (context.out.json) {
        Json document = outcome->toJson();
        document["attached"] = outcome->attached;
        context.out.document(document);
    } else {
        printLadder(context.out, outcome->report);
    }
    if (outcome->attached && request.check && !*ml)
        adoptRuns(context, **services, request.name);
    return outcome->attached ? 0 : concluded(context.out, outcome->report, !expectedKey.isEmpty());
}

void addTargetCommands(CommandSet &commands)
{
    CLI::App *kinds = commands.add("kinds", tr("List the kinds of targets and their fields"));
    commands.on(kinds, listKinds);
    CLI::App *targets = commands.add("targets", tr("List the attached targets; this computer is always there"));
    commands.takeSecrets(*targets);
    commands.on(targets, listTargets);
    for (const CLI::App *command : {kinds, targets})
        commands.worksInAzure(command);

    CLI::App *show = commands.add("show", tr("Show one target with its provisioning log"));
    auto name = std::make_shared<std::string>();
    show->add_option("NAME", *name, toStd(tr("Name of the target")));
    commands.takeSecrets(*show);
    commands.worksInAzure(show);
    commands.on(show, [name](CommandContext &context) {
        return name->empty() ? Result<int>(nameNeeded()) : showTarget(context, fromStd(*name));
    });

    const auto add = [&commands](const char *word, const QString &help, bool form,
                                 Result<int> (*work)(CommandContext &, const Options &)) {
        CLI::App *command = commands.add(word, help);
        auto options = std::make_shared<Options>();
        addOptions(*command, *options, form);
        commands.takeSecrets(*command);
        commands.worksInAzure(command);
        if (std::string(word) == "detach") {
            CLI::Option *clean =
                command->add_flag("--clean", options->clean, toStd(tr("Also remove what Mooring left on the target")));
            command
                ->add_flag("--clean-outputs", options->cleanOutputs,
                           toStd(tr("With --clean: also outputs that were never fetched")))
                ->needs(clean);
        }
        commands.on(command, [options, work, form](CommandContext &context) {
            return options->name.empty() && !form ? Result<int>(nameNeeded()) : work(context, *options);
        });
    };
    add("attach", tr("Attach a target"), true, attach);
    add("check", tr("Check a target, all rungs or one"), false, check);
    add("detach", tr("Forget a target; the thing itself stays"), false, detach);
}

} // namespace mooring
