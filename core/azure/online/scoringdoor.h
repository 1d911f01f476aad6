#pragma once

#include "core/azure/cloud/cloud.h"
#include "core/inference/serveraddress.h"

namespace mooring {

/// Where requests to an endpoint may go, with the credential that they carry. The address is the one that the resource
/// manager named, over a connection that proved itself; it may be of any host, for a cluster of somebody's own has its
/// own, but the endpoint's key is good for that endpoint alone.
///
/// Refused: what is no https ("endpoint.notHttps"), a user in the address, a loopback address ("endpoint.badAddress").
/// A cloud that is itself on loopback has its endpoints there, also without TLS.
Result<ServerAddress> scoringAddress(const QString &uri, const Cloud &cloud);

/// Whether the account's own token may go there: to inference hosts of the cloud, for with that token one could do more
/// than score.
bool mayCarryOurToken(const ServerAddress &server, const Cloud &cloud);

/// The audience of that token.
QString scoringScope(const Cloud &cloud);

} // namespace mooring
