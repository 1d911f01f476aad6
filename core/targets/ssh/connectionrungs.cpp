#include "core/targets/ssh/sshrungs.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

using Step = SshCheck::Step;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Ssh", text); }

QString hopName(const SshHop &hop) { return hop.port == 22 ? hop.host : u"%1:%2"_s.arg(hop.host).arg(hop.port); }

/// Not to be reached from the internet, so not by Azure ML either.
bool isPrivate(const QString &text)
{
    const QHostAddress address(text);
    if (address.isNull())
        return false;
    static const QList<QPair<QHostAddress, int>> ranges = [] {
        QList<QPair<QHostAddress, int>> list;
        for (const auto *range : {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16",
                                  "127.0.0.0/8", "fc00::/7", "fe80::/10", "::1/128"})
            list << QHostAddress::parseSubnet(QString::fromLatin1(range));
        return list;
    }();
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const QPair<QHostAddress, int> &range) { return address.isInSubnet(range); });
}

QString keyText(const HostKeyFinding &finding)
{
    QString type = finding.shown.type;
    if (type.startsWith(u"ssh-"))
        type = type.mid(4);
    return (type.startsWith(u"ecdsa") ? u"ECDSA"_s : type.toUpper()) + u' ' + finding.shown.fingerprint();
}

QString knownFrom(const HostKeyFinding &finding)
{
    for (const KnownHostRecord &record : finding.records) {
        if (record.key == finding.shown && record.marker == KnownHostRecord::Marker::None)
            return tr("%1, on record in %2, line %3").arg(keyText(finding), record.file).arg(record.line);
    }
    return tr("%1, trusted now").arg(keyText(finding));
}

RungResult lookUp(SshCheck &check, JobContext &context)
{
    const SshHop *hop = check.hop(check.jumps());
    const QString asked = u"getent ahosts %1"_s.arg(hop ? hop->host : check.settings().address.host);
    if (auto done = check.reach(check.jumps(), Step::LookUp, context.cancelToken()); !done)
        return failedBy(done.error(), asked);
    const QStringList addresses = check.facts().addresses;
    if (addresses.isEmpty()) // a jump host looks it up
        return RungResult::of(Verdict::Passed, asked,
                              tr("%1 looks it up").arg(check.hop(check.jumps() ? check.jumps() - 1 : 0)->host));
    const bool isHidden = std::all_of(addresses.begin(), addresses.end(), isPrivate);
    const QString text = addresses.join(u", "_s);
    const Json facts{{"addresses", stringList(addresses)}, {"publicAddress", !isHidden}};
    // It matters only to who wants the machine in an Azure ML workspace too, and says so by the resource ID.
    if (isHidden && !check.settings().resourceId.isEmpty())
        return RungResult::of(Verdict::Warned, asked, tr("%1, a private address").arg(text))
            .withFix(tr("Azure ML needs a public address. Runs from here work with this one."))
            .withFacts(facts);
    return RungResult::of(Verdict::Passed, asked, isHidden ? tr("%1, a private address").arg(text) : text)
        .withFacts(facts);
}

RungResult connect(SshCheck &check, JobContext &context)
{
    const SshHop *hop = check.hop(check.jumps());
    const QString asked = hop ? u"connect %1:%2"_s.arg(hop->host).arg(hop->port) : QString();
    if (auto done = check.reach(check.jumps(), Step::Connect, context.cancelToken()); !done)
        return failedBy(done.error(), asked);
    const QString address = check.facts().address;
    return RungResult::of(Verdict::Passed, asked,
                          address.isEmpty() ? tr("port %1 answered").arg(hop->port)
                                            : tr("port %1 of %2 answered").arg(hop->port).arg(address));
}

RungResult readBanner(SshCheck &check, JobContext &context)
{
    const QString asked = u"SSH-2.0"_s;
    if (auto done = check.reach(check.jumps(), Step::Banner, context.cancelToken()); !done)
        return failedBy(done.error(), asked);
    QString banner = check.facts().serverBanner;
    return RungResult::of(Verdict::Passed, asked, banner.remove(u"SSH-2.0-"_s));
}

