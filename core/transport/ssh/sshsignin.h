#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace mooring {

/// One question of keyboard-interactive. Plain text, cut to a sane length, control characters removed.
struct SshPrompt
{
    QString text;
    bool echo = false;
};

struct SshPrompts
{
    QString host; ///< who asks; always shown
    QString user;
    QString name;
    QString instruction;
    std::vector<SshPrompt> prompts;
};

/// What may be used to sign in, and who can be asked. Secrets stay in memory.
struct SshSignIn
{
    enum class Method { Auto, Agent, KeyFile, Password };
    Method method = Method::Auto;
    QString keyFile; ///< given by the person; tried first, and alone of the files when it is given
    QByteArray passphrase;
    QByteArray password;
    /// Answers of a person; empty function: nobody can be asked ("ssh.needsAnswer" names the question). A stored
    /// password answers only a single hidden prompt that asks for a password.
    std::function<Result<std::vector<QByteArray>>(const SshPrompts &, const CancelToken &)> ask;
};

/// How the sign-in went, for the rung: "key ~/.ssh/id_ed25519 (ED25519)", "agent: work@laptop (RSA)", "password".
struct SshSignedIn
{
    QString how;
    QStringList tried; ///< with what each came to
};

} // namespace mooring
