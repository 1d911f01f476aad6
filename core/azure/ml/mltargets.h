#pragma once

#include "core/azure/ml/mlclient.h"
#include "core/azure/ml/mltarget.h"
#include "core/azure/ml/targetnotes.h"
#include "core/azure/ml/usagebook.h"
#include "core/targets/targetservice.h"

namespace mooring {

struct LongOperation;

/// What an attachment sends to Azure ML, to be read before it goes. A value without secrets.
struct MlSending
{
    /// One value that leaves this computer: the label of its form field where it came from one, else the schema's key.
    struct Value
    {
        QString label, value;
        bool isSecret = false; ///< `value` is dots
    };
    bool isSent = true; ///< false: kept as Mooring's own record, nothing goes out
    QString request;    ///< "PUT /subscriptions/…/computes/NAME?api-version=…"
    Json body;          ///< secrets are three dots
    QString location, resourceId;
    std::vector<Value> values; ///< of the kind's own properties
    QStringList sent;          ///< whole sentences: what the service does with it
    QStringList left;          ///< whole sentences: what a later detach does not take away
};

/// One node of a cluster, in the words of the service.
struct MlNode
{
    QString id, state; ///< idle, running, preparing, unusable, leaving, preempted, or a word of later
    QString run;       ///< that it works for; empty: none
};

/// What a cluster or an instance is made with.
struct ManagedRequest
{
    QString name = {};
    bool isCluster = true;
    QString size = {};              ///< of its machines: "STANDARD_DS3_V2"
    int minNodes = 0, maxNodes = 1; ///< of a cluster
    int idleSeconds = 120;          ///< of a cluster: before a node without work goes
    bool isLowPriority = false;     ///< of a cluster
    QString publicKey = {};         ///< of an instance, for SSH; empty: none
};

/// Lists, attaches, checks and detaches the targets of one Azure ML workspace, and makes the managed ones. What the
/// embedded workspace does with TargetService, and with the same documents.
///
/// GET comes before every PUT: a PUT replaces without a word. Detach sends `Detach` and nothing else; `Delete` is sent
/// only for what the workspace made. Blocks; worker threads and the command line only. Thread-safe as its parts are.
class MlTargets
{
public:
    using OnRung = TargetService::OnRung;
    using Secrets = TargetService::Secrets;

    /// All must outlive it.
    MlTargets(std::shared_ptr<MlClient> client, const KindRegistry &kinds, Workspace &workspace,
              CredentialStore &credentials)
        : m_client(std::move(client)),
          m_kinds(kinds),
          m_notes(workspace),
          m_usage(workspace),
          m_credentials(credentials)
    {
    }

    const MlWorkspace &workspace() const { return m_client->workspace(); }
    /// In the order of the service; our own records last.
    Result<std::vector<MlTarget>> targets(const CancelToken &cancel);
    /// What the last list said, and when, for when the service cannot be reached; nothing: there was none.
    struct LastKnown
    {
        QDateTime at;
        std::vector<MlTarget> targets;
    };
    Result<std::optional<LastKnown>> lastKnown();
    Result<MlTarget> find(const QString &name, const CancelToken &cancel); ///< "target.unknown" with the nearest name

    /// Refuses before anything is touched: a name that is there ("target.nameTaken"), a resource that is attached under
    /// any name, compared without regard to case (AlreadyAttached, detail.target). Then the ladder: the workspace, the
    /// rungs of the kind that this computer can climb, the resource, its own service, and last the attachment itself,
    /// followed to its end. After a failed one Azure ML keeps an entry: it is said, and detach takes it away.
    Result<CheckOutcome> attach(const AttachRequest &request, JobContext &context, const OnRung &onRung);
    /// The rungs that attach() climbs for this form, for a list that shows them from the start; without their
    /// functions. Contacts nothing. Errors of the form and the name.
    Result<std::vector<Rung>> attachLadder(const AttachRequest &request) const;
    /// All rungs but the attachment: only reads. The outcome is not attached, and nothing is kept of it. attach() with
    /// rungAgain "attach" and this report as `earlier` then climbs the last one alone.
    Result<CheckOutcome> rehearse(const AttachRequest &request, JobContext &context, const OnRung &onRung);
    /// What attach() is going to send. Asks for the workspace where that was not done yet.
    Result<MlSending> sending(const AttachRequest &request, const CancelToken &cancel) const;
    /// The rungs of check(), as attachLadder() gives those of attach().
    std::vector<Rung> checkLadder(const MlTarget &target) const;
    /// The same rungs without the attachment, and what Azure ML says of the target.
    Result<CheckOutcome> check(const QString &name, const QStringList &only, const Secrets &secrets,
                               JobContext &context, const OnRung &onRung);
    /// Sends `Detach`, follows it, looks again; says what stays. "target.notAttached" for what the workspace made.
    Result<DetachReport> detach(const QString &name, JobContext &context);

