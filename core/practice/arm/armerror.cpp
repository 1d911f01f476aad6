#include "core/practice/arm/armerror.h"

namespace mooring {

using namespace Qt::StringLiterals;

Json armErrorDetail(const char *code, const QString &message, Json details)
{
    Json error{{"code", code}, {"message", toStd(message)}};
    if (!details.is_null())
        error["details"] = std::move(details);
    return error;
}

LabReply armError(int status, const char *code, const QString &message, Json details)
{
    LabReply reply = LabReply::json({{"error", armErrorDetail(code, message, std::move(details))}}, status);
    reply.note = QString::fromLatin1(code);
    return reply;
}

LabReply notFound(const QString &what)
{
    return armError(404, "ResourceNotFound", u"The Resource '%1' was not found in the practice lab."_s.arg(what));
}

} // namespace mooring
