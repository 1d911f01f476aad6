#pragma once

#include "core/transport/ssh/sshlink.h"

#include <QStringList>

namespace mooring {

/// Runs POSIX scripts on the far side whatever the login shell is and prints: one fixed command that bash, dash, zsh,
/// fish and tcsh take alike, the script on the input, the answer between marks that carry a nonce. Never a terminal.
/// Thread-safe.
class RemoteShell
{
public:
    explicit RemoteShell(std::shared_ptr<SshLink> link);

    struct Answer
    {
        int exitCode = 0;
        QByteArray output; ///< between the marks only
        QByteArray errors;
        QByteArray noise; ///< what the start files printed before; at most 4 KiB
    };
    /// An exit code is an answer. Errors: the connection's; "ssh.noShell" (no mark came: SFTP-only account, forced
    /// command, no POSIX sh; the cause has what came instead); "ssh.cutOff" (the end mark did not come).
    Result<Answer> run(const QByteArray &script, const QStringList &arguments, std::chrono::milliseconds limit,
                       const CancelToken &cancel);
    /// The same with `input` on the script's standard input, or its output passed on as it comes.
    Result<Answer> stream(const QByteArray &script, const QStringList &arguments, const SshSource &input,
                          const SshSink &output, std::chrono::milliseconds idleLimit, const CancelToken &cancel);
    /// The same with a script that answers before it takes the rest: see SshExec::inputWaits. A newline at the very end
    /// of what came is held back until more comes (the end mark may begin with it).
    Result<Answer> converse(const QByteArray &script, const QStringList &arguments, const SshSource &input,
                            const std::function<bool()> &inputWaits, const SshSink &output,
                            std::chrono::milliseconds idleLimit, const CancelToken &cancel);

private:
    struct Talk
    {
        const QByteArray &script;
        const QStringList &arguments;
        const SshSource &input;
        const SshSink &output;
        std::chrono::milliseconds limit, idleLimit;
        std::function<bool()> inputWaits = {};
        mutable bool inputTaken = false; ///< the input has no beginning any more
    };
    Result<Answer> talk(const Talk &talk, const CancelToken &cancel);
    Result<Answer> talkOver(SshConnection &connection, const Talk &talk, const CancelToken &cancel);

    std::shared_ptr<SshLink> m_link;
};

} // namespace mooring