    Result<MlTarget> create(const ManagedRequest &request, JobContext &context);
    /// "start", "stop", "restart" of an instance; waits until it is done.
    Result<MlTarget> act(const QString &name, const QString &word, JobContext &context);
    Result<MlTarget> resize(const QString &name, std::optional<int> minNodes, std::optional<int> maxNodes,
                            std::optional<int> idleSeconds, JobContext &context);
    /// Of a cluster, as the service lists them.
    Result<std::vector<MlNode>> nodes(const QString &name, const CancelToken &cancel);
    /// Only what the workspace made: "target.notManaged". Its disks go too.
    Result<> remove(const QString &name, JobContext &context);
    /// What all looks at the list saw of it until now, here and in other processes. Asks no network; also of what is
    /// gone. Empty where nobody looked.
    Result<UsageHistory> usage(const QString &name) const { return m_usage.history(workspace(), name); }
    /// Of one hour of one node, as the user says it; nothing: not known.
    Result<> setPrice(const QString &name, const std::optional<NodePrice> &price)
    {
        return m_usage.setPrice(workspace(), name, price);
    }

    /// Between two looks at something that takes long; tests shorten it.
    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }

private:
    struct Climb;
    Result<std::shared_ptr<Climb>> plan(const AttachRequest &request) const;
    std::vector<Rung> rungsBefore(const std::shared_ptr<Climb> &climb) const;
    Rung lastRung(const std::shared_ptr<Climb> &climb, const std::vector<Rung> &before) const;
    Result<Json> bodyFor(const Climb &climb, const CancelToken &cancel) const;
    Result<> refuseDuplicate(const QString &name, const QString &resourceId, const CancelToken &cancel);
    Result<std::vector<Compute>> computes(const CancelToken &cancel);
    void noteUsage(const std::vector<Compute> &computes);
    Result<std::vector<MlTarget>> withNotes(const std::vector<Compute> &computes);
    Result<std::optional<Compute>> findCompute(const QString &name, const CancelToken &cancel);
    Result<Compute> requireManaged(const QString &name, const CancelToken &cancel);
    LongOperation operation(const QString &name, const QString &what) const;
    std::vector<Rung> commonRungs(const std::shared_ptr<Climb> &climb) const;
    Rung workspaceRung(const std::shared_ptr<Climb> &climb) const;
    Rung resourceRung(const std::shared_ptr<Climb> &climb) const;
    Rung serviceRung(const std::shared_ptr<Climb> &climb) const;
    Rung attachRung(const std::shared_ptr<Climb> &climb) const;
    std::vector<Rung> checkRungs(const std::shared_ptr<Climb> &climb, const MlTarget &target, bool hasSecrets) const;
    Rung computeRung(const QString &name) const;
    RungResult put(const std::shared_ptr<Climb> &climb, JobContext &context) const;
    AskService asker(const AzureAttachment &attachment) const;
    Result<> keepSecrets(TargetRecord &note, const AttachRequest &request, const CancelToken &cancel);
    Result<> forget(const TargetRecord &note, const CancelToken &cancel);
    QString secretKey(const QString &target, const QString &field) const;
    Result<FormValues> valuesOf(const MlTarget &target, const AzureAttachment &attachment, const Secrets &secrets,
                                const CancelToken &cancel);

    std::shared_ptr<MlClient> m_client;
    const KindRegistry &m_kinds;
    TargetNotes m_notes;
    UsageBook m_usage;
    CredentialStore &m_credentials;
    std::chrono::milliseconds m_pause{5000};
};

} // namespace mooring
