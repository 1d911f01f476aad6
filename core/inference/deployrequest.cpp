#include "core/inference/deployrequest.h"

namespace mooring {

QStringList DeployRequest::toCommand() const
{
    QStringList words = settings.toCommand();
    if (replace)
        words << QStringLiteral("--replace");
    if (!takesPortOf.isEmpty())
        words << QStringLiteral("--take-port-of") << takesPortOf;
    return words;
}

} // namespace mooring
