#include "core/transport/ssh/sshdialer.h"

#include "core/transport/ssh/sshalgorithms.h"
#include "core/transport/ssh/sshauthenticator.h"
#include "core/transport/ssh/sshlimits.h"
#include "core/transport/ssh/sshownerthread.h"
#include "core/transport/ssh/sshsession.h"
#include "core/transport/ssh/sshsocket.h"
#include "core/transport/ssh/sshtext.h"

#include <QCoreApplication>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

using How = SshSession::Outcome::How;

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshDialer", text); }

QString method(SshSession &session, int type)
{
    const char *name = libssh2_session_methods(session.raw(), type);
    return name ? QString::fromLatin1(name) : QString();
}

bool share(const QStringList &ours, const QStringList &theirs)
{
    return std::any_of(ours.begin(), ours.end(), [&](const QString &name) { return theirs.contains(name); });
}

} // namespace

class SshDialer::Private
{
public:
    Private(SshRoute r, SshSignIn s, std::shared_ptr<HostTrust> t)
        : route(std::move(r)), signIn(std::move(s)), trust(std::move(t))
    {
    }

    const SshHop &hop() const { return route.hops[at]; }
    Error notReachable(const QString &code, const QString &message) const
    {
        return Error::of(ErrorKind::NotReachable, code, message);
    }
    /// `sentence` has places for host, port and seconds.
    Error tooSlow(const QString &sentence, std::chrono::milliseconds limit) const
    {
        return notReachable(u"ssh.timeLimit"_s,
                            sentence.arg(hop().host).arg(hop().port).arg((limit.count() + 999) / 1000))
            .withFix(
                tr("Check that an SSH server and not another service has this port, and that it is not overloaded."));
    }
    QString trustName() const { return hop().trustName.isEmpty() ? hop().host : hop().trustName; }
    int trustPort() const { return hop().trustName.isEmpty() ? hop().port : hop().trustPort; }
    Error lost(const QString &cause) const
    {
        return notReachable(u"ssh.lost"_s,
                            tr("The connection to port %2 of %1 ended early.").arg(hop().host).arg(hop().port))
            .withCause(cause);
    }

    Result<> connectThrough(const CancelToken &cancel);
    void preferAlgorithms();
    std::optional<Error> noCommonAlgorithm() const;

    SshRoute route;
    SshSignIn signIn;
    std::shared_ptr<HostTrust> trust;
    size_t at = 0;
    std::vector<SshEndpoint> endpoints;
    std::unique_ptr<SshSession> jump;    ///< signed in, the hop before
    std::unique_ptr<SshSession> session; ///< of this hop
    bool accepted = false;               ///< the host key
    bool signedIn = false;
    SshFacts facts;
    QStringList hostKeyOrder;
};

SshDialer::SshDialer(SshRoute route, SshSignIn signIn, std::shared_ptr<HostTrust> trust)
    : d(std::make_unique<Private>(std::move(route), std::move(signIn), std::move(trust)))
{
}

SshDialer::~SshDialer() = default;

size_t SshDialer::hopCount() const { return d->route.hops.size(); }
const SshFacts &SshDialer::facts() const { return d->facts; }

Result<> SshDialer::ofHop(Result<> step) const
{
    if (step || d->at + 1 >= d->route.hops.size() || step.error().kind == ErrorKind::Canceled)
        return step;
    Error error = step.error();
    error.message = tr("Jump host %1: %2").arg(d->hop().host, error.message);
    if (error.detail.is_null() || error.detail.is_object())
        error.detail["jumpHost"] = toStd(d->hop().host);
    return error;
}

Result<> SshDialer::tryLookUp(const CancelToken &cancel)
{
    if (d->at > 0)
        return {}; // the hop before resolves the name
    auto found = lookUpHost(d->hop().host, d->hop().port, cancel);
    if (!found)
        return found.error();
    d->endpoints = *found;
    for (const SshEndpoint &endpoint : d->endpoints)
        d->facts.addresses << endpoint.text();
    return {};
}

Result<> SshDialer::tryConnect(const CancelToken &cancel)
{
    if (d->at > 0)
        return d->connectThrough(cancel);
    auto made = connectTcp(d->endpoints, d->hop().host, d->hop().port,
                           std::chrono::seconds(std::clamp(d->hop().connectTimeoutSeconds, 1, 300)), cancel);
    if (!made)
        return made.error();
    d->facts.address = made->address;
    auto session = SshSession::over(made->fd);
    if (!session)
        return session.error();
    d->session = std::move(*session);
    return {};
}

