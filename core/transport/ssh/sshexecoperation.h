#pragma once

#include "core/transport/ssh/sshoperation.h"

namespace mooring {

/// One command on one channel.
class SshExecOperation : public SshOperation
{
public:
    SshExecOperation(QByteArray command, QString host) : m_command(std::move(command)), m_host(std::move(host)) {}

    bool step(SshSession &session) override;
    bool wantsToRead() const override { return !m_full; }
    bool done() const override { return m_phase == Phase::Done; }
    bool hasStarted() const override { return m_phase > Phase::Opening; }

    // For the owner.
    bool isQueued() const { return m_phase == Phase::Queued; }
    bool isOpening() const { return m_phase == Phase::Opening; }
    bool isAbandonedInQueue() const { return isQueued() && isAbandoned(); }
    void open() { m_phase = Phase::Opening; }
    /// The server opened no channel: back in the queue, or fail().
    bool takeRefusal() { return std::exchange(m_refused, false); }
    QString refusal() const { return m_refusal; }

    // For the caller, once served.
    std::optional<int> exitCode() const { return m_exitCode; }
    QString signal() const { return m_signal; }
    QByteArray errors() const { return m_errors; }

private:
    enum class Phase { Queued, Opening, Starting, Streaming, Ending, Freeing, Done };
    bool stepOpening(SshSession &session);
    bool stepStarting(SshSession &session);
    bool stepStreaming(SshSession &session);
    bool write(SshSession &session);
    bool read(SshSession &session);
    bool readErrors(SshSession &session);
    bool stepEnding(SshSession &session);
    void free(SshSession &session);

    const QByteArray m_command;
    const QString m_host;
    Phase m_phase = Phase::Queued;
    LIBSSH2_CHANNEL *m_channel = nullptr;
    quint32 m_id = 0;
    bool m_eofSent = false;
    bool m_inputDropped = false; ///< the command has ended and reads no more
    bool m_full = false;
    bool m_refused = false;
    QString m_refusal;
    std::optional<int> m_exitCode;
    QString m_signal;
    QByteArray m_errors;
};

} // namespace mooring
