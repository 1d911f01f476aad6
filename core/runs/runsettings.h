#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/environments/environmentchoice.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace mooring {

/// Everything a person decides about a run. One readable file, run.yaml, the same for the window and the command line.
struct RunSettings
{
    QString source; ///< folder; relative paths are relative to the file's own folder
    QString script; ///< relative to source: *.py runs with the environment's Python, *.sh with sh, others are executed
    QStringList arguments;
    EnvironmentChoice environment;
    QString target = QStringLiteral("local");
    std::map<QString, QString> variables; ///< not secret: they stand in this file
    std::optional<int> timeLimitSeconds;
    QString name;       ///< empty: made from the script
    QString experiment; ///< empty: the source folder's name

    bool operator==(const RunSettings &) const = default;

    Json toJson() const;
    static Result<RunSettings> fromJson(const Json &value);
    /// run.yaml; unknown keys are an error that names the nearest known one. Round trip: fromYaml(toYaml(x)) == x.
    QByteArray toYaml() const;
    static Result<RunSettings> fromYaml(const QByteArray &yaml);
    /// What can be said without touching the disk: empty script, bad variable names, a script outside the source …
    Result<> validate() const;
    /// The same thing as a command line: {"mooring","run","train.py","--source",…}.
    QStringList toCommand() const;
};

} // namespace mooring
