#pragma once

#include <QByteArray>
#include <QString>

namespace mooring {

/// OpenSSH's own patterns, as known_hosts and ssh_config have them: '*' and '?', nothing else. Bytes, case counts.
bool matchesPattern(QByteArrayView text, QByteArrayView pattern);

/// A list parted by commas (known_hosts, Match) or by blanks (Host); "!pattern" takes out again, whatever else fits.
/// `name` in lower case; the list may have any case. A pattern of 1023 bytes or more makes the whole list fit nothing,
/// as it does for ssh.
bool matchesPatternList(QByteArrayView name, QByteArrayView list, char separator = ',');

/// How known_hosts files call a machine: "host", and "[host]:port" for another port than 22. Lower case.
QByteArray knownHostsName(const QString &host, int port);

} // namespace mooring
