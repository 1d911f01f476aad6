#pragma once

#include <QByteArray>
#include <QStringList>

namespace mooring {

/// What we offer to a server, the best first. Left out: everything with SHA-1, MD5, CBC, DSS and arcfour, and
/// chacha20-poly1305, whose code in libssh2 1.11 can be overflowed before the server has shown who it is
/// (CVE-2026-55200) where the system's library is not patched.
namespace sshalgorithms {

QStringList keyExchanges();
QStringList ciphers();
QStringList macs();
/// `known`: key types on record ("ssh-rsa" stands for its SHA-2 signatures); they come first.
QStringList hostKeys(const QStringList &known);

/// As libssh2_session_method_pref() takes it.
QByteArray joined(const QStringList &names);

} // namespace sshalgorithms
} // namespace mooring
