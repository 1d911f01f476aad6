// Questions of the server: keyboard-interactive, and the password.
#include "core/transport/ssh/sshauthenticator.h"

#include "core/base/redactor.h"
#include "core/base/text.h"
#include "core/transport/ssh/sshlimits.h"
#include "core/transport/ssh/sshtext.h"

#include <QCoreApplication>
#include <QRegularExpression>

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

} // namespace

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

} // namespace mooring
