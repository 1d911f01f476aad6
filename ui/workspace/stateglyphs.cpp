#include "ui/workspace/stateglyphs.h"

namespace mooring {

Glyph glyphOf(RunState state)
{
    switch (state) {
    case RunState::NotStarted:
        return Glyph::NotBegun;
    case RunState::Preparing:
        return Glyph::Preparing;
    case RunState::Queued:
        return Glyph::Waiting;
    case RunState::Running:
        return Glyph::Running;
    case RunState::Finalizing:
        return Glyph::Finalizing;
    case RunState::CancelRequested:
        return Glyph::Canceling;
    case RunState::Completed:
        return Glyph::Good;
    case RunState::Failed:
        return Glyph::Failed;
    case RunState::Canceled:
        return Glyph::Canceled;
    case RunState::Unknown:
        break;
    }
    return Glyph::Unknown;
}

Glyph glyphOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Waiting:
        return Glyph::NotBegun;
    case Verdict::Running:
        return Glyph::Preparing;
    case Verdict::Passed:
        return Glyph::Good;
    case Verdict::Warned:
        return Glyph::Warning;
    case Verdict::Failed:
        return Glyph::Failed;
    case Verdict::Skipped:
        return Glyph::LeftOut;
    }
    return Glyph::Unknown;
}

Glyph glyphOf(Job::State state)
{
    switch (state) {
    case Job::State::Waiting:
        return Glyph::Waiting;
    case Job::State::Running:
        return Glyph::Preparing;
    case Job::State::Succeeded:
        return Glyph::Good;
    case Job::State::Failed:
        return Glyph::Failed;
    case Job::State::Canceled:
        return Glyph::Canceled;
    }
    return Glyph::Unknown;
}

Glyph glyphOf(EndpointState state)
{
    switch (state) {
    case EndpointState::Deploying:
        return Glyph::Preparing;
    case EndpointState::Running:
        return Glyph::Serving;
    case EndpointState::Unhealthy:
        return Glyph::Warning;
    case EndpointState::Failed:
        return Glyph::Failed;
    case EndpointState::Stopped:
        return Glyph::Stopped;
    case EndpointState::Unknown:
        break;
    }
    return Glyph::Unknown;
}

Glyph glyphOfTarget(const QString &state)
{
    if (state == QLatin1String("ready"))
        return Glyph::Good;
    if (state == QLatin1String("warning"))
        return Glyph::Warning;
    if (state == QLatin1String("failed"))
        return Glyph::Failed;
    return Glyph::Unknown;
}

} // namespace mooring
