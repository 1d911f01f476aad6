#pragma once

#include "core/azure/ascode/toolwords.h"
#include "core/environments/environmentchoice.h"

namespace mooring {

/// The environment of a run or an endpoint for a tool. Reads the environment file, so that a requirements file can be
/// told from a conda file: worker threads and the command line.
struct EnvironmentAsCode
{
    EnvironmentChoice choice;
    QString source;       ///< folder that a relative file is relative to
    QString defaultImage; ///< used where the choice names none
    QString dockerfile;   ///< instead of the choice; empty: none
    QString package;      ///< of pip, that the tool wants beside those of a file; empty: none
    std::map<QString, QString> variables;

    /// Statements that leave it in `environment`.
    Result<QString> toPython() const;
    /// The block "environment:" with what is below it.
    Result<QByteArray> toYaml() const;
};

} // namespace mooring
