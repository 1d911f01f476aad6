#include "core/transport/ssh/sshauthenticator.h"

#include "core/base/redactor.h"
#include "core/base/text.h"
#include "core/transport/ssh/sshlimits.h"
#include "core/transport/ssh/sshtext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QtEndian>

#include <cstdlib>
#include <cstring>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kMostPrompts = 16;

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshAuthenticator", text); }

Error signInError(const QString &code, const QString &message) { return Error::of(ErrorKind::SignIn, code, message); }

/// A prompt that a stored password may answer: hidden, alone, and not for a code or for a new password.
bool asksForPassword(const SshPrompts &prompts)
{
    static const QRegularExpression password(
        u"password|passwort|mot de passe|contraseña|암호|비밀번호|パスワード|密码"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression other(
        u"new password|retype|one.?time|otp|verification|\\bcode\\b|token|passphrase|pin\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return prompts.prompts.size() == 1 && !prompts.prompts[0].echo && prompts.prompts[0].text.contains(password) &&
           !prompts.prompts[0].text.contains(other);
}

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

SshAuthenticator::SshAuthenticator(SshSession &session, const SshHop &hop, const SshSignIn &signIn)
    : m_session(session), m_hop(hop), m_signIn(signIn), m_agent(hop.agentSocket), m_user(hop.user.toUtf8())
{
    Redactor::instance().add(signIn.password);
    Redactor::instance().add(signIn.passphrase);
    if (signIn.ask || !signIn.password.isEmpty())
        m_mostOffers = 4; // what is left is for the password
}

Result<SshSignedIn> SshAuthenticator::signIn(const CancelToken &cancel)
{
    m_cancel = cancel;
    using Try = Result<Step> (SshAuthenticator::*)();
    std::vector<Try> order{&SshAuthenticator::tryGivenFile, &SshAuthenticator::tryAgent, &SshAuthenticator::tryFiles,
                           &SshAuthenticator::tryInteractive, &SshAuthenticator::tryPassword};
    auto step = askForMethods();
    // After a partial success, what came before in the order may be wanted: a password first, then a key.
    for (int round = 0; round < 3; ++round) {
        bool partial = false;
        for (const Try attempt : order) {
            if (!step)
                return step.error();
            if (*step == Step::In)
                return m_result;
            m_partialNow = false;
            step = (this->*attempt)();
            partial = partial || m_partialNow;
        }
        if (step && *step == Step::GoOn && !partial)
            break;
    }
    if (!step)
        return step.error();
    return *step == Step::In ? Result<SshSignedIn>(m_result) : Result<SshSignedIn>(denied());
}

Result<SshAuthenticator::Step> SshAuthenticator::askForMethods()
{
    char *list = nullptr;
    const auto outcome = m_session.run(sshLimits().signIn, m_cancel, [&] {
        list = libssh2_userauth_list(m_session.raw(), m_user.constData(), unsigned(m_user.size()));
        return list ? 0 : libssh2_session_last_errno(m_session.raw());
    });
    if (outcome.how != SshSession::Outcome::How::Done)
        return lost(outcome);
    if (list) {
        m_methods = QByteArray(list).left(1024).split(',');
        m_session.takeSignInFailure();
        return Step::GoOn;
    }
    if (libssh2_userauth_authenticated(m_session.raw())) {
        m_result.how = tr("nothing was asked for");
        return Step::In;
    }
    return lost({SshSession::Outcome::How::Done, LIBSSH2_ERROR_SOCKET_DISCONNECT});
}

Result<SshAuthenticator::Step> SshAuthenticator::judge(const SshSession::Outcome &outcome, const QString &name)
{
    if (m_askError)
        return *m_askError;
    if (outcome.how != SshSession::Outcome::How::Done)
        return lost(outcome);
    if (outcome.code == 0 && libssh2_userauth_authenticated(m_session.raw())) {
        m_result.how = name;
        m_result.tried << tr("%1: accepted").arg(name);
        return Step::In;
    }
    const auto failure = m_session.takeSignInFailure();
    if (!failure)
        return m_session.isBroken() || outcome.code == LIBSSH2_ERROR_SOCKET_DISCONNECT ? Result<Step>(lost(outcome))
                                                                                       : Result<Step>(Step::GoOn);
    m_methods = failure->methods.split(',');
    if (failure->partial)
        m_partial = m_partialNow = true;
    m_result.tried << (failure->partial ? tr("%1: accepted, and more is asked for").arg(name)
                                        : tr("%1: refused").arg(name));
    return Step::GoOn;
}

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
    const auto outcome =
        m_session.run(sshLimits().signIn + (agentKey ? sshLimits().agent * 6 : 0 * sshLimits().agent), m_cancel, [&] {
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

std::vector<QByteArray> SshAuthenticator::answers(const SshPrompts &prompts)
{
    if (prompts.prompts.empty())
        return {};
    if (asksForPassword(prompts) && !m_signIn.password.isEmpty() && !m_passwordUsed && !m_passwordRefused) {
        m_passwordUsed = true;
        return {m_signIn.password};
    }
    if (!m_signIn.ask) {
        QStringList questions;
        for (const SshPrompt &prompt : prompts.prompts)
            questions << prompt.text;
        m_askError = asksForPassword(prompts) && !m_passwordUsed
                         ? signInError(u"ssh.needsPassword"_s, tr("%1 wants a password.").arg(who()))
                         : signInError(u"ssh.needsAnswer"_s, tr("%1 asks: %2").arg(who(), questions.join(u" · "_s)))
                               .withFix(tr("Sign in from the window, where the question can be answered."));
        return {};
    }
    m_personAsked = true;
    auto given = m_signIn.ask(prompts, m_cancel);
    m_session.restartLimit();
    if (!given) {
        m_askError = given.error();
        return {};
    }
    for (const QByteArray &answer : *given)
        Redactor::instance().add(answer);
    return *given;
}

void SshAuthenticator::answer(const QByteArray &name, const QByteArray &instruction, int count,
                              const LIBSSH2_USERAUTH_KBDINT_PROMPT *prompts,
                              LIBSSH2_USERAUTH_KBDINT_RESPONSE *responses)
{
    SshPrompts asked{m_hop.host, m_hop.user, plainServerText(name, 200), plainServerText(instruction), {}};
    if (count > kMostPrompts) {
        m_askError = signInError(u"ssh.needsAnswer"_s, tr("%1 asks too many questions at once.").arg(who()));
        m_session.abandon();
        return;
    }
    for (int at = 0; at < count; ++at)
        asked.prompts.push_back(
            {plainServerText(
                 QByteArray(reinterpret_cast<const char *>(prompts[at].text), qsizetype(prompts[at].length)), 200),
             prompts[at].echo != 0});
    const std::vector<QByteArray> given = answers(asked);
    if (m_askError) {
        // An empty answer would count as a wrong one: the connection ends instead.
        m_session.abandon();
        return;
    }
    for (size_t at = 0; at < size_t(count); ++at) {
        const QByteArray text = at < given.size() ? given[at] : QByteArray();
        responses[at].text = static_cast<char *>(std::malloc(size_t(text.size()) + 1));
        std::memcpy(responses[at].text, text.constData(), size_t(text.size()) + 1);
        responses[at].length = unsigned(text.size());
    }
}

Result<SshAuthenticator::Step> SshAuthenticator::tryInteractive()
{
    const bool wanted =
        m_signIn.method == SshSignIn::Method::Auto || m_signIn.method == SshSignIn::Method::Password || m_partial;
    const bool canAnswer = m_signIn.ask || (!m_signIn.password.isEmpty() && !m_passwordRefused) || m_partial;
    if (!wanted || !takes("keyboard-interactive") || !canAnswer || m_interactiveRefused)
        return Step::GoOn;
    m_passwordUsed = false;
    m_session.onPrompts = [this](const QByteArray &name, const QByteArray &instruction, int count,
                                 const LIBSSH2_USERAUTH_KBDINT_PROMPT *prompts,
                                 LIBSSH2_USERAUTH_KBDINT_RESPONSE *responses) {
        answer(name, instruction, count, prompts, responses);
    };
    const auto outcome = m_session.run(sshLimits().signIn, m_cancel, [&] {
        return libssh2_userauth_keyboard_interactive_ex(m_session.raw(), m_user.constData(), unsigned(m_user.size()),
                                                        &SshSession::promptsOf);
    });
    m_session.onPrompts = {};
    auto step = judge(outcome, tr("questions of the server"));
    if (step && *step == Step::GoOn && !m_partialNow) {
        m_interactiveRefused = true;
        m_passwordRefused = m_passwordRefused || m_passwordUsed;
    }
    return step;
}

Result<SshAuthenticator::Step> SshAuthenticator::tryPassword()
{
    const bool wanted =
        m_signIn.method == SshSignIn::Method::Auto || m_signIn.method == SshSignIn::Method::Password || m_partial;
    if (!wanted || !takes("password") || m_passwordRefused)
        return Step::GoOn;
    QByteArray password = m_signIn.password;
    if (password.isEmpty()) {
        if (!m_signIn.ask)
            return Step::GoOn;
        auto given =
            m_signIn.ask({m_hop.host, m_hop.user, {}, {}, {{tr("Password of %1").arg(who()), false}}}, m_cancel);
        if (!given)
            return given.error();
        m_personAsked = true;
        password = given->empty() ? QByteArray() : given->front();
        Redactor::instance().add(password);
    }
    const auto outcome = m_session.run(sshLimits().signIn, m_cancel, [&] {
        return libssh2_userauth_password_ex(m_session.raw(), m_user.constData(), unsigned(m_user.size()),
                                            password.constData(), unsigned(password.size()), nullptr);
    });
    if (outcome.how == SshSession::Outcome::How::Done && outcome.code == LIBSSH2_ERROR_PASSWORD_EXPIRED)
        return signInError(u"ssh.denied"_s, tr("The password of %1 has expired.").arg(who()))
            .withFix(
                tr("Change it there: %1").arg(shellCommand({u"ssh"_s, u"-p"_s, QString::number(m_hop.port), who()})));
    auto step = judge(outcome, tr("password"));
    m_passwordRefused = true;
    return step;
}

void SshAuthenticator::remember(const Error &error)
{
    if (!m_problem)
        m_problem = error;
}

Error SshAuthenticator::denied() const
{
    QStringList all = m_result.tried;
    if (m_offered == 0 && !takes("publickey") && !m_partial)
        all << tr("the server takes no keys");
    const Json tried{{"tried", stringList(all)},
                     {"methods", stringList(QString::fromLatin1(m_methods.join(',')).split(u',', Qt::SkipEmptyParts))}};
    if (m_problem) {
        Error error = *m_problem;
        if (error.detail.is_null())
            error.detail = Json::object();
        error.detail.update(tried);
        return error;
    }
    const bool takesPassword = takes("password") || takes("keyboard-interactive");
    const bool mayAsk = m_signIn.method == SshSignIn::Method::Auto || m_signIn.method == SshSignIn::Method::Password;
    if (takesPassword && mayAsk && m_signIn.password.isEmpty() && m_signIn.keyFile.isEmpty() && !m_passwordRefused &&
        !m_personAsked)
        return signInError(u"ssh.needsPassword"_s, m_offered > 0
                                                       ? tr("%1 took none of the keys; it takes a password.").arg(who())
                                                       : tr("%1 wants a password.").arg(who()))
            .withDetail(tried);
    return signInError(u"ssh.denied"_s, tr("%1 refused the sign-in.").arg(who()))
        .withCause(all.join(u"; "_s))
        .withFix(tr("Check the user name and that this key or password is allowed there. It is not tried again by "
                    "itself."))
        .withDetail(tried);
}

Error SshAuthenticator::lost(const SshSession::Outcome &outcome) const
{
    using How = SshSession::Outcome::How;
    if (outcome.how == How::Canceled)
        return Error::canceled();
    if (outcome.how == How::TimedOut)
        return Error::of(ErrorKind::NotReachable, u"ssh.timeLimit"_s,
                         tr("Port %2 of %1 did not answer the sign-in within %3 s.")
                             .arg(m_hop.host)
                             .arg(m_hop.port)
                             .arg(sshLimits().signIn.count() / 1000));
    const QString cause = m_session.lastError();
    if (cause.contains(u"authentication"_s, Qt::CaseInsensitive)) // "Too many authentication failures"
        return signInError(u"ssh.denied"_s, tr("%1 ended the sign-in.").arg(who()))
            .withCause(cause)
            .withFix(tr("Name the key file to use, so that fewer keys are offered."))
            .withDetail({{"tried", stringList(m_result.tried)}});
    return Error::of(ErrorKind::NotReachable, u"ssh.lost"_s,
                     tr("The connection to %1 ended during the sign-in.").arg(m_hop.host))
        .withCause(cause);
}

} // namespace mooring