Result<> SshDialer::Private::connectThrough(const CancelToken &cancel)
{
    const std::chrono::seconds limit(std::clamp(hop().connectTimeoutSeconds, 1, 300));
    const QByteArray host = hop().host.toUtf8();
    const SshHop &before = route.hops[at - 1];
    LIBSSH2_CHANNEL *channel = nullptr;
    const auto outcome = jump->run(limit, cancel, [&] {
        channel = libssh2_channel_direct_tcpip_ex(jump->raw(), host.constData(), hop().port, "127.0.0.1", 22);
        return channel ? 0 : libssh2_session_last_errno(jump->raw());
    });
    if (outcome.how == How::Canceled)
        return Error::canceled();
    if (outcome.how == How::TimedOut)
        return notReachable(u"ssh.timeLimit"_s, tr("%1 did not reach port %3 of %2 within %4 s.")
                                                    .arg(before.host, hop().host)
                                                    .arg(hop().port)
                                                    .arg(limit.count()))
            .withFix(tr("Check the address as seen from the jump host, and the firewall between them."));
    if (!channel)
        return notReachable(u"ssh.unreachable"_s,
                            tr("%1 could not connect to port %3 of %2.").arg(before.host, hop().host).arg(hop().port))
            .withCause(jump->lastError())
            .withFix(tr("Check the address as seen from the jump host, and that it allows forwarding."));
    auto made = SshSession::through(std::move(jump), channel);
    if (!made)
        return made.error();
    session = std::move(*made);
    facts.address = tr("%1, through %2").arg(hop().host, before.host);
    return {};
}

Result<> SshDialer::tryReadBanner(const CancelToken &cancel)
{
    Error error;
    std::optional<QByteArray> line;
    const auto limit = sshLimits().banner;
    const auto outcome = d->session->run(limit, cancel, [&] {
        auto peeked = d->session->peekVersionLine();
        if (!peeked) {
            error = peeked.error();
            return LIBSSH2_ERROR_PROTO;
        }
        line = *peeked;
        return line ? 0 : LIBSSH2_ERROR_EAGAIN;
    });
    if (outcome.how == How::Canceled)
        return Error::canceled();
    if (outcome.how == How::TimedOut)
        return d->tooSlow(
            tr("Port %2 of %1 took the connection, but did not say within %3 s that it is an SSH server."), limit);
    const QString fix = tr("Check the port: another service may be there.");
    if (error.code == u"ssh.notSsh")
        return d
            ->notReachable(u"ssh.notSsh"_s,
                           tr("Port %2 of %1 is not an SSH server.").arg(d->hop().host).arg(d->hop().port))
            .withCause(error.cause)
            .withFix(fix);
    if (!line)
        return d->lost(d->session->ending())
            .withFix(tr("The server may allow no more connections now. Try again in a minute."));
    d->facts.serverBanner = plainServerText(*line, 255);
    if (!line->startsWith("SSH-2.0-") && !line->startsWith("SSH-1.99-"))
        return d
            ->notReachable(u"ssh.notSsh"_s, tr("Port %2 of %1 speaks an SSH that is too old (%3).")
                                                .arg(d->hop().host)
                                                .arg(d->hop().port)
                                                .arg(d->facts.serverBanner))
            .withFix(fix);
    return {};
}

void SshDialer::Private::preferAlgorithms()
{
    using namespace sshalgorithms;
    hostKeyOrder = hostKeys(trust->knownTypes(trustName(), trustPort(), hop().knownHostsFiles));
    const auto prefer = [&](int type, const QStringList &names) {
        libssh2_session_method_pref(session->raw(), type, joined(names).constData());
    };
    prefer(LIBSSH2_METHOD_KEX, keyExchanges());
    prefer(LIBSSH2_METHOD_HOSTKEY, hostKeyOrder);
    for (const int type : {LIBSSH2_METHOD_CRYPT_CS, LIBSSH2_METHOD_CRYPT_SC})
        prefer(type, ciphers());
    for (const int type : {LIBSSH2_METHOD_MAC_CS, LIBSSH2_METHOD_MAC_SC})
        prefer(type, macs());
    for (const int type : {LIBSSH2_METHOD_COMP_CS, LIBSSH2_METHOD_COMP_SC})
        prefer(type, {u"none"_s});
}

std::optional<Error> SshDialer::Private::noCommonAlgorithm() const
{
    using namespace sshalgorithms;
    const SshOffer offer = parseOffer(session->firstBytes());
    if (offer.keyExchanges.isEmpty())
        return {};
    struct Part
    {
        QString name;
        QStringList ours, theirs;
    };
    // AES-GCM needs no MAC of its own.
    const bool needsMac =
        !offer.ciphers.contains(u"aes128-gcm@openssh.com") && !offer.ciphers.contains(u"aes256-gcm@openssh.com");
    for (const Part &part : {Part{tr("key exchange"), keyExchanges(), offer.keyExchanges},
                             Part{tr("host key"), hostKeyOrder, offer.hostKeys},
                             Part{tr("cipher"), ciphers(), offer.ciphers}, Part{tr("MAC"), macs(), offer.macs}}) {
        if (share(part.ours, part.theirs) || (part.name == tr("MAC") && !needsMac))
            continue;
        return Error::of(ErrorKind::NotReachable, u"ssh.noCommonAlgorithm"_s,
                         tr("%1 and Mooring have no %2 algorithm in common. It offers: %3. Mooring takes: %4.")
                             .arg(hop().host, part.name, part.theirs.join(u", "_s), part.ours.join(u", "_s)))
            .withFix(tr("Update the SSH server, or allow one of Mooring's algorithms there. Weak ones are never used."))
            .withDetail({{"theirs", stringList(part.theirs)}, {"ours", stringList(part.ours)}});
    }
    return {};
}

