#pragma once

#include "app/cli/output.h"
#include "app/services/services.h"
#include "core/jobs/jobcontext.h"

#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace mooring {

/// What every command may use. The services are opened at the first call of `services()`.
class CommandContext
{
public:
    CommandContext(Output output, QString profile, CancelToken token, QString workspace = {})
        : out(output), cancel(std::move(token)), m_profile(std::move(profile)), m_workspaceName(std::move(workspace))
    {
    }

    Output out;
    CancelToken cancel; ///< SIGINT, SIGTERM, --timeout
    bool timedOut() const;
    void setTimeLimit(int seconds);

    Result<Services *> services();
    /// The workspace that --workspace names, or the profile's default; nothing: the embedded one.
    Result<std::optional<MlWorkspace>> mlWorkspace();
    /// That workspace, with the account that is signed in there; null: the embedded one.
    Result<MlSession *> ml();
    /// What --secret gave, read once, for fields of a target. "client-secret" is not among them: it signs in an
    /// application where no keychain has kept it.
    Result<std::map<QString, QByteArray>> fieldSecrets();
    /// Lets the target use what --secret gave (CommandSet::takeSecrets) while this process lives.
    Result<> giveSecrets(const QString &target);
    std::vector<std::string> secrets; ///< as they stood on the command line

private:
    Result<> holdClientSecret(const MlWorkspace &workspace);

    QString m_profile, m_workspaceName;
    std::optional<std::map<QString, QByteArray>> m_fieldSecrets;
    QByteArray m_clientSecret;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<MlSession> m_ml;
    std::shared_ptr<class TimeLimit> m_limit;
};

/// A command's work, after its options were parsed. Gives the exit code; an Error is printed by the caller.
using Action = std::function<Result<int>(CommandContext &)>;

/// The commands by the address of their parser. Filled by the add… functions below, one for each file.
class CommandSet
{
public:
    explicit CommandSet(CLI::App &root) : m_root(root) {}
    CLI::App *add(const char *name, const QString &help);
    void on(CLI::App *command, Action action) { m_actions[command] = std::move(action); }
    const Action *find(const CLI::App *command) const;
    /// Words that the command does not know are no error: it refuses or passes on the whole line.
    void takeAnything(const CLI::App *command) { m_takesAnything.insert(command); }
    bool takesAnything(const CLI::App *command) const { return m_takesAnything.contains(command); }
    /// The command works in a workspace of Azure ML too; the others refuse --workspace.
    void worksInAzure(const CLI::App *command) { m_worksInAzure.insert(command); }
    bool isForAzure(const CLI::App *command) const { return m_worksInAzure.contains(command); }
    /// The command has --secret for the target that it is about.
    void takeSecrets(CLI::App &command);
    CLI::App &root() { return m_root; }
    QStringList names() const;

    QStringList afterDashes;          ///< what stood after "--": the script's arguments
    std::vector<std::string> secrets; ///< of the command that takes them

private:
    CLI::App &m_root;
    std::map<const CLI::App *, Action> m_actions;
    std::set<const CLI::App *> m_takesAnything;
    std::set<const CLI::App *> m_worksInAzure;
};

void addWorkspaceCommands(CommandSet &commands); ///< init, workspace
void addTargetCommands(CommandSet &commands);    ///< kinds, targets, show, attach, check, detach
void addComputeCommand(CommandSet &commands);    ///< compute
void addTrustCommand(CommandSet &commands);      ///< trust
void addRunCommands(CommandSet &commands);       ///< run, import
void addRunListCommands(CommandSet &commands);   ///< runs, show-run, metrics, outputs
void addExportCommand(CommandSet &commands);     ///< export
void addLogCommands(CommandSet &commands);       ///< logs
void addCancelCommand(CommandSet &commands);     ///< cancel
void addEndpointCommands(CommandSet &commands);  ///< deploy, endpoints, endpoint-logs, reload, restart, stop, undeploy
void addTestCommand(CommandSet &commands);       ///< test
void addCloudCommand(CommandSet &commands);      ///< cloud
void addSignInCommands(CommandSet &commands);    ///< signin, signout, accounts
void addPracticeCommand(CommandSet &commands);   ///< practice
void addDiagnoseCommand(CommandSet &commands);   ///< diagnose

/// The run that a word means (id, beginning of an id, name), with its state read anew.
Result<RunRecord> requireRun(CommandContext &context, const std::string &word);

/// Prints each line of the work to stderr.
class TalkingContext : public JobContext
{
public:
    explicit TalkingContext(const CommandContext &command) : JobContext(command.cancel), m_out(command.out) {}

protected:
    void onLine(const LogLine &line) override;

private:
    const Output &m_out;
};

/// The value of --lang, which is needed before anything can be parsed: help is translated too. Empty when there is
/// none.
QString languageOption(const QStringList &arguments);

/// Parses, opens, runs one command; gives the exit code. Needs a QCoreApplication.
int runCommandLine(const QStringList &arguments);

} // namespace mooring
