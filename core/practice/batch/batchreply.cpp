#include "core/practice/batch/batchreply.h"

#include "core/base/clock.h"

namespace mooring {

using namespace Qt::StringLiterals;

LabReply batchRefusal(const LabRequest &request, int status, const char *code, const QString &message)
{
    LabReply reply = LabReply::json(
        {{kBatchMetadata,
          toStd(request.base + u"/$metadata#Microsoft.Azure.Batch.Protocol.Entities.Container.errors/@Element"_s)},
         {"code", code},
         {"message", {{"lang", "en-US"}, {"value", toStd(message)}}}},
        status);
    reply.note = QString::fromLatin1(code);
    return reply;
}

/// What was added answers with its address and an empty body.
LabReply batchAdded(const LabRequest &request, const QString &path)
{
    const QByteArray url = (request.base + path).toLatin1();
    LabReply reply{201};
    return reply.with("Location", url)
        .with("DataServiceId", url)
        .with("ETag", "\"0x1\"")
        .with("Last-Modified", httpTime(nowUtc()));
}

void addBatchCommon(Json &document, const LabWorld &world, const QString &path, const QDateTime &at)
{
    document.update({{"url", toStd(world.batch + path)},
                     {"eTag", "0x1"},
                     {"lastModified", labTime(at)},
                     {"creationTime", labTime(at)},
                     {"stateTransitionTime", labTime(at)}});
}

} // namespace mooring
