#include "core/transport/ssh/remoteshell.h"

#include "core/base/text.h"
#include "core/transport/ssh/shellanswer.h"
#include "core/transport/ssh/sshtext.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RemoteShell", text); }

// In single quotes, without ! and without a newline: the same to bash, dash, zsh, fish and tcsh. The first line of the
// input names the line that ends the script; what follows is the script's own input, because read takes no byte more
// than its line. A script that was cut off is not run.
constexpr char kBootstrap[] =
    "exec sh -c 'IFS= read -r n; s=$(while IFS= read -r l; do if [ \"$l\" = \"$n\" ]; then exit 0; fi; "
    "printf \"%s\\n\" \"$l\"; done; exit 1) && eval \"$s\"'";

QByteArray newNonce()
{
    QByteArray bytes;
    for (int at = 0; at < 2; ++at)
        bytes += QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
    return "mooring-" + bytes;
}

/// The script between marks, with its arguments; a syntax error in it is its own failure.
QByteArray wrapped(const QByteArray &script, const QStringList &arguments, const QByteArray &nonce)
{
    QByteArray text = "set --";
    for (const QString &argument : arguments)
        text += ' ' + shellQuote(argument.toUtf8());
    text += "\nprintf '\\n%s\\n' " + nonce + ":begin\nprintf '\\n%s\\n' " + nonce + ":begin >&2\n(eval " +
            shellQuote(script) + ")\nprintf '\\n%s%s\\n' " + nonce + ":end: \"$?\"\n";
    return nonce + '\n' + text + nonce + '\n';
}

} // namespace

RemoteShell::RemoteShell(std::shared_ptr<SshLink> link) : m_link(std::move(link)) {}

Result<RemoteShell::Answer> RemoteShell::run(const QByteArray &script, const QStringList &arguments,
                                             std::chrono::milliseconds limit, const CancelToken &cancel)
{
    return talk({script, arguments, {}, {}, limit, {}}, cancel);
}

Result<RemoteShell::Answer> RemoteShell::stream(const QByteArray &script, const QStringList &arguments,
                                                const SshSource &input, const SshSink &output,
                                                std::chrono::milliseconds idleLimit, const CancelToken &cancel)
{
    return talk({script, arguments, input, output, {}, idleLimit}, cancel);
}

Result<RemoteShell::Answer> RemoteShell::converse(const QByteArray &script, const QStringList &arguments,
                                                  const SshSource &input, const std::function<bool()> &inputWaits,
                                                  const SshSink &output, std::chrono::milliseconds idleLimit,
                                                  const CancelToken &cancel)
{
    return talk({script, arguments, input, output, {}, idleLimit, inputWaits}, cancel);
}

Result<RemoteShell::Answer> RemoteShell::talk(const Talk &talk, const CancelToken &cancel)
{
    auto made = m_link->connection(cancel);
    if (!made)
        return made.error();
    auto answer = talkOver(**made, talk, cancel);
    // An idle connection may end in the moment it is wanted: nothing has begun, so nothing is done twice. Input that
    // was taken is gone: without it the same again would be something else.
    if (!answer && !talk.inputTaken && SshLink::neverStarted(answer.error())) {
        made = m_link->connection(cancel);
        if (!made)
            return made.error();
        answer = talkOver(**made, talk, cancel);
    }
    return answer;
}

Result<RemoteShell::Answer> RemoteShell::talkOver(SshConnection &connection, const Talk &talk,
                                                  const CancelToken &cancel)
{
    const QByteArray nonce = newNonce();
    ShellAnswer answer(nonce, talk.output);
    bool scriptSent = false;
    SshExec command;
    command.command = kBootstrap;
    command.input = [&]() -> Result<QByteArray> {
        if (!std::exchange(scriptSent, true))
            return wrapped(talk.script, talk.arguments, nonce);
        if (!talk.input)
            return QByteArray();
        talk.inputTaken = true;
        return talk.input();
    };
    command.inputWaits = [&] { return scriptSent && talk.inputWaits && talk.inputWaits(); };
    command.output = [&](const QByteArray &piece) { return answer.take(piece); };
    command.limit = talk.limit;
    command.idleLimit = talk.idleLimit;
    auto done = connection.exec(command, cancel);
    if (!done && (done.error().code != u"ssh.channelRefused" || answer.hasBegun()))
        return done.error();
    if (!answer.hasBegun()) {
        const QByteArray came = answer.noise() + (done ? done->errors : QByteArray());
        return Error::failed(u"ssh.noShell"_s, tr("This account does not run commands in a POSIX shell."))
            .withCause(done ? plainServerText(came) : done.error().cause)
            .withFix(tr("Use an account with a login shell, without a forced command."));
    }
    if (!answer.exitCode())
        return Error::of(ErrorKind::NotReachable, u"ssh.cutOff"_s, tr("The answer of the remote shell was cut off."))
            .withCause(done->signal.isEmpty() ? plainServerText(ShellAnswer::afterMark(done->errors, nonce))
                                              : tr("The remote shell was ended by signal %1.").arg(done->signal));
    Answer result;
    result.exitCode = *answer.exitCode();
    result.output = answer.takeOutput();
    result.errors = ShellAnswer::afterMark(done->errors, nonce);
    result.noise = answer.noise();
    return result;
}

} // namespace mooring
