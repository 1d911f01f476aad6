#pragma once

#include "core/inference/deploymentlook.h"
#include "core/inference/endpointrecord.h"
#include "core/transport/docker/dockerfacts.h"
#include "ui/inference/deploy/deploydraft.h"
#include "ui/inference/deploy/modelchoices.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace mooring {

struct AppContext;
class Job;

/// Asks the disk, the records and the engine in the background what the form can say. A new question cancels the
/// earlier one, whose answer is dropped. Lives on the window's thread.
class DeployLook : public QObject
{
    Q_OBJECT
public:
    /// Of one draft.
    struct Answer
    {
        DeploymentLook look;
        std::optional<PortLook> port;
    };

    explicit DeployLook(const AppContext &context, QObject *parent = nullptr);
    ~DeployLook() override;

    /// After a short rest, so that it may be called at each letter typed.
    void look(const DeployDraft &draft);
    /// Of the draft asked for last; null while it is not known.
    const Answer *answer() const { return m_answer ? &*m_answer : nullptr; }
    bool isLooking() const { return m_job || m_rest.isActive(); }
    /// Null also while it may be about what stood there before.
    const Answer *freshAnswer() const { return isLooking() ? nullptr : answer(); }

    /// The engine, the endpoints that there are and the outputs of runs: when the page comes to the front.
    void lookAround(const QString &run);
    const std::optional<Result<DockerFacts>> &docker() const { return m_docker; } ///< nothing: not known yet
    const std::vector<ModelChoice> &choices() const { return m_choices; }
    const std::vector<EndpointRecord> &endpoints() const { return m_endpoints; }
    bool hasChoices() const { return m_hasChoices; }

Q_SIGNALS:
    void looked();
    void lookedAround();

private:
    void ask();
    void ended(Job *job);
    void drop();

    const AppContext &m_context;
    DeployDraft m_draft;
    std::unique_ptr<Job> m_job;
    std::shared_ptr<Answer> m_found;
    std::optional<Answer> m_answer;
    QTimer m_rest;
    CancelToken m_cancel; ///< of all that is asked without a job
    std::optional<Result<DockerFacts>> m_docker;
    std::vector<ModelChoice> m_choices;
    std::vector<EndpointRecord> m_endpoints;
    bool m_hasChoices = false;
    int m_rounds = 0;
};

} // namespace mooring
