#pragma once

#include <QString>

#include <optional>

namespace mooring {

/// The states of a run as Azure ML names them, plus Unknown (which always goes with a time: unknown since).
enum class RunState {
    NotStarted,
    Preparing,
    Queued,
    Running,
    Finalizing,
    CancelRequested,
    Completed,
    Failed,
    Canceled,
    Unknown,
};

/// The stable word ("CancelRequested"): in JSON, in the store, on the wire. Never translated.
QString toWord(RunState state);
std::optional<RunState> runStateFromWord(const QString &word);
/// For people, translated: "Canceling", "Not started".
QString toText(RunState state);
/// Completed, Failed and Canceled never change again.
bool isEnded(RunState state);

/// "SIGKILL" for 9, as this system numbers them; "signal 77" for one without a name.
QString signalName(int number);

} // namespace mooring