RungResult checkHostKey(SshCheck &check, JobContext &context)
{
    const QString asked = u"SSH_MSG_KEXINIT"_s;
    if (auto done = check.reach(check.jumps(), Step::HostKey, context.cancelToken()); !done)
        return failedBy(done.error(), asked);
    const HostKeyFinding &finding = check.facts().hostKey;
    return RungResult::of(Verdict::Passed, asked, knownFrom(finding)).withFacts({{"hostKey", finding.toJson()}});
}

RungResult signIn(SshCheck &check, JobContext &context)
{
    const SshHop *hop = check.hop(check.jumps());
    const QString asked = u"SSH_MSG_USERAUTH_REQUEST %1"_s.arg(hop ? hop->user : QString());
    if (auto done = check.reach(check.jumps(), Step::SignIn, context.cancelToken()); !done)
        return failedBy(done.error(), asked);
    const SshFacts &facts = check.facts();
    return RungResult::of(Verdict::Passed, asked, u"%1, %2"_s.arg(hop->user, facts.signedIn.how))
        .withFacts({{"signedIn", toStd(facts.signedIn.how)}, {"cipher", textOrNull(facts.cipher)}});
}

RungResult jump(SshCheck &check, size_t index, JobContext &context)
{
    const SshHop &hop = *check.hop(index);
    const QString asked = u"ssh %1@%2"_s.arg(hop.user, hopName(hop));
    if (auto done = check.reach(index, Step::SignIn, context.cancelToken()); !done)
        return failedBy(done.error(), asked);
    return RungResult::of(Verdict::Passed, asked, u"%1, %2"_s.arg(hop.user, check.facts().signedIn.how));
}

using Act = RungResult (*)(SshCheck &, JobContext &);

Rung rung(const SharedCheck &check, const QString &id, const QString &title, Act act, const QStringList &needs)
{
    return {id, title, [check, act](const Json &, JobContext &context) { return act(*check, context); }, false, needs};
}

} // namespace

RungResult failedBy(const Error &error, const QString &asked)
{
    QString text = error.message;
    if (!error.cause.isEmpty())
        text += u' ' + error.cause;
    auto result = RungResult::of(Verdict::Failed, asked, plainLine(text.toUtf8(), 600)).withFix(error.fix);
    if (error.kind == ErrorKind::NotReachable || error.kind == ErrorKind::SignIn)
        result.failure = error.kind;
    else if (error.kind == ErrorKind::TimeLimit)
        result.failure = ErrorKind::NotReachable;
    if (error.detail.is_object() && error.detail.contains("hostKey")) {
        result.question = u"hostKey"_s;
        result.facts["hostKey"] = error.detail["hostKey"];
    }
    return result;
}

void addConnectionRungs(RungList &rungs, const SharedCheck &check)
{
    QStringList needs;
    for (size_t i = 0; i < check->jumps(); ++i) {
        const QString id = u"jump%1"_s.arg(i + 1);
        rungs.push_back({id, tr("Jump host %1").arg(check->hop(i)->host),
                         [check, i](const Json &, JobContext &context) { return jump(*check, i, context); }, false,
                         needs});
        needs = QStringList{id};
    }
    rungs.push_back(rung(check, u"lookup"_s, tr("Name lookup"), lookUp, needs));
    rungs.push_back(rung(check, u"connect"_s, tr("TCP connection"), connect, {u"lookup"_s}));
    rungs.push_back(rung(check, u"banner"_s, tr("SSH banner"), readBanner, {u"connect"_s}));
    rungs.push_back(rung(check, u"hostKey"_s, tr("Host key"), checkHostKey, {u"banner"_s}));
    rungs.push_back(rung(check, u"signIn"_s, tr("Sign-in"), signIn, {u"hostKey"_s}));
}

} // namespace mooring
