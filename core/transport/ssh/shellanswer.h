#pragma once

#include "core/transport/ssh/sshconnection.h"

namespace mooring {

/// Finds, in what a remote shell prints, the part between "\n<nonce>:begin\n" and "\n<nonce>:end:<code>\n", in pieces
/// of any size. Passes it on as it comes, or keeps it (at most 16 MiB).
class ShellAnswer
{
public:
    ShellAnswer(const QByteArray &nonce, SshSink sink);
    Result<> take(const QByteArray &piece);

    bool hasBegun() const { return m_begun; }
    std::optional<int> exitCode() const { return m_exitCode; }
    QByteArray takeOutput() { return std::exchange(m_output, {}); }
    QByteArray noise() const; ///< what came before; at most 4 KiB

    /// Of the error stream: what follows its mark; all of it when there is none.
    static QByteArray afterMark(const QByteArray &errors, const QByteArray &nonce);

private:
    Result<> pass(QByteArray &&piece);
    void skipNoise();
    Result<> passOutput();

    const QByteArray m_begin, m_end;
    SshSink m_sink;
    QByteArray m_rest; ///< not yet judged
    QByteArray m_noise, m_output;
    bool m_begun = false;
    bool m_ended = false;
    std::optional<int> m_exitCode;
};

} // namespace mooring
