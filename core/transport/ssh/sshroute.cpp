#include "core/transport/ssh/sshroute.h"

#include "core/base/process.h"
#include "core/transport/ssh/sshaddress.h"
#include "core/transport/ssh/sshconfigfile.h"
#include "core/transport/ssh/sshconfigvalues.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostHops = 8;

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshRoute", text); }

QString placeOf(const SshConfigLine &line) { return tr("%1, line %2").arg(withTilde(line.file)).arg(line.line); }

Error unsupported(const QString &option, const QString &host, const QString &place)
{
    const QString sentence =
        place.isEmpty()
            ? tr("The SSH configuration for %1 uses %2, which Mooring cannot follow.").arg(host, option)
            : tr("The SSH configuration for %1 uses %2 (%3), which Mooring cannot follow.").arg(host, option, place);
    return Error::usage(u"ssh.unsupportedConfig"_s, sentence)
        .withDetail({{"option", toStd(option)}, {"host", toStd(host)}});
}

Result<std::vector<SshAddress>> parseJumps(const QString &list)
{
    std::vector<SshAddress> jumps;
    if (list.trimmed().isEmpty() || list.trimmed().compare(u"none"_s, Qt::CaseInsensitive) == 0)
        return jumps;
    for (const QString &text : list.split(u',')) {
        auto jump = SshAddress::parse(text);
        if (!jump)
            return jump.error();
        jumps.push_back(*jump);
    }
    return jumps;
}

