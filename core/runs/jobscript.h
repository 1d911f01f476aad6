#pragma once

#include "core/environments/environmentplan.h"
#include "core/runs/runsettings.h"

#include <utility>
#include <vector>

namespace mooring {

/// How the script of one run is started, as bytes: any byte but NUL reaches the script unchanged.
struct JobStart
{
    QByteArray runId;
    std::vector<QByteArray> program;                          ///< what is executed in code/, with its arguments
    std::vector<std::pair<QByteArray, QByteArray>> variables; ///< of the user; their names were checked
    QByteArray environmentFolder;                             ///< of a venv or conda environment; empty: none
    QByteArray image{};                                       ///< of a container; empty: none
    bool gpus = false;                                        ///< the container is given all GPUs
};

/// *.py with the plan's interpreter, *.sh with sh, anything else is executed.
JobStart jobStart(const QString &runId, const RunSettings &settings, const EnvironmentPlan &plan);

/// job.sh: the supervisor runs it with the run's folder as working folder.
QByteArray jobScript(const JobStart &start);

/// sup.conf: what the supervisor itself must know.
QByteArray supervisorConfig(const RunSettings &settings, const EnvironmentPlan &plan);

} // namespace mooring
