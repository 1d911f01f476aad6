#pragma once

#include "core/inference/endpointrecord.h"

namespace mooring {

/// "Running, healthy", "Failed, init() of version 8", "Deploying version 3": the word and the one thing that matters.
QString endpointBadge(const EndpointRecord &endpoint);
/// "local Docker", "plain process", "az ml --local": what carries it.
QString carrierText(const EndpointRecord &endpoint);
/// Name of the model that a version serves: the last part of its path.
QString modelText(const EndpointVersion &version);
/// "127.0.0.1:5001/score"; empty without a port.
QString addressText(const EndpointRecord &endpoint);

} // namespace mooring
