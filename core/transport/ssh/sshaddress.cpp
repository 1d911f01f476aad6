#include "core/transport/ssh/sshaddress.h"

#include <QCoreApplication>

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestText = 1024;
constexpr qsizetype kLongestHost = 255;

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshAddress", text); }

Error bad(const QString &message)
{
    return Error::usage(u"ssh.badAddress"_s, message)
        .withFix(tr("An address looks like gpu-box, user@gpu-box:2222, 10.0.0.4 or [2001:db8::1]:2222."));
}

/// For a sentence: what was typed, without what could not be shown.
QString shown(const QString &text)
{
    QString plain = text.left(80);
    for (QChar &c : plain) {
        if (!c.isPrint())
            c = u'\uFFFD';
    }
    return plain;
}

bool isIpv6(const QString &text)
{
    std::array<unsigned char, 16> address{};
    return inet_pton(AF_INET6, text.section(u'%', 0, 0).toLatin1().constData(), address.data()) == 1;
}

/// `ssh -G` puts numbers of either kind into brackets.
bool isNumeric(const QString &text)
{
    in_addr address{};
    return isIpv6(text) || inet_pton(AF_INET, text.toLatin1().constData(), &address) == 1;
}

/// A number that would be taken for an address: "0x7f000001", "127.1", "0177.0.0.1".
bool isDisguisedIpv4(const QString &text)
{
    in_addr loose{}, strict{};
    const QByteArray bytes = text.toLatin1();
    return inet_aton(bytes.constData(), &loose) != 0 && inet_pton(AF_INET, bytes.constData(), &strict) != 1;
}

bool hasForbidden(const QString &text, QStringView forbidden)
{
    return std::any_of(text.begin(), text.end(),
                       [&](QChar c) { return c.isSpace() || !c.isPrint() || forbidden.contains(c); });
}

Result<> splitPort(QString &host, int &port)
{
    QString digits;
    if (host.startsWith(u'[')) {
        const auto end = host.indexOf(u']');
        const QString rest = end < 0 ? QString() : host.mid(end + 1);
        if (end < 0 || (!rest.isEmpty() && !rest.startsWith(u':')))
            return bad(tr("“%1” has a bracket that is not closed as it should be.").arg(shown(host)));
        digits = rest.mid(1);
        if (rest == u":")
            return bad(tr("“%1” ends before its port.").arg(shown(host)));
        host = host.mid(1, end - 1);
        if (!isNumeric(host))
            return bad(tr("“%1” in brackets is no IPv6 address.").arg(shown(host)));
    } else if (host.count(u':') == 1) {
        digits = host.section(u':', 1);
        host = host.section(u':', 0, 0);
        if (digits.isEmpty())
            return bad(tr("“%1” ends before its port.").arg(shown(host + u':')));
    } else if (host.contains(u':') && !isIpv6(host)) {
        return bad(tr("“%1” is no IPv6 address.").arg(shown(host)));
    }
    if (digits.isEmpty())
        return {};
    port = portFromText(digits);
    return port > 0 ? Result<>() : Result<>(bad(tr("“%1” is no port: a number from 1 to 65535.").arg(shown(digits))));
}

} // namespace

int portFromText(const QString &text)
{
    const bool digits = !text.isEmpty() && text.size() <= 5 &&
                        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int port = digits ? text.toInt() : 0;
    return port <= 65535 ? port : 0;
}

bool isUserName(const QString &user)
{
    return !user.isEmpty() && user.size() <= kLongestHost && !user.startsWith(u'-') && !user.endsWith(u'\\') &&
           !hasForbidden(user, u"'`\"$;&<>|(){}:,@");
}

bool isHostName(const QString &host)
{
    return !host.isEmpty() && host.size() <= kLongestHost && !host.startsWith(u'-') &&
           !hasForbidden(host, u"'`\"$\\;&<>|(){}[],/@*?!#=") && (!host.contains(u':') || isIpv6(host));
}

Result<SshAddress> SshAddress::parse(const QString &text)
{
    QString rest = text.trimmed();
    if (rest.isEmpty())
        return bad(tr("The address is empty."));
    if (rest.size() > kLongestText)
        return bad(tr("The address is too long."));
    if (rest.startsWith(u"ssh://"_s, Qt::CaseInsensitive)) {
        rest = rest.mid(6);
        if (rest.endsWith(u'/'))
            rest.chop(1);
    }
    if (rest.contains(u"://"_s))
        return bad(tr("“%1” is an address of another kind: only ssh:// is taken here.").arg(shown(rest)));

    SshAddress address;
    if (const auto at = rest.lastIndexOf(u'@'); at >= 0) {
        address.user = rest.left(at);
        rest = rest.mid(at + 1);
        if (address.user.contains(u':')) // not shown: what follows may be a password
            return bad(tr("A password cannot stand in the address."));
        if (!isUserName(address.user))
            return bad(tr("“%1” cannot be a user name.").arg(shown(address.user)));
    }
    if (const auto split = splitPort(rest, address.port); !split)
        return split.error();
    if (!isHostName(rest))
        return bad(tr("“%1” cannot be the name of a machine.").arg(shown(rest)));
    if (isDisguisedIpv4(rest))
        return bad(tr("“%1” is an unusual spelling of an address. Write it as four numbers with dots.").arg(rest));
    address.host = rest;
    return address;
}

} // namespace mooring
