#pragma once

#include "app/cli/output.h"
#include "core/base/canceltoken.h"
#include "core/base/result.h"
#include "core/transport/ssh/hosttrust.h"
#include "core/transport/ssh/sshsignin.h"

namespace mooring {

/// Questions to the person at the terminal: asked on standard error, answered on standard input. Only when standard
/// input is a terminal (Output::stdinIsTerminal()).
class Terminal
{
public:
    explicit Terminal(const Output &out) : m_out(out) {}

    /// One line; what is typed is shown only with `echo`. Codes: canceled, "terminal.ended".
    Result<QByteArray> ask(const QString &question, bool echo, const CancelToken &cancel) const;

    /// The key of a machine: no is the answer to everything but the words shown and the fingerprint itself.
    HostTrust::Answer askHostKey(const HostKeyFinding &finding, const CancelToken &cancel) const;
    /// Whatever a machine asks during a sign-in; who asks always stands above.
    Result<std::vector<QByteArray>> askPrompts(const SshPrompts &prompts, const CancelToken &cancel) const;

private:
    const Output &m_out;
};

} // namespace mooring
