#pragma once

#include "core/transport/ssh/sshroute.h"

namespace mooring {

int portFromText(const QString &text); ///< 1 to 65535 in ASCII digits; else 0
bool isUserName(const QString &user);  ///< what ssh would take, and no more: it goes to its command line
bool isHostName(const QString &host);  ///< name, alias, IPv4, or IPv6 without brackets, with or without its zone

} // namespace mooring
