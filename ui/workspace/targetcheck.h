#pragma once

#include "core/targets/ladder.h"

#include <QStringList>

class QObject;

namespace mooring {

struct AppContext;
class Job;

/// Checks a target, or the rungs of `only`, as a job. `onRung` is called on the window's thread for each rung as it begins and
/// ends, while `receiver` lives. Both may be empty.
Job *startTargetCheck(const AppContext &context, const QString &name, const QStringList &only,
                      std::function<void(const RungResult &)> onRung, QObject *receiver = nullptr);

/// Name of the target that is there without attaching; empty when no kind has one.
QString builtinTargetName(const AppContext &context);

} // namespace mooring