/// The line of ssh's complaint that says something.
QString complaint(const QByteArray &errors)
{
    QStringList lines = QString::fromUtf8(errors).split(u'\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.contains(u"Pseudo-terminal"_s); });
    return lines.value(0).trimmed().left(500);
}

class Resolver
{
public:
    explicit Resolver(const CancelToken &cancel) : m_cancel(cancel)
    {
        for (const QString &file : sshConfigFiles()) {
            std::vector<SshConfigLine> lines = readSshConfig(file);
            std::move(lines.begin(), lines.end(), std::back_inserter(m_lines));
        }
    }

    /// Jump hosts first. No `jumps`: those of the configuration.
    Result<std::vector<SshHop>> hopsTo(const SshAddress &address, const std::optional<std::vector<SshAddress>> &jumps,
                                       size_t depth = 1)
    {
        if (depth > kMostHops)
            return tooLong();
        auto values = ask(address, jumps.has_value());
        if (!values)
            return values.error();
        auto way = jumps ? *jumps : std::vector<SshAddress>();
        if (!jumps && *values) {
            auto configured = parseJumps((*values)->jumpList());
            if (!configured)
                return unsupported(u"ProxyJump"_s, address.host, {}).withCause(configured.error().message);
            way = *configured;
        }
        std::vector<SshHop> hops;
        if (!way.empty()) {
            // As ssh does: the first jump host may have one of its own, the others are reached through the one before.
            const SshAddress last = way.back();
            way.pop_back();
            auto before = way.empty() ? hopsTo(last, {}, depth + 1) : hopsTo(last, way, depth + 1);
            if (!before)
                return before;
            hops = std::move(*before);
        }
        SshHop hop = *values ? (*values)->hop() : plainHop(address);
        if (auto good = checkHop(hop, hops); !good)
            return good.error();
        hops.push_back(std::move(hop));
        return hops;
    }

    const std::vector<SshConfigLine> &lines() const { return m_lines; }

private:
    /// Nothing where there is no OpenSSH.
    Result<std::optional<SshConfigValues>> ask(const SshAddress &address, bool ownWay)
    {
        const bool complete = ownWay && !address.user.isEmpty() && address.port > 0;
        const auto exec = findMatchExec(m_lines, address.host);
        if (exec && !complete)
            return unsupported(u"Match exec"_s, address.host, placeOf(*exec)).withFix(wayOut());
        auto output = run(address, ownWay, exec.has_value());
        if (!output && output.error().code == u"process.notFound")
            return std::optional<SshConfigValues>();
        if (!output)
            return output.error();
        auto values = SshConfigValues::parse(*output, address.host);
        if (const QString option = values.unsupported(); !option.isEmpty())
            return unsupported(option, address.host, {})
                .withFix(option == u"ProxyCommand"
                             ? tr("Name a jump host instead, or “none” where the machine is reached directly.")
                             : tr("Take %1 out of the configuration for this machine.").arg(option));
        return std::optional(std::move(values));
    }

    static QString wayOut()
    {
        return tr("Give user, port and jump host (or “none”) in full: then the configuration is not needed.");
    }

    Result<QByteArray> run(const SshAddress &address, bool ownWay, bool withoutConfig)
    {
        Command command;
        command.program = u"ssh"_s;
        command.arguments = {u"-G"_s};
        if (withoutConfig)
            command.arguments << u"-F"_s << u"none"_s;
        else if (const QString file = qEnvironmentVariable("MOORING_SSH_CONFIG"); !file.isEmpty())
            command.arguments << u"-F"_s << file;
        if (!address.user.isEmpty())
            command.arguments << u"-l"_s << address.user;
        if (address.port > 0)
            command.arguments << u"-p"_s << QString::number(address.port);
        if (ownWay) // given first, it switches off ProxyCommand and ProxyJump of the files
            command.arguments << u"-o"_s << u"ProxyCommand=none"_s;
        command.arguments << u"--"_s << address.host;
        const auto output = runCommand(command, m_cancel);
        if (!output)
            return output.error();
        if (output->errors.contains("jumphost loop"))
            return tooLong();
        if (!output->succeeded())
            return Error::usage(u"ssh.badConfig"_s, tr("ssh cannot read its configuration for %1.").arg(address.host))
                .withCause(complaint(output->errors))
                .withFix(tr("See what it says: %1").arg(u"ssh -G "_s + address.host));
        return output->output;
    }

    static Error tooLong()
    {
        return Error::usage(
            u"ssh.jumpLoop"_s,
            tr("The way through jump hosts is longer than %1 machines, or goes in a circle.").arg(kMostHops));
    }

    static Result<> checkHop(SshHop &hop, const std::vector<SshHop> &before)
    {
        const bool ascii = std::all_of(hop.host.begin(), hop.host.end(), [](QChar c) { return c.unicode() < 128; });
        if (!ascii) { // the name on the wire; the one on record too, as it is looked up by it
            const QString given = hop.host;
            hop.host = QString::fromLatin1(QUrl::toAce(given));
            if (hop.trustName == given.toLower())
                hop.trustName = hop.host;
        }
        if (!isHostName(hop.host) || !isUserName(hop.user) || hop.port < 1 || hop.port > 65535)
            return Error::usage(u"ssh.badAddress"_s,
                                tr("The SSH configuration gives no usable address: %1@%2, port %3.")
                                    .arg(hop.user, hop.host)
                                    .arg(hop.port));
        const bool twice = std::any_of(before.begin(), before.end(), [&](const SshHop &other) {
            return other.host == hop.host && other.port == hop.port;
        });
        if (twice)
            return Error::usage(u"ssh.jumpLoop"_s, tr("%1 stands twice on the way.").arg(hop.host));
        return before.size() + 1 > kMostHops ? Result<>(tooLong()) : Result<>();
    }

    const CancelToken &m_cancel;
    std::vector<SshConfigLine> m_lines;
};

void collectHosts(const std::vector<SshConfigLine> &lines, std::vector<ConfiguredHost> &hosts)
{
    for (const SshConfigLine &line : lines) {
        for (const QString &word : line.keyword == u"host" ? line.words : QStringList()) {
            const bool known =
                std::any_of(hosts.begin(), hosts.end(), [&](const ConfiguredHost &host) { return host.alias == word; });
            if (!known && isHostName(word)) // which no wildcard is
                hosts.push_back({word, withTilde(line.file), line.line});
        }
        collectHosts(line.included, hosts);
    }
}

} // namespace

Result<SshRoute> resolveRoute(const SshAddress &address, const QString &jump, const CancelToken &cancel)
{
    std::optional<std::vector<SshAddress>> jumps;
    if (!jump.trimmed().isEmpty()) {
        auto given = parseJumps(jump);
        if (!given)
            return given.error();
        jumps = std::move(*given);
    }
    Resolver resolver(cancel);
    auto hops = resolver.hopsTo(address, jumps);
    if (!hops)
        return hops.error();
    SshRoute route;
    route.hops = std::move(*hops);
    if (const auto line = findHostLine(resolver.lines(), address.host)) {
        route.alias = address.host;
        route.source = placeOf(*line);
    }
    return route;
}

std::vector<ConfiguredHost> configuredHosts(const QString &configFile)
{
    std::vector<ConfiguredHost> hosts;
    collectHosts(readSshConfig(configFile.isEmpty() ? sshConfigFiles().front() : configFile), hosts);
    return hosts;
}

} // namespace mooring
