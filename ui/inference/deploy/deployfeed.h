#pragma once

#include "core/inference/deployrequest.h"
#include "core/inference/endpointrecord.h"
#include "ui/inference/deploy/layerrows.h"

#include <QObject>

#include <array>
#include <memory>
#include <optional>

namespace mooring {

struct AppContext;
class Job;

/// A deployment that goes on in a job, for every page that shows it, and what was heard of it so far. Belongs to its
/// job and goes with it. Window's thread.
class DeployFeed : public QObject
{
    Q_OBJECT
public:
    static constexpr int kPhases = 4;
    struct Phase
    {
        bool hasBegun = false;
        qint64 ms = 0; ///< of the times that it went on before
    };
    struct State
    {
        std::array<Phase, kPhases> phases;
        int current = -1;   ///< number of the phase that goes on, or where it ended; -1: none yet
        qint64 sinceMs = 0; ///< when that one began, of the clock below
        DeployWatch::Place place;
        LayerState layers;
        QString serving; ///< the endpoint whose version goes on answering meanwhile; empty: none
        int servingVersion = 0;
        QString servingPlace; ///< its port, or its address where that is elsewhere
    };

    /// Starts it; the page of this route finds it again.
    static DeployFeed *start(const AppContext &context, const QString &route, const DeployRequest &request);
    /// The one under way that a wizard of this route started, or null.
    static DeployFeed *running(const AppContext &context, const QString &route);

    Job *job() const { return m_job; }
    const DeployRequest &request() const { return m_request; }
    const State &state() const { return m_state; }
    /// Ms that a phase took so far, the one that goes on counted to now.
    qint64 elapsed(int phase) const;
    /// After the job has ended: the record as it is then; nothing when there is none.
    const std::optional<EndpointRecord> &record() const { return *m_record; }
    /// The versions before this one, for what is usual. Empty until they were read.
    const std::vector<EndpointVersion> &before() const { return m_before; }

Q_SIGNALS:
    void changed();

private:
    DeployFeed(const DeployRequest &request, const QString &route) : m_request(request), m_route(route) {}
    void run(const AppContext &context);
    DeployWatch watch();
    /// On the window's thread, in order.
    template <class Act>
    void post(Act act);
    void hearBefore(const EndpointRecord &known, bool isOwn);
    void enter(int phase, qint64 atMs);
    void close(qint64 atMs);

    DeployRequest m_request;
    QString m_route;
    Job *m_job = nullptr;
    State m_state;
    std::vector<EndpointVersion> m_before;
    /// Written by the work before it ends, read after.
    std::shared_ptr<std::optional<EndpointRecord>> m_record = std::make_shared<std::optional<EndpointRecord>>();
};

} // namespace mooring
