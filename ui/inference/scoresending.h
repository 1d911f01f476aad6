#pragma once

#include "core/inference/endpointbench.h"
#include "core/jobs/job.h"
#include "ui/context/appcontext.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace mooring {

/// What came of one request, and of the same one to another version.
struct SentRequest
{
    std::optional<ScoringCall> call, against;
    std::optional<Error> error; ///< of the first that got no answer; its call may be in the history all the same
};

/// Sends requests, one at a time, each as a job. Window's thread.
class ScoreSending : public QObject
{
    Q_OBJECT
public:
    ScoreSending(const AppContext &context, std::shared_ptr<EndpointBench> bench, const QString &name,
                 QObject *parent = nullptr);

    /// `version` 0: the one that serves. `against` 0: no other.
    void send(const ScoringRequest &request, int version, int against);
    bool isBusy() const { return m_job != nullptr; }
    void cancel();

Q_SIGNALS:
    void changed(); ///< begun or ended
    void ended(const mooring::SentRequest &sent);

private:
    AppContext m_context;
    std::shared_ptr<EndpointBench> m_bench;
    QString m_name;
    QPointer<Job> m_job;
};

} // namespace mooring
