#pragma once

#include "core/base/result.h"

#include <functional>
#include <optional>

class QObject;
class QString;

namespace mooring {

struct AppContext;
class JobContext;
struct RunRecord;
struct RunSettings;

/// What runs the sample that was written to this folder.
RunSettings sampleSettings(const QString &folder, const QString &target);

/// Sends a run to where it belongs. Called on a job's thread.
using SubmitRun = std::function<Result<RunRecord>(const RunSettings &, JobContext &)>;

/// Writes the sample project where it is not there yet, submits it to the target as a job, and opens the run's page.
/// `then` is called once on the window's thread, with the Error when there will be no run; not when `receiver` is gone.
/// Returns at once.
void runSample(const AppContext &context, const QString &title, const QString &target, const SubmitRun &submit,
               QObject *receiver, std::function<void(const std::optional<Error> &)> then);
/// To a target of this computer's workspace.
void runSample(const AppContext &context, const QString &target, QObject *receiver,
               std::function<void(const std::optional<Error> &)> then);
/// On this computer.
void runSample(const AppContext &context, QObject *receiver, std::function<void(const std::optional<Error> &)> then);

} // namespace mooring
