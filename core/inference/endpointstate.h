#pragma once

#include <QString>

#include <optional>

namespace mooring {

enum class EndpointState {
    Deploying, ///< a version is being made ready; an earlier one may go on answering meanwhile
    Running,   ///< it answers
    Unhealthy, ///< its process or container lives and does not answer as it should
    Failed,    ///< nothing of it runs, and nobody stopped it
    Stopped,
    Unknown, ///< of one that others made: its service says a word of later, or cannot be asked
};

/// The stable word ("unhealthy"): in JSON and in the store. Never translated.
QString toWord(EndpointState state);
std::optional<EndpointState> endpointStateFromWord(const QString &word);
/// For people, translated.
QString toText(EndpointState state);

} // namespace mooring
