#pragma once

#include "core/transport/ssh/sftpoperation.h"
#include "core/transport/ssh/sshexecoperation.h"

#include <thread>

namespace mooring {

/// A signed-in session and the thread that drives it. The thread waits in one poll(), on the socket and on callers.
class SshOwnerThread : public SshConnection
{
public:
    SshOwnerThread(std::unique_ptr<SshSession> session, QString host);
    ~SshOwnerThread() override;

    Result<SshExecOutput> exec(const SshExec &command, const CancelToken &cancel) override;
    Result<QByteArray> sftpRead(const QByteArray &path, qint64 offset, qint64 max, const CancelToken &cancel) override;
    Result<> sftpWrite(const QByteArray &path, const SshSource &source, int mode, const CancelToken &cancel) override;
    Result<qint64> sftpSize(const QByteArray &path, const CancelToken &cancel) override;
    bool isAlive() const override { return m_alive; }
    Error ending() const override;

private:
    Result<> submit(const std::shared_ptr<SshExecOperation> &exec, const std::shared_ptr<SftpOperation> &file);
    Result<> serve(SshOperation &operation, SshOperation::Serving serving, const CancelToken &cancel);

    // The thread.
    void run();
    bool pass();
    void takeNew();
    void startWaiting();
    bool stepExecs();
    bool mayAskAgain();
    void refused(const std::shared_ptr<SshExecOperation> &operation);
    bool stepFiles();
    bool stepSftpOpening();
    void closeSftp();
    void dropSftp();
    bool stepPing();
    bool mayOpen() const;
    bool isBusy() const;
    void wait();
    std::optional<Error> why();
    void end(const Error &error);

    const QString m_host;
    std::unique_ptr<SshSession> m_session;
    SshWake m_wake;
    std::atomic<bool> m_alive{true};
    std::atomic<bool> m_stop{false};

    mutable std::mutex m_mutex; // m_new…, m_ending
    std::deque<std::shared_ptr<SshExecOperation>> m_newExecs;
    std::deque<std::shared_ptr<SftpOperation>> m_newFiles;
    Error m_ending;

    std::deque<std::shared_ptr<SshExecOperation>> m_waiting;
    std::vector<std::shared_ptr<SshExecOperation>> m_active;
    size_t m_channelLimit = 8;
    QDeadlineTimer m_refusedUntil{0}; ///< no channel is asked for before
    int m_refusedAlone = 0;           ///< times in a row, with nothing of ours open
    std::deque<std::shared_ptr<SftpOperation>> m_files;
    LIBSSH2_SFTP *m_sftp = nullptr;
    bool m_sftpOpening = false;
    bool m_sftpClosing = false;
    bool m_pinging = false;
    bool m_readable = false; ///< something came while nobody read
    QElapsedTimer m_pingClock;
    QElapsedTimer m_idleClock;

    std::thread m_thread;
};

} // namespace mooring
