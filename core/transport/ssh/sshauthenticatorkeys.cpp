// Keys: those of an agent and those of files.
#include "core/transport/ssh/sshauthenticator.h"

#include "core/base/text.h"
#include "core/transport/ssh/sshlimits.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <cstdlib>
#include <cstring>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshAuthenticator", text); }

Error signInError(const QString &code, const QString &message) { return Error::of(ErrorKind::SignIn, code, message); }

/// What is to be signed names the algorithm: session id, type, user, service, method, a flag, algorithm.
QByteArray algorithmIn(const QByteArray &data)
{
    qsizetype at = 0;
    QByteArray text;
    const auto next = [&] {
        text.clear();
        if (data.size() - at < 4)
            return;
        const auto length = qFromBigEndian<quint32>(data.constData() + at);
        at += 4;
        if (length > quint32(data.size() - at))
            return;
        text = data.mid(at, length);
        at += length;
    };
    next();
    at += 1;
    next();
    next();
    next();
    at += 1;
    next();
    return text;
}

struct SignRequest
{
    SshAgent *agent = nullptr;
    const SshAgentKey *key = nullptr; ///< none: nothing is to be signed, only whether the server would take the key
    CancelToken cancel;
    bool accepted = false; ///< the server takes the key: else no signature is asked for
    std::optional<Error> error;
};

int signByAgent(LIBSSH2_SESSION *, unsigned char **signature, size_t *size, const unsigned char *data, size_t dataSize,
                void **abstract)
{
    auto *request = static_cast<SignRequest *>(*abstract);
    request->accepted = true;
    if (!request->key)
        return LIBSSH2_ERROR_AUTHENTICATION_FAILED;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(dataSize));
    const QByteArray algorithm = algorithmIn(bytes);
    auto made = request->agent->sign(*request->key, bytes, algorithm, request->cancel);
    if (!made) {
        request->error = made.error();
        return LIBSSH2_ERROR_AGENT_PROTOCOL;
    }
    if (made->algorithm != algorithm && !algorithm.startsWith(made->algorithm))
        return LIBSSH2_ERROR_ALGO_UNSUPPORTED;
    *signature = static_cast<unsigned char *>(std::malloc(size_t(made->bytes.size()) + 1));
    std::memcpy(*signature, made->bytes.constData(), size_t(made->bytes.size()));
    *size = size_t(made->bytes.size());
    return 0;
}

QString shortType(const QString &type)
{
    return type.startsWith(u"ecdsa") ? u"ECDSA"_s
           : type == u"ssh-rsa"      ? u"RSA"_s
           : type == u"ssh-ed25519"  ? u"ED25519"_s
                                     : type;
}

} // namespace

bool SshAuthenticator::isKnown(const QByteArray &blob) const
{
    return std::find(m_known.begin(), m_known.end(), blob) != m_known.end();
}

/// With an agent's key: signs in with it. Without: asks only whether the server would take the key.
Result<SshAuthenticator::Step> SshAuthenticator::offer(const QByteArray &blob, const QString &name,
                                                       const SshAgentKey *agentKey, bool *accepted)
{
    SignRequest request{&m_agent, agentKey, m_cancel, false, {}};
    void *abstract = &request;
    m_known.push_back(blob);
    const auto outcome = m_session.run(sshLimits().signIn + (agentKey ? sshLimits().agent * 6 : 0ms), m_cancel, [&] {
        return libssh2_userauth_publickey(m_session.raw(), m_user.constData(),
                                          reinterpret_cast<const unsigned char *>(blob.constData()),
                                          size_t(blob.size()), signByAgent, &abstract);
    });
    *accepted = request.accepted;
    if (request.error) {
        if (request.error->kind == ErrorKind::Canceled)
            return *request.error;
        m_result.tried << name + u": "_s + request.error->message;
        remember(*request.error);
        return Step::GoOn;
    }
    if (!agentKey && request.accepted)
        return Step::GoOn;
    ++m_offered;
    return judge(outcome, name);
}

Result<SshAuthenticator::Step> SshAuthenticator::tryAgent()
{
    const bool wanted = m_signIn.method == SshSignIn::Method::Auto || m_signIn.method == SshSignIn::Method::Agent;
    if (!wanted || !takes("publickey"))
        return Step::GoOn;
    if (m_hop.agentSocket.isEmpty()) {
        if (m_signIn.method == SshSignIn::Method::Agent)
            remember(signInError(u"ssh.agent"_s, tr("No SSH agent is running here."))
                         .withFix(tr("Start one and add the key with: ssh-add")));
        return Step::GoOn;
    }
    auto keys = m_agent.keys(m_cancel);
    if (!keys) {
        if (keys.error().kind == ErrorKind::Canceled)
            return keys.error();
        m_result.tried << keys.error().message;
        if (m_signIn.method == SshSignIn::Method::Agent)
            remember(keys.error());
        return Step::GoOn;
    }
    // Keys that the configuration names come first, or are the only ones.
    std::vector<QByteArray> named;
    for (const QString &path : m_hop.identityFiles)
        if (auto file = SshKeyFile::read(path); file && !file->publicBlob.isEmpty())
            named.push_back(file->publicBlob);
    const auto isNamed = [&](const SshAgentKey &key) {
        return std::find(named.begin(), named.end(), key.blob) != named.end();
    };
    std::stable_partition(keys->begin(), keys->end(), isNamed);
    int left = 0;
    for (const SshAgentKey &key : *keys) {
        if (isKnown(key.blob) || (m_hop.identitiesOnly && !isNamed(key)))
            continue;
        // One offer is kept for a key file.
        if (m_offered >= m_mostOffers - (m_hop.identityFiles.isEmpty() ? 0 : 1)) {
            ++left;
            continue;
        }
        const QString name = tr("agent: %1 (%2)").arg(key.comment, shortType(key.type));
        bool accepted = false;
        auto step = offer(key.blob, name, &key, &accepted);
        if (!step || *step != Step::GoOn || m_partialNow)
            return step;
    }
    if (left > 0)
        m_result.tried
            << tr("agent: not all keys were offered (left: %1), because servers end a sign-in after a few").arg(left);
    return Step::GoOn;
}

