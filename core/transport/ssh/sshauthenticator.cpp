#include "core/transport/ssh/sshauthenticator.h"

#include "core/base/redactor.h"
#include "core/transport/ssh/sshlimits.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshAuthenticator", text); }

Error signInError(const QString &code, const QString &message) { return Error::of(ErrorKind::SignIn, code, message); }

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
