#include "app/cli/commandline.h"

#include "app/cli/interrupt.h"
#include "app/cli/secretsource.h"
#include "app/cli/terminal.h"
#include "core/base/text.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <libssh2.h>

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::CommandLine", text); }

struct GlobalOptions
{
    std::string profile, workspace, language;
    bool json = false, quiet = false, version = false;
    int timeout = 0;
};

void addGlobalOptions(CLI::App &root, GlobalOptions &global)
{
    root.add_option("--profile", global.profile, toStd(tr("Folder of the profile (or MOORING_PROFILE)")))
        ->type_name("DIR");
    root.add_option("--workspace", global.workspace, toStd(tr("Workspace to use")))->type_name("NAME");
    root.add_flag("--json", global.json, toStd(tr("Results as JSON on standard output")));
    root.add_flag("--quiet", global.quiet, toStd(tr("No progress and no warnings")));
    root.add_option("--lang", global.language, toStd(tr("Language: en or ko")))
        ->type_name("LANG")
        ->check(CLI::IsMember({"en", "ko"}));
    root.add_option("--timeout", global.timeout, toStd(tr("Stop waiting after so many seconds: exit 124")))
        ->type_name("SECONDS")
        ->check(CLI::Range(1, 31536000));
    root.add_flag("--version", global.version, toStd(tr("Print the version")));
}

QStringList optionNames(const CLI::App &app)
{
    QStringList names;
    for (const CLI::Option *option : app.get_options()) {
        for (const std::string &name : option->get_lnames())
            names << QStringLiteral("--") + fromStd(name);
    }
    return names;
}

Error unexpected(const QString &word, const CLI::App &root, const CLI::App *command, const QStringList &commands)
{
    const bool isOption = word.startsWith(u'-');
    QStringList candidates = isOption ? optionNames(root) : commands;
    if (isOption && command)
        candidates += optionNames(*command);
    const QString near = nearestWord(word, candidates);
    Error error = isOption ? Error::usage(QStringLiteral("usage.unknownOption"), tr("There is no option %1.").arg(word))
                  : command
                      ? Error::usage(QStringLiteral("usage.unexpected"), tr("“%1” is one word too many.").arg(word))
                      : Error::usage(QStringLiteral("usage.unknownCommand"), tr("There is no command “%1”.").arg(word));
    if (!near.isEmpty() && (isOption || !command))
        error.fix = tr("The nearest is %1.").arg(near);
    return error;
}

const CLI::App *chosenCommand(const CLI::App &app)
{
    const CLI::App *chosen = nullptr;
    for (const CLI::App *at = &app; !at->get_subcommands().empty();)
        chosen = at = at->get_subcommands().front();
    return chosen;
}

int parseFailure(const Output &out, const CLI::App &root, const CLI::ParseError &failure)
{
    if (failure.get_exit_code() == 0) { // --help
        std::ostringstream help;
        root.exit(failure, help, help);
        out.bytes(QByteArray::fromStdString(help.str()));
        return 0;
    }
    return out.fail(Error::usage(QStringLiteral("usage.wrong"),
                                 tr("The command line could not be understood: %1.").arg(fromStd(failure.what())))
                        .withFix(tr("Add --help to see what the command takes.")));
}

int execute(CommandContext &context, const Action &action)
{
    const Result<int> result = action(context);
    if (result)
        return *result;
    if (result.error().kind == ErrorKind::Canceled && context.timedOut())
        return context.out.fail(Error::timeLimit(QStringLiteral("timeLimit"),
                                                 tr("The time limit of --timeout passed. What was started goes on.")));
    return context.out.fail(result.error());
}

} // namespace

bool CommandContext::timedOut() const { return m_limit && m_limit->passed(); }

void CommandContext::setTimeLimit(int seconds)
{
    m_limit = std::make_shared<TimeLimit>(cancel, std::chrono::seconds(seconds));
}

Result<Services *> CommandContext::services()
{
    if (!m_services) {
        Services::AskPerson ask;
        if (Output::stdinIsTerminal())
            ask = [out = out](const SshPrompts &prompts, const CancelToken &token) {
                return Terminal(out).askPrompts(prompts, token);
            };
        auto opened = Services::open(m_profile, ask);
        if (!opened)
            return opened.error();
        m_services = std::move(opened).value();
        HostTrust &trust = m_services->trust();
        trust.setTeller([out = out](const QString &sentence) { out.talk(sentence); });
        if (Output::stdinIsTerminal())
            trust.setAsker([out = out, token = cancel](const HostKeyFinding &finding) {
                return Terminal(out).askHostKey(finding, token);
            });
        if (m_services->workspace().isReadOnly())
            out.talk(m_services->workspace().readOnlyReason());
    }
    return m_services.get();
}

Result<> CommandContext::giveSecrets(const QString &target)
{
    const auto given = fieldSecrets();
    if (!given || given->empty())
        return given ? Result<>() : Result<>(given.error());
    const auto opened = services();
    return opened ? (*opened)->targets().useSecrets(target, *given) : Result<>(opened.error());
}

Result<std::map<QString, QByteArray>> CommandContext::fieldSecrets()
{
    if (!m_fieldSecrets) {
        auto given = readSecrets(secrets);
        if (!given)
            return given.error();
        if (const auto client = given->extract(QStringLiteral("client-secret")))
            m_clientSecret = client.mapped();
        m_fieldSecrets = std::move(*given);
    }
    return *m_fieldSecrets;
}