Result<> SshDialer::tryExchangeKeys(const CancelToken &cancel)
{
    SshSession &session = *d->session;
    d->preferAlgorithms();
    const auto limit = sshLimits().keyExchange;
    const auto outcome = session.run(limit, cancel, [&] { return libssh2_session_handshake(session.raw(), 0); });
    if (outcome.how == How::Canceled)
        return Error::canceled();
    if (outcome.how == How::TimedOut)
        return d->tooSlow(tr("The key exchange with port %2 of %1 did not end within %3 s."), limit);
    if (outcome.code != 0) {
        if (auto error = d->noCommonAlgorithm())
            return *error;
        return d->lost(session.lastError()).withFix(tr("If it stays so, look at the server's log."));
    }
    session.forgetFirstBytes();
    d->facts.keyExchange = method(session, LIBSSH2_METHOD_KEX);
    d->facts.cipher = method(session, LIBSSH2_METHOD_CRYPT_CS);
    size_t size = 0;
    int type = 0;
    const char *blob = libssh2_session_hostkey(session.raw(), &size, &type);
    HostKey key;
    if (blob && size >= 4) {
        key.blob = QByteArray(blob, qsizetype(size));
        const auto length = qFromBigEndian<quint32>(blob);
        if (length < 64 && length <= size - 4)
            key.type = plainServerText(key.blob.mid(4, length), 64);
    }
    if (key.type.isEmpty())
        return d->lost(tr("The server showed a host key that makes no sense."));
    d->facts.hostKey = d->trust->judge(d->trustName(), d->trustPort(), key, d->hop().knownHostsFiles);
    return {};
}

Result<> SshDialer::checkHostKey()
{
    auto decided = d->trust->decide(d->facts.hostKey);
    d->accepted = decided.ok();
    return ofHop(std::move(decided));
}

Result<> SshDialer::trySignIn(const CancelToken &cancel)
{
    if (!d->accepted)
        return Error::of(ErrorKind::SignIn, u"ssh.hostKeyUnknown"_s,
                         tr("The host key was not accepted; nothing was sent."));
    // What was given for the target is not for the hops before it: they have keys and the agent.
    SshSignIn how = d->signIn;
    if (d->at + 1 < d->route.hops.size()) {
        how.password.clear();
        how.keyFile.clear();
        how.method = SshSignIn::Method::Auto;
    }
    auto done = SshAuthenticator(*d->session, d->hop(), how).signIn(cancel);
    if (!done)
        return done.error();
    d->facts.signedIn = *done;
    d->signedIn = true;
    return {};
}

Result<> SshDialer::nextHop()
{
    if (!d->signedIn || d->at + 1 >= d->route.hops.size())
        return Error::failed(u"ssh.failed"_s, tr("There is no next machine on the way, or this one is not signed in."));
    d->jump = std::move(d->session);
    ++d->at;
    d->facts = {};
    d->accepted = d->signedIn = false;
    return {};
}

Result<std::shared_ptr<SshConnection>> SshDialer::take()
{
    if (!d->signedIn || d->at + 1 != d->route.hops.size())
        return Error::failed(u"ssh.failed"_s, tr("The last machine on the way is not signed in."));
    d->signedIn = false;
    return std::shared_ptr<SshConnection>(std::make_shared<SshOwnerThread>(std::move(d->session), d->hop().host));
}

Result<std::shared_ptr<SshConnection>> SshDialer::dial(const SshRoute &route, const SshSignIn &signIn,
                                                       const std::shared_ptr<HostTrust> &trust,
                                                       const CancelToken &cancel,
                                                       const std::function<void(const QString &)> &onStep)
{
    SshDialer dialer(route, signIn, trust);
    for (size_t hop = 0; hop < dialer.hopCount(); ++hop) {
        const SshHop &machine = route.hops[hop];
        const auto say = [&](const QString &text) {
            if (onStep)
                onStep(text);
        };
        if (hop > 0)
            if (auto moved = dialer.nextHop(); !moved)
                return moved.error();
        say(tr("Looking up %1").arg(machine.host));
        Result<> step = dialer.lookUp(cancel);
        if (step) {
            say(tr("Connecting to %1, port %2").arg(machine.host).arg(machine.port));
            step = dialer.connect(cancel);
        }
        if (step)
            step = dialer.readBanner(cancel);
        if (step)
            step = dialer.exchangeKeys(cancel);
        if (step)
            step = dialer.checkHostKey();
        if (step) {
            say(tr("Signing in to %1 as %2").arg(machine.host, machine.user));
            step = dialer.signIn(cancel);
        }
        if (!step)
            return step.error();
    }
    return dialer.take();
}

} // namespace mooring
