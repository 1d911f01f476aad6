#pragma once

#include "core/transport/ssh/hostkey.h"

#include <QDateTime>

#include <optional>
#include <set>
#include <vector>

namespace mooring {

/// The lines of a known_hosts file as OpenSSH reads them: markers, hashed names, patterns, CRLF, a last line without
/// its end. Blank lines and comments are left out; a line that ssh would pass over is kept as
/// KnownHostRecord::Problem::Unreadable. Any bytes are taken; nothing is thrown.
std::vector<KnownHostRecord> parseKnownHosts(const QByteArray &content, const QString &file);

/// Only the readable lines that speak of the machine: quick, the keys of all others are not looked at.
std::vector<KnownHostRecord> knownHostRecordsFor(const QByteArray &content, const QString &file, const QString &host,
                                                 int port);

/// One line with its end, the time in the comment. Empty when the name cannot stand there (blanks, wildcards, a comma)
/// or the key is none that parseKnownHosts would give back.
QByteArray knownHostsLine(const QString &host, int port, const HostKey &key, const QDateTime &firstSeen);

/// What knownHostsLine wrote into the comment; nothing for the lines of others.
std::optional<QDateTime> firstSeenOf(const KnownHostRecord &record);

/// The one machine that a readable record names, with its port; nothing for hashes, patterns and lists of names.
std::optional<std::pair<QString, int>> machineOf(const KnownHostRecord &record);

/// The same bytes without these lines (from 1).
QByteArray withoutLines(const QByteArray &content, const std::set<int> &lines);

} // namespace mooring
