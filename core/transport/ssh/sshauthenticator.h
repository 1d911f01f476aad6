#pragma once

#include "core/transport/ssh/sshagent.h"
#include "core/transport/ssh/sshkeyfile.h"
#include "core/transport/ssh/sshroute.h"
#include "core/transport/ssh/sshsession.h"
#include "core/transport/ssh/sshsignin.h"

namespace mooring {

/// Signs in on one session whose host key was accepted. Order: nothing, the given key file, the agent, the key files,
/// keyboard-interactive, password; what the server does not take is left out. A few keys only, below the usual
/// MaxAuthTries of six. Once; the errors are those of SshDialer::signIn.
class SshAuthenticator
{
public:
    SshAuthenticator(SshSession &session, const SshHop &hop, const SshSignIn &signIn);
    Result<SshSignedIn> signIn(const CancelToken &cancel);

private:
    enum class Step { In, GoOn };

    Result<Step> askForMethods();
    Result<Step> tryGivenFile();
    Result<Step> tryAgent();
    Result<Step> tryFiles();
    Result<Step> tryFile(const QString &path, bool given);
    Result<Step> tryKey(const SshKeyFile &key, const QString &name);
    Result<Step> tryInteractive();
    Result<Step> tryPassword();

    Result<Step> offer(const QByteArray &blob, const QString &name, const SshAgentKey *agentKey, bool *accepted);
    Result<Step> judge(const SshSession::Outcome &outcome, const QString &name);
    void answer(const QByteArray &name, const QByteArray &instruction, int count,
                const LIBSSH2_USERAUTH_KBDINT_PROMPT *prompts, LIBSSH2_USERAUTH_KBDINT_RESPONSE *responses);
    std::vector<QByteArray> answers(const SshPrompts &prompts);
    bool takes(const char *method) const { return m_methods.contains(method); }
    bool mayOffer() const { return m_offered < m_mostOffers; }
    bool isKnown(const QByteArray &blob) const;
    void remember(const Error &error);
    Error denied() const;
    Error lost(const SshSession::Outcome &outcome) const;
    QString who() const { return m_hop.user + u'@' + m_hop.host; }

    SshSession &m_session;
    const SshHop &m_hop;
    const SshSignIn &m_signIn;
    CancelToken m_cancel;
    SshAgent m_agent;
    QByteArray m_user;
    QList<QByteArray> m_methods;     ///< that the server takes now
    std::vector<QByteArray> m_known; ///< public keys that were offered
    SshSignedIn m_result;
    int m_offered = 0;
    int m_mostOffers = 5;
    QStringList m_triedFiles;
    bool m_partial = false;    ///< the server has accepted something and wants more
    bool m_partialNow = false; ///< by the last attempt
    bool m_passwordRefused = false;
    bool m_interactiveRefused = false;
    bool m_personAsked = false;
    bool m_passwordUsed = false; ///< in this conversation of keyboard-interactive
    std::optional<Error> m_askError;
    std::optional<Error> m_problem; ///< the first that a person can do something about
};

} // namespace mooring
