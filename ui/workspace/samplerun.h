#pragma once

#include "core/base/error.h"

#include <functional>
#include <optional>

class QObject;
class QString;

namespace mooring {

struct AppContext;
struct RunSettings;

/// What runs the sample that was written to this folder.
RunSettings sampleSettings(const QString &folder, const QString &target);

/// Writes the sample project where it is not there yet, submits it to the target as a job, and opens the run's page.
/// `then` is called once on the window's thread, with the Error when there will be no run; not when `receiver` is gone.
/// Returns at once.
void runSample(const AppContext &context, const QString &target, QObject *receiver,
               std::function<void(const std::optional<Error> &)> then);
/// On this computer.
void runSample(const AppContext &context, QObject *receiver, std::function<void(const std::optional<Error> &)> then);

} // namespace mooring
