#pragma once

#include "core/transport/ssh/sshconnection.h"
#include "core/transport/ssh/sshsession.h"
#include "core/transport/ssh/sshwake.h"

#include <atomic>
#include <deque>
#include <mutex>

namespace mooring {

/// One piece of work on a connection, between two threads: a caller that gives input and takes output (serve()), and
/// the owner of the session that moves it on (step()). Bytes change hands in large pieces, a few MiB at most.
class SshOperation
{
public:
    virtual ~SshOperation() = default;

    struct Serving
    {
        const SshSource &source;
        const SshSink &sink;
        std::chrono::milliseconds limit{0};     ///< of the whole; 0: none
        std::chrono::milliseconds idleLimit{0}; ///< without a byte; 0: none
        QString what;                           ///< "The command on gpu-box", for the error
        bool keepsInputOpen = false;            ///< see SshExec
        std::function<bool()> inputWaits = {};  ///< see SshExec
        std::function<void()> wakeOwner = {};
    };
    /// Caller: until it has finished, failed, or the caller wants no more. Then it is abandoned: the owner closes what
    /// is open.
    Result<> serve(const Serving &serving, const CancelToken &cancel);

    /// Owner: true when something moved. Called again until done().
    virtual bool step(SshSession &session) = 0;
    virtual bool wantsToRead() const = 0;
    virtual bool done() const = 0; ///< nothing of it is left on the connection
    /// Owner: the connection is gone, or it was not let in.
    void fail(const Error &error) { finish(error); }
    virtual bool hasStarted() const = 0; ///< the far side may have begun with it

protected:
    bool isAbandoned() const { return m_abandoned; }
    void finish(std::optional<Error> error = {});
    bool isFinished() const { return m_ownerFinished; }

    /// Input. The owner's: what is left of the piece in hand; takes the next when it is used up.
    QByteArrayView input();
    void used(qsizetype count);
    bool inputEnded() const { return m_ownerInEnded && m_pieceAt >= m_piece.size(); }
    /// Output.
    bool hasRoom();
    void give(QByteArray &&piece);
    void moved();

private:
    struct Look
    {
        std::deque<QByteArray> output;
        bool finished = false;
        bool wantsInput = false;
        bool wasThrottled = false;
    };
    Look look(bool hasSource);
    Result<> feed(const Serving &serving);

    SshWake m_wake; ///< of the caller
    std::atomic<bool> m_abandoned{false};
    std::atomic<qint64> m_movedAt{0};

    std::mutex m_mutex; // all below, up to the owner's part
    std::deque<QByteArray> m_in, m_out;
    qint64 m_inSize = 0, m_outSize = 0;
    bool m_inEnded = false;
    bool m_inParked = false; ///< no more comes, and the far side is not told
    bool m_throttled = false;
    bool m_finished = false;
    std::optional<Error> m_error;

    QByteArray m_piece; // the owner's
    qsizetype m_pieceAt = 0;
    bool m_ownerInEnded = false;
    bool m_ownerFinished = false;
};

} // namespace mooring
