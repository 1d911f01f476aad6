#include "core/transport/ssh/sshconfigvalues.h"

#include "core/transport/ssh/sshconfigfile.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <array>
#include <pwd.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUsualConnectTimeout = 10;

QString localUser()
{
    const passwd *entry = getpwuid(getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

QString localHost()
{
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? QString::fromLocal8Bit(name.data()) : QString();
}

/// File names stand side by side without quotes: a word that begins no path belongs to the one before it.
QStringList splitPaths(const QString &text)
{
    QStringList paths;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (paths.isEmpty() || word.startsWith(u'/') || word.startsWith(u'~') || word == u"none")
            paths << word;
        else
            paths.back() += u' ' + word;
    }
    return paths;
}

} // namespace

SshConfigValues SshConfigValues::parse(const QByteArray &output, const QString &givenHost)
{
    SshConfigValues values;
    values.m_given = givenHost;
    for (const QString &line : QString::fromUtf8(output).split(u'\n')) {
        const auto space = line.indexOf(u' ');
        if (space > 0)
            values.m_values[line.left(space).toLower()] << line.mid(space + 1);
    }
    return values;
}

QString SshConfigValues::value(const QString &keyword) const
{
    const QString first = m_values.value(keyword).value(0);
    return first.compare(u"none"_s, Qt::CaseInsensitive) == 0 ? QString() : first;
}

QString SshConfigValues::jumpList() const { return expand(value(u"proxyjump"_s)).value_or(QString()); }

QString SshConfigValues::unsupported() const
{
    static constexpr std::array<std::pair<const char16_t *, const char16_t *>, 5> unknown{
        {{u"proxycommand", u"ProxyCommand"},
         {u"revokedhostkeys", u"RevokedHostKeys"},
         {u"knownhostscommand", u"KnownHostsCommand"},
         {u"bindaddress", u"BindAddress"},
         {u"bindinterface", u"BindInterface"}}};
    for (const auto &[keyword, name] : unknown) {
        if (!value(QString::fromUtf16(keyword)).isEmpty())
            return QString::fromUtf16(name);
    }
    return {};
}

std::optional<QString> SshConfigValues::token(QChar letter) const
{
    const QString host = value(u"hostname"_s), port = value(u"port"_s), user = value(u"user"_s);
    switch (letter.unicode()) {
    case u'%':
        return u"%"_s;
    case u'h':
        return host;
    case u'p':
        return port;
    case u'r':
        return user;
    case u'n':
        return m_given;
    case u'd':
        return sshUserHome();
    case u'u':
        return localUser();
    case u'i':
        return QString::number(getuid());
    case u'k':
        return value(u"hostkeyalias"_s).isEmpty() ? m_given : value(u"hostkeyalias"_s);
    case u'l':
        return localHost();
    case u'L':
        return localHost().section(u'.', 0, 0);
    case u'C':
        return QString::fromLatin1(
            QCryptographicHash::hash((localHost() + host + port + user).toUtf8(), QCryptographicHash::Sha1).toHex());
    default:
        return {};
    }
}

std::optional<QString> SshConfigValues::expand(const QString &text) const
{
    QString expanded;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'%' && i + 1 < text.size()) {
            const auto value = token(text[++i]);
            if (!value)
                return {};
            expanded += *value;
        } else if (text[i] == u'$' && text.mid(i + 1, 1) == u"{") {
            const auto end = text.indexOf(u'}', i);
            const QByteArray name = text.mid(i + 2, std::max<qsizetype>(end - i - 2, 0)).toUtf8();
            if (end < 0 || !qEnvironmentVariableIsSet(name.constData()))
                return {};
            expanded += qEnvironmentVariable(name.constData());
            i = end;
        } else {
            expanded += text[i];
        }
    }
    return expanded;
}

QStringList SshConfigValues::identityFiles() const
{
    QStringList files;
    for (const QString &line : m_values.value(u"identityfile"_s)) {
        const auto path = expand(withoutTilde(line));
        if (path && line != u"none" && !files.contains(*path) && QFileInfo(*path).isFile())
            files << *path;
    }
    return files;
}

QString SshConfigValues::agentSocket() const
{
    const QString wanted = m_values.value(u"identityagent"_s).value(0);
    if (wanted.isEmpty() || wanted == u"SSH_AUTH_SOCK")
        return qEnvironmentVariable("SSH_AUTH_SOCK");
    if (wanted.compare(u"none"_s, Qt::CaseInsensitive) == 0)
        return {};
    if (wanted.startsWith(u'$') && !wanted.startsWith(u"${"_s))
        return qEnvironmentVariable(wanted.mid(1).toUtf8().constData());
    return expand(withoutTilde(wanted)).value_or(QString());
}

QStringList SshConfigValues::knownHostsFiles() const
{
    QStringList files;
    for (const QString &keyword : {u"userknownhostsfile"_s, u"globalknownhostsfile"_s}) {
        for (const QString &path : splitPaths(m_values.value(keyword).value(0))) {
            if (const auto file = expand(withoutTilde(path)); file && path != u"none" && !files.contains(*file))
                files << *file;
        }
    }
    return files;
}

SshHop SshConfigValues::hop() const
{
    SshHop hop;
    hop.host = value(u"hostname"_s);
    hop.port = value(u"port"_s).toInt();
    hop.user = value(u"user"_s);
    const QString alias = value(u"hostkeyalias"_s);
    hop.trustName = alias.isEmpty() ? hop.host.toLower() : alias.toLower();
    hop.trustPort = alias.isEmpty() ? hop.port : 22;
    hop.identityFiles = identityFiles();
    hop.identitiesOnly = value(u"identitiesonly"_s) == u"yes";
    hop.agentSocket = agentSocket();
    hop.knownHostsFiles = knownHostsFiles();
    const int timeout = value(u"connecttimeout"_s).toInt();
    hop.connectTimeoutSeconds = timeout > 0 ? timeout : kUsualConnectTimeout;
    return hop;
}

SshHop plainHop(const SshAddress &address)
{
    SshHop hop;
    hop.host = address.host;
    hop.port = address.port > 0 ? address.port : 22;
    hop.user = address.user.isEmpty() ? localUser() : address.user;
    hop.trustName = address.host.toLower();
    hop.trustPort = hop.port;
    hop.agentSocket = qEnvironmentVariable("SSH_AUTH_SOCK");
    for (const QString &name : {u"id_rsa"_s, u"id_ecdsa"_s, u"id_ed25519"_s}) {
        const QString path = sshUserHome() + u"/.ssh/"_s + name;
        if (QFileInfo(path).isFile())
            hop.identityFiles << path;
    }
    return hop;
}

} // namespace mooring
