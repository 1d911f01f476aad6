#include "core/transport/ssh/hostkeyfetch.h"

#include "core/transport/ssh/hosttrusttexts.h"
#include "core/transport/ssh/publickeyblob.h"
#include "core/transport/ssh/sshdialer.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::HostKeyFetch", text); }

} // namespace

Result<HostKeyFinding> fetchHostKey(const SshRoute &route, const SshSignIn &signIn,
                                    const std::shared_ptr<HostTrust> &trust, const CancelToken &cancel)
{
    SshDialer dialer(route, signIn, trust);
    for (size_t hop = 0;; ++hop) {
        Result<> done = dialer.lookUp(cancel);
        if (done)
            done = dialer.connect(cancel);
        if (done)
            done = dialer.readBanner(cancel);
        if (done)
            done = dialer.exchangeKeys(cancel);
        if (done && hop + 1 == dialer.hopCount())
            return dialer.facts().hostKey;
        if (done)
            done = dialer.checkHostKey();
        if (done)
            done = dialer.signIn(cancel);
        if (done)
            done = dialer.nextHop();
        if (!done)
            return done.error();
    }
}

Result<> trustExpected(HostTrust &trust, const HostKeyFinding &finding, const QString &expected)
{
    if (finding.verdict == HostKeyVerdict::Revoked || finding.verdict == HostKeyVerdict::Changed)
        return hostKeyRefusal(finding, trust.ownFile());
    if (finding.shown.fingerprint() != expected)
        return hostKeyUnexpected(finding, expected);
    return trust.trust(finding.host, finding.port, finding.shown);
}

Result<HostKey> parseKeyLine(const QString &line)
{
    const QStringList words = line.simplified().split(u' ');
    const auto key = words.size() < 2 ? std::nullopt : parsePublicKey(words[0].toUtf8(), words[1].toUtf8());
    if (key)
        return *key;
    return Error::usage(u"trust.badKey"_s, tr("This is no public key of a machine."))
        .withFix(tr("It looks like “ssh-ed25519 AAAA…”: the line of /etc/ssh/ssh_host_ed25519_key.pub there."));
}

Result<QString> parseFingerprint(const QString &text)
{
    QString digest = text.trimmed();
    const bool named = digest.startsWith(u"SHA256:"_s);
    digest = digest.mid(named ? 7 : 0);
    while (digest.endsWith(u'='))
        digest.chop(1);
    const auto bytes = decodeBase64(digest.toUtf8() + '=');
    if (named && bytes && bytes->size() == 32)
        return u"SHA256:"_s + digest;
    return Error::usage(u"trust.badFingerprint"_s, tr("“%1” is no SHA-256 fingerprint.").arg(text.left(100)))
        .withFix(
            tr("It looks like “SHA256:” and 43 letters and digits: ssh-keygen -l -E sha256 -f KEYFILE prints it."));
}

} // namespace mooring
