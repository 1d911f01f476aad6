#pragma once

#include "ui/inference/endpointacts.h"
#include "ui/inference/endpointlook.h"
#include "ui/widgets/tokens.h"

namespace mooring {

/// What the banner of an endpoint's page says; no sentence: nothing.
struct EndpointNews
{
    Tone tone = Tone::Accent;
    QString sentence, more;
};

/// Of what is not as it should be: why the last act failed, what its state means, who made it.
EndpointNews newsOf(const EndpointView &view, const std::optional<Error> &failure);
EndpointNews newsOfAct(EndpointActs::Act act, const QString &step);

} // namespace mooring