Result<std::optional<MlWorkspace>> CommandContext::mlWorkspace()
{
    if (MlWorkspaceBook::isLocal(m_workspaceName) && !m_workspaceName.isEmpty())
        return std::optional<MlWorkspace>();
    const auto opened = services();
    if (!opened)
        return opened.error();
    MlWorkspaceBook book = (*opened)->mlWorkspaces();
    const auto name = m_workspaceName.isEmpty() ? book.defaultName() : Result<QString>(m_workspaceName);
    if (!name)
        return name.error();
    if (MlWorkspaceBook::isLocal(*name))
        return std::optional<MlWorkspace>();
    const auto found = book.find(*name);
    return found ? Result<std::optional<MlWorkspace>>(*found) : Result<std::optional<MlWorkspace>>(found.error());
}

Result<MlSession *> CommandContext::ml()
{
    if (m_ml)
        return m_ml.get();
    const auto workspace = mlWorkspace();
    if (!workspace)
        return workspace.error();
    if (!*workspace)
        return static_cast<MlSession *>(nullptr);
    if (const auto held = holdClientSecret(**workspace); !held)
        return held.error();
    auto opened = m_services->openMl(**workspace);
    if (!opened)
        return opened.error();
    m_ml = std::move(*opened);
    return m_ml.get();
}

Result<> CommandContext::holdClientSecret(const MlWorkspace &workspace)
{
    if (const auto read = fieldSecrets(); !read)
        return read.error();
    if (m_clientSecret.isEmpty())
        return {};
    const auto account = m_services->signIn().accountFor(workspace.cloud, workspace.tenant);
    return account ? m_services->credentials().hold(account->secretKey(), m_clientSecret) : Result<>(account.error());
}

void CommandSet::takeSecrets(CLI::App &command) { addSecretOption(command, secrets); }

CLI::App *CommandSet::add(const char *name, const QString &help)
{
    CLI::App *command = m_root.add_subcommand(name, toStd(help));
    command->fallthrough();
    command->allow_extras();
    return command;
}

const Action *CommandSet::find(const CLI::App *command) const
{
    const auto found = m_actions.find(command);
    return found == m_actions.end() ? nullptr : &found->second;
}

QStringList CommandSet::names() const
{
    QStringList names;
    for (const CLI::App *command : m_root.get_subcommands({}))
        names << fromStd(command->get_name());
    return names;
}

void TalkingContext::onLine(const LogLine &line) { m_out.talk(line.text); }

QString languageOption(const QStringList &arguments)
{
    for (qsizetype i = 0; i < arguments.size() && arguments[i] != u"--"; ++i) {
        if (arguments[i] == u"--lang")
            return arguments.value(i + 1);
        if (arguments[i].startsWith(QStringLiteral("--lang=")))
            return arguments[i].mid(7);
    }
    return {};
}

int runCommandLine(const QStringList &arguments)
{
    CLI::App root{toStd(tr("Attach compute, run training on it, test the model. Without a command: the window.")),
                  "mooring"};
    root.allow_extras();
    root.require_subcommand(0, 1);
    GlobalOptions global;
    addGlobalOptions(root, global);
    CommandSet commands(root);
    for (const auto add : {addWorkspaceCommands, addTargetCommands, addComputeCommand, addTrustCommand, addRunCommands,
                           addRunListCommands, addExportCommand, addLogCommands, addCancelCommand, addEndpointCommands,
                           addTestCommand, addCloudCommand, addSignInCommands, addPracticeCommand, addDiagnoseCommand})
        add(commands);

    QStringList words = arguments;
    if (const auto dashes = words.indexOf(QStringLiteral("--")); dashes >= 0) {
        commands.afterDashes = words.mid(dashes + 1);
        words = words.mid(0, dashes);
    }
    std::vector<std::string> reversed;
    for (const QString &word : words)
        reversed.insert(reversed.begin(), toStd(word));

    Output out;
    out.json = words.contains(QStringLiteral("--json")); // also for errors of the parsing itself
    try {
        root.parse(reversed);
    } catch (const CLI::ParseError &failure) {
        return parseFailure(out, root, failure);
    }
    out.json = global.json;
    out.quiet = global.quiet;
    if (global.version) {
        out.text(QStringLiteral("mooring " MOORING_VERSION "\nQt %1, libssh2 %2")
                     .arg(QString::fromLatin1(qVersion()), QString::fromLatin1(libssh2_version(0))));
        return 0;
    }
    const CLI::App *command = chosenCommand(root);
    const Action *action = commands.find(command);
    if (const auto extra = root.remaining(true); !extra.empty() && !commands.takesAnything(command))
        return out.fail(unexpected(fromStd(extra.front()), root, command, commands.names()));
    if (!MlWorkspaceBook::isLocal(fromStd(global.workspace)) && action && !commands.isForAzure(command))
        return out.fail(Error::usage(QStringLiteral("workspace.onlyLocal"),
                                     tr("“%1” works in the workspace of this computer only, in this version.")
                                         .arg(fromStd(command->get_name())))
                            .withFix(QStringLiteral("--workspace local")));
    if (!action)
        return out.fail(Error::usage(QStringLiteral("usage.noCommand"), tr("Say which command is meant."))
                            .withFix(tr("Add --help to see all of them.")));

    CommandContext context(out, fromStd(global.profile), {}, fromStd(global.workspace));
    context.secrets = commands.secrets;
    cancelOnInterrupt(context.cancel);
    if (global.timeout > 0)
        context.setTimeLimit(global.timeout);
    return execute(context, *action);
}

} // namespace mooring
