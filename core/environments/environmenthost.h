#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>

namespace mooring {

/// What environments need of the machine where they are built: this computer, or one reached over a connection.
/// Calls block, with a limit of their own, and honour the token. Thread-safe.
class EnvironmentHost
{
public:
    virtual ~EnvironmentHost() = default;

    /// Folder of cached environments on the host, absolute.
    virtual QString environmentsFolder() const = 0;
    /// Runs `sh -s -- arguments…` with the script on its standard input and gives its standard output. An exit code
    /// other than 0 is an Error with code "host.scriptFailed", cause = last line of its standard error.
    virtual Result<QByteArray> runScript(const QByteArray &script, const QStringList &arguments,
                                         std::chrono::milliseconds limit, const CancelToken &cancel) = 0;
};

} // namespace mooring
