#include "core/targets/ssh/sshexport.h"

#include "core/transport/ssh/sshconfigfile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

/// As ssh reads a word: in quotes where it has blanks.
QString quoted(const QString &word)
{
    const bool hasBlank = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isSpace(); });
    return hasBlank ? u'"' + word + u'"' : word;
}

QString hopText(const SshHop &hop)
{
    const QString host = hop.host.contains(u':') ? u'[' + hop.host + u']' : hop.host;
    const QString who = hop.user.isEmpty() ? host : hop.user + u'@' + host;
    return hop.port == 22 ? who : who + u':' + QString::number(hop.port);
}

} // namespace

Result<QByteArray> sshConfigOf(const QString &name, const SshSettings &settings, const CancelToken &cancel)
{
    const auto route = resolveRoute(settings.address, settings.jump, cancel);
    if (!route)
        return route.error();
    const SshHop &target = route->target();
    QStringList lines{u"Host "_s + name, u"  HostName "_s + target.host};
    if (target.port != 22)
        lines << u"  Port %1"_s.arg(target.port);
    if (!target.user.isEmpty())
        lines << u"  User "_s + quoted(target.user);
    QStringList keys{settings.signIn.keyFile};
    if (settings.signIn.keyFile.isEmpty() && target.identitiesOnly)
        keys = target.identityFiles;
    for (const QString &key : keys) {
        if (!key.isEmpty())
            lines << u"  IdentityFile "_s + quoted(withTilde(key));
    }
    if (target.identitiesOnly)
        lines << u"  IdentitiesOnly yes"_s;
    QStringList hops;
    for (size_t i = 0; i + 1 < route->hops.size(); ++i)
        hops << hopText(route->hops[i]);
    if (!hops.isEmpty())
        lines << u"  ProxyJump "_s + hops.join(u',');
    if (target.trustName != target.host)
        lines << u"  HostKeyAlias "_s + target.trustName;
    return lines.join(u'\n').toUtf8() + '\n';
}

} // namespace mooring
