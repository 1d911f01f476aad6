#include "core/transport/ssh/hosttrust.h"

namespace mooring {

HostTrust::HostTrust(QString ownFile, QStringList otherFiles)
    : m_ownFile(std::move(ownFile)), m_otherFiles(std::move(otherFiles))
{
}
QStringList HostTrust::defaultFiles() { return {}; }
HostKeyFinding HostTrust::judge(const QString &host, int port, const HostKey &key, const QStringList &) const
{
    return {host, port, key, HostKeyVerdict::Unknown, {}};
}
QStringList HostTrust::knownTypes(const QString &, int, const QStringList &) const { return {}; }
Result<> HostTrust::decide(const HostKeyFinding &)
{
    return m_acceptNew ? Result<>() : Result<>(Error::of(ErrorKind::SignIn, QStringLiteral("ssh.hostKeyUnknown"), {}));
}
void HostTrust::acceptNew(bool on) { m_acceptNew = on; }

} // namespace mooring
