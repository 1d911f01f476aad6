#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace mooring {

/// What will be done about a run's environment, decided before the start and carried out by the supervisor on the host,
/// so that a build outlives Mooring like the run itself.
struct EnvironmentPlan
{
    enum class Kind { Interpreter, Venv, Conda, Container, None /* not a Python script */ };
    Kind kind = Kind::None;
    QString key;       ///< "wb_" + 32 hex digits of the hash of the content; empty for Interpreter, Container and None
    QString folder;    ///< absolute on the host; empty where there is no key
    QString python;    ///< absolute path or name of the interpreter to run the script with
    QString image;     ///< of Container: in which the script runs
    bool gpus = false; ///< of Container: Docker there can give it GPUs
    bool reused = false;
    QString reason; ///< "reused: same content", "rebuilt: requirements.txt line 7 changed", "built for the first time"
    /// POSIX sh, run by the supervisor with the run's folder as working folder before the script. Idempotent: takes a
    /// lock, returns at once when the environment is complete, prints the build's log to stdout. Empty: nothing to
    /// build.
    QByteArray buildScript;
    Json description = Json::object(); ///< for the record: tool, python version, packages asked for

    Json toJson() const; ///< {"kind","key","python","reason",…}
};

} // namespace mooring