Result<SshAuthenticator::Step> SshAuthenticator::tryGivenFile()
{
    const bool wanted = m_signIn.method == SshSignIn::Method::Auto || m_signIn.method == SshSignIn::Method::KeyFile;
    return !wanted || m_signIn.keyFile.isEmpty() ? Result<Step>(Step::GoOn) : tryFile(m_signIn.keyFile, true);
}

Result<SshAuthenticator::Step> SshAuthenticator::tryFiles()
{
    const bool wanted = m_signIn.method == SshSignIn::Method::Auto || m_signIn.method == SshSignIn::Method::KeyFile;
    if (!wanted || !m_signIn.keyFile.isEmpty())
        return Step::GoOn;
    for (const QString &path : m_hop.identityFiles) {
        auto step = tryFile(path, false);
        if (!step || *step != Step::GoOn || m_partialNow)
            return step;
    }
    return Step::GoOn;
}

Result<SshAuthenticator::Step> SshAuthenticator::tryFile(const QString &path, bool given)
{
    if (m_triedFiles.contains(path) || !takes("publickey"))
        return Step::GoOn;
    m_triedFiles << path;
    auto key = SshKeyFile::read(path);
    if (!key) {
        m_result.tried << key.error().message;
        if (given)
            return key.error();
        if (key.error().code != u"file.missing")
            remember(key.error());
        return Step::GoOn;
    }
    if (isKnown(key->publicBlob) && !key->publicBlob.isEmpty())
        return Step::GoOn;
    const QString name =
        key->type.isEmpty() ? tr("key %1").arg(key->shownPath()) : tr("key %1 (%2)").arg(key->shownPath(), key->type);
    if (!mayOffer()) {
        m_result.tried << tr("%1: not offered").arg(name);
        return Step::GoOn;
    }
    if (!key->encrypted)
        return tryKey(*key, name);
    // The passphrase is asked for, and used, only when the server would take the key.
    if (!key->publicBlob.isEmpty()) {
        bool accepted = false;
        auto step = offer(key->publicBlob, name, nullptr, &accepted);
        if (!step || !accepted)
            return step;
    }
    if (m_signIn.passphrase.isEmpty()) {
        m_result.tried << tr("%1: its passphrase is needed").arg(name);
        remember(signInError(u"ssh.needsPassphrase"_s, tr("The key %1 has a passphrase.").arg(key->shownPath()))
                     .withFix(tr("Give the passphrase, or add the key to the SSH agent."))
                     .withDetail({{"keyFile", toStd(path)}}));
        return Step::GoOn;
    }
    return tryKey(*key, name);
}

Result<SshAuthenticator::Step> SshAuthenticator::tryKey(const SshKeyFile &key, const QString &name)
{
    const Error wrong =
        signInError(u"ssh.wrongPassphrase"_s, tr("The passphrase does not open the key %1.").arg(key.shownPath()))
            .withDetail({{"keyFile", toStd(key.path)}});
    SshSession::Outcome outcome;
    const bool opens = key.opensWith(m_signIn.passphrase);
    if (opens) {
        ++m_offered;
        m_known.push_back(key.publicBlob);
        outcome = m_session.run(sshLimits().signIn, m_cancel, [&] {
            return libssh2_userauth_publickey_frommemory(
                m_session.raw(), m_user.constData(), size_t(m_user.size()), nullptr, 0, key.content.constData(),
                size_t(key.content.size()), key.encrypted ? m_signIn.passphrase.constData() : nullptr);
        });
    }
    const bool unread = outcome.how == SshSession::Outcome::How::Done &&
                        (outcome.code == LIBSSH2_ERROR_FILE || outcome.code == LIBSSH2_ERROR_METHOD_NOT_SUPPORTED ||
                         outcome.code == LIBSSH2_ERROR_KEYFILE_AUTH_FAILED || outcome.code == LIBSSH2_ERROR_PROTO);
    if (!opens || (unread && key.encrypted)) {
        m_result.tried << tr("%1: wrong passphrase").arg(name);
        remember(wrong);
        return Step::GoOn;
    }
    if (unread) {
        const Error error =
            signInError(u"ssh.badKeyFile"_s, tr("The key file %1 cannot be read.").arg(key.shownPath()))
                .withCause(m_session.lastError())
                .withFix(tr("Run: %1").arg(shellCommand({u"ssh-keygen"_s, u"-y"_s, u"-f"_s, key.path})));
        m_result.tried << error.message;
        remember(error);
        return Step::GoOn;
    }
    return judge(outcome, name);
}

} // namespace mooring
