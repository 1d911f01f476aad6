#pragma once

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
    /// Code "endpoint.busy" when somebody else has it.
    Result<> take();

private:
    QString m_folder, m_name;
    QLockFile m_file;
};

} // namespace mooring
