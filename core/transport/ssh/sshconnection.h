#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace mooring {

/// Where the bytes for a command's standard input come from: the next piece, empty at the end. Called on the caller's
/// thread.
using SshSource = std::function<Result<QByteArray>()>;
using SshSink = std::function<Result<>(const QByteArray &)>;

/// One command on the far side.
struct SshExec
{
    /// Given to the login shell as it is: keep to characters that every shell takes alike. See RemoteShell.
    QByteArray command;
    SshSource input; ///< empty: the input is closed at once
    /// Whether the next piece of input has to wait for more output. Asked on the caller's thread, after each piece of
    /// output. Empty: it never has.
    std::function<bool()> inputWaits;
    /// An empty piece is the last one, and the input stays open: for a far side that takes its end for a hang-up.
    bool keepsInputOpen = false;
    SshSink output; ///< empty: kept, at most `outputLimit` bytes
    qint64 outputLimit = 16 * 1024 * 1024;
    std::chrono::milliseconds limit{30000}; ///< of the whole
    std::chrono::milliseconds idleLimit{0}; ///< without a byte in either direction; 0: only `limit`
};

struct SshExecOutput
{
    /// Nothing when the server did not say: the connection broke or the server is faulty. Never taken for 0.
    std::optional<int> exitCode;
    QString signal; ///< "KILL" when the server reported one
    QByteArray output;
    QByteArray errors; ///< at most 64 KiB

    bool succeeded() const { return exitCode == 0 && signal.isEmpty(); }
};

/// A signed-in connection, its hops included. One owner thread drives libssh2; the functions may be called from any
/// worker thread, at once, and block. At most eight channels at a time (fewer where the server allows fewer); further
/// callers wait their turn. A cancel ends the caller's wait at once and closes its channel, not the connection.
/// Keep-alive every 15 s; three without an answer end the connection.
class SshConnection
{
public:
    virtual ~SshConnection() = default; ///< closes and joins

    /// Codes: "ssh.lost" (kind NotReachable: the connection ended, the cause says how), "ssh.timeLimit",
    /// "ssh.channelRefused", canceled. A command that ended with any code is an answer.
    virtual Result<SshExecOutput> exec(const SshExec &command, const CancelToken &cancel) = 0;

    /// SFTP, for accounts without a shell. Positions and sizes in bytes.
    virtual Result<QByteArray> sftpRead(const QByteArray &path, qint64 offset, qint64 max,
                                        const CancelToken &cancel) = 0;
    virtual Result<> sftpWrite(const QByteArray &path, const SshSource &source, int mode,
                               const CancelToken &cancel) = 0;
    /// -1: there is none.
    virtual Result<qint64> sftpSize(const QByteArray &path, const CancelToken &cancel) = 0;

    virtual bool isAlive() const = 0;
    virtual Error ending() const = 0; ///< why it is not alive
};

} // namespace mooring
