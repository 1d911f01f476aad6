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

    /// Keys as in run.yaml, except that the time limit is "timeLimitMs" as everywhere in our JSON.
    Json toJson() const;
    /// Unknown keys are passed over: a newer version may have written them. A known one of the wrong type is an error.
    static Result<RunSettings> fromJson(const Json &value);
    /// run.yaml; unknown keys are an error that names the nearest known one. Round trip: fromYaml(toYaml(x)) == x.
    /// Refused: over 1 MB, aliases, tags, a second document, a key twice. Errors name key and line.
    QByteArray toYaml() const;
    static Result<RunSettings> fromYaml(const QByteArray &yaml);
    /// From a file, with `source` made absolute: relative to the file's folder, which is also what an absent source
    /// means.
    static Result<RunSettings> load(const QString &path);
    /// By rename. A source in or below the file's folder is written relative to it, so that the folder can be moved.
    Result<> save(const QString &path) const;
    /// What can be said without touching the disk: empty script, bad variable names, a script outside the source …
    Result<> validate() const;
    /// The same thing as a command line: {"mooring","run","train.py","--source",…}. Unquoted; see shellQuote().
    QStringList toCommand() const;
};

/// One text as a YAML scalar: plain where every reader takes it for this text, else in double quotes with escapes.
QByteArray yamlScalar(const QString &text);

} // namespace mooring
