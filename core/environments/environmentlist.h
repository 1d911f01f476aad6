#pragma once

#include "core/environments/environmenthost.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace mooring {

/// A cached environment as it lies on a host.
struct CachedEnvironment
{
    QString key;
    QString kind;   ///< "venv", "conda"; empty when its record is not there (unfinished)
    QString from;   ///< the file's name as it was given: "requirements.txt"
    QString source; ///< the file's path on the computer that planned it
    QString tool;
    QString python; ///< version, empty when unknown
    QStringList packages;
    bool complete = false; ///< false: a build goes on or did not finish; never used by a run
    std::optional<QDateTime> createdAt, lastUsedAt;
    std::optional<qint64> size; ///< only when asked for
};

/// `withSizes` walks the folders: seconds for large ones.
Result<std::vector<CachedEnvironment>> listEnvironments(EnvironmentHost &host, bool withSizes,
                                                        const CancelToken &cancel);

/// Deletes it. Codes: "environment.inUse" when a process runs from it, "environment.building" while one builds it.
Result<> removeEnvironment(EnvironmentHost &host, const QString &key, const CancelToken &cancel);

} // namespace mooring
