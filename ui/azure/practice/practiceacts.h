#pragma once

#include <QStringList>

#include <functional>
#include <optional>

class QObject;

namespace mooring {

struct AppContext;
struct Error;

/// Called on the window's thread when it has ended, unless the receiver is gone; with an error where it failed.
using PracticeDone = std::function<void(const std::optional<Error> &)>;

/// Starts the practice lab, or makes a running one known again, as a Job.
void startPractice(const AppContext &context, QObject *receiver, PracticeDone done = {});
/// Ends it and forgets what belongs to it; the window goes back to this computer's workspace where it showed one of
/// the lab.
void leavePractice(const AppContext &context, QObject *receiver, PracticeDone done = {});
/// Chooses the faults (ChosenFault::toText); all others are off.
void chooseFaults(const AppContext &context, const QStringList &faults, QObject *receiver, PracticeDone done);

} // namespace mooring
