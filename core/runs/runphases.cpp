#include "core/runs/runphases.h"

namespace mooring {

Json runPhase(const char *phase, const std::optional<QDateTime> &startedAt, const std::optional<QDateTime> &endedAt,
              const QString &note)
{
    return {{"phase", phase},
            {"startedAt", timeOrNull(startedAt)},
            {"endedAt", timeOrNull(endedAt)},
            {"note", textOrNull(note)}};
}

Json runPhases(const Json &earlier, const RunFacts &run, const std::optional<QDateTime> &endedAt,
               const QString &environmentNote)
{
    Json phases = Json::array();
    for (const Json &phase : earlier) {
        if (stringAt(phase, "phase") == u"snapshot")
            phases.push_back(phase);
    }
    const auto preparing = run.timeOf("preparing"), running = run.timeOf("running"),
               finalizing = run.timeOf("finalizing");
    const auto orEnd = [&endedAt](const std::optional<QDateTime> &time) { return time ? time : endedAt; };
    if (preparing)
        phases.push_back(runPhase("environment", preparing, orEnd(running ? running : finalizing), environmentNote));
    if (running) {
        phases.push_back(runPhase("queue", running, running, {})); // a supervisor of its own waits for nobody
        phases.push_back(runPhase("run", running, orEnd(finalizing), {}));
        if (finalizing)
            phases.push_back(runPhase("outputs", finalizing, endedAt, {}));
    }
    return phases;
}

QString reachedPhase(const Json &phases)
{
    QString last;
    for (const Json &phase : phases) {
        if (const QString name = stringAt(phase, "phase"); name != u"outputs")
            last = name;
    }
    return last;
}

} // namespace mooring
