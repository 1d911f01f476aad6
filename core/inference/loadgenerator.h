#pragma once

#include "core/base/canceltoken.h"
#include "core/inference/latencyhistogram.h"
#include "core/inference/scoringcall.h"

#include <functional>
#include <map>

namespace mooring {

/// Closed: so many at once, each waits for its answer before it sends the next. Open: so many a second on a schedule
/// that is fixed beforehand, whatever the server does.
struct LoadSettings
{
    enum class Mode { Closed, Open };
    Mode mode = Mode::Closed;
    ServerAddress server;
    ScoringRequest request;
    QByteArray path = "/score";
    int connections = 1; ///< closed: how many at once
    double rate = 0;     ///< open: requests a second
    std::chrono::milliseconds duration{10000};
    std::chrono::milliseconds requestLimit{30000}; ///< without an answer after this: an error
};

struct LoadReport
{
    LoadSettings::Mode mode = LoadSettings::Mode::Closed;
    qint64 requests = 0; ///< that ended, errors included
    qint64 errors = 0;   ///< no answer, cut off, over the limit, or a status that is not 2xx; never among the latencies
    qint64 timeouts = 0; ///< of the errors
    std::map<int, qint64> statuses;
    double durationMs = 0;
    double perSecond = 0;     ///< answers within the duration
    bool saturated = false;   ///< open: fewer than 95 % of what was asked for came in time
    LatencyHistogram latency; ///< open: from when a request should have been sent, so that a stall is not hidden

    Json toJson() const; ///< of `test --load` (cli.md), with further keys
};

/// Runs the load on the calling thread, with plain sockets and one epoll: give it a thread of its own. Blocks for the
/// duration and, at most, one request's limit after it; canceled it gives what it has. `onSecond` about once a second.
/// Errors: "load.cannotStart".
Result<LoadReport> runLoad(const LoadSettings &settings, const CancelToken &cancel,
                           const std::function<void(const LoadReport &)> &onSecond = {});

/// "8": eight at once; "100/s": a hundred a second. Usage error "load.badRate" for anything else.
Result<LoadSettings> parseLoad(const QString &text);

} // namespace mooring
