#pragma once

#include "core/azure/ml/mltargets.h"

namespace mooring {

/// What the rungs of one attach or check share. Used on one thread at a time.
struct MlTargets::Climb
{
    QString name;
    const TargetKind *kind = nullptr; ///< of an attach
    AzureAttachment attachment;
    FormValues values{{}};
    QString resourceId;
    Json resource = Json::object(); ///< its own document, once it was looked at
    bool wasSent = false;           ///< the PUT was taken: Azure ML has an entry now, whatever becomes of it
};

/// What the person leaves out is passed over; the workspace and the attachment itself are not. "rung.unknown".
Result<> leaveOut(std::vector<Rung> &rungs, const AttachRequest &request);

/// A rung that failed with an Error, the deepest cause first.
RungResult failedRung(const Error &error, const QString &asked);

} // namespace mooring
