#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QLockFile>
#include <QString>

namespace mooring {

/// The right to change one endpoint, across threads and processes. Given back when it is destroyed, or when its
/// process ends.
class EndpointLock
{
public:
    EndpointLock(const QString &folder, const QString &name);
    /// Waits 5 s: as long as somebody who only looks may have it. Code "endpoint.busy" when somebody has it still.
    Result<> take(const CancelToken &cancel);
    /// Does not wait: for those who only look.
    bool tryTake();

private:
    Error busy() const;

    QString m_folder, m_name;
    QLockFile m_file;
};

} // namespace mooring
