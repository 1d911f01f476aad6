#pragma once

#include "core/base/canceltoken.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QElapsedTimer>

#include <cerrno>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <libssh2.h>
#include <poll.h>

namespace mooring {

/// One libssh2 session over a socket, or over a channel of the session before it (a jump host). Never blocks but in
/// run(). One thread at a time.
///
/// libssh2 never sees a socket that is full: what it sends goes into a buffer of ours, which flush() empties, because
/// a packet half sent by one channel would stop all others until just that channel went on. Writers look at backlog().
class SshSession
{
public:
    /// Takes `fd`.
    static Result<std::unique_ptr<SshSession>> over(int fd);
    /// Takes both.
    static Result<std::unique_ptr<SshSession>> through(std::unique_ptr<SshSession> jump, LIBSSH2_CHANNEL *channel);
    ~SshSession();
    SshSession(const SshSession &) = delete;
    SshSession &operator=(const SshSession &) = delete;

    LIBSSH2_SESSION *raw() const { return m_session; }

    struct Outcome
    {
        enum class How { Done, Canceled, TimedOut };
        How how = How::Done;
        int code = 0; ///< libssh2's, when Done
    };
    /// Repeats `step` until it gives something else than LIBSSH2_ERROR_EAGAIN.
    Outcome run(std::chrono::milliseconds limit, const CancelToken &cancel, const std::function<int()> &step);

    /// For a loop of one's own: beginPass(), steps, flush(), and pollEntry() for the wait.
    void beginPass();
    void flush();
    /// The socket, with what to wait for. `reading`: somebody wants what comes.
    pollfd pollEntry(bool reading) const;
    /// Input has come that nobody has taken yet: do not wait.
    bool hasPendingInput() const;
    qint64 backlog() const; ///< bytes that wait to be sent, all hops

    /// Looks at what comes first, which stays for libssh2. Lines before the server's own are dropped. Nothing: more is
    /// needed. Error: no SSH server, or too much came. The cause is what it said.
    Result<std::optional<QByteArray>> peekVersionLine();
    /// What came after the version line, up to 64 KiB, for parseOffer().
    QByteArray firstBytes() const { return m_first; }
    void forgetFirstBytes();

    bool isBroken() const { return m_closed; }
    /// In words: the server's own (plain, cut), else what the system said.
    QString ending() const;
    /// libssh2's last error, with what the server said.
    QString lastError() const;
    qint64 silentMs() const { return m_received.elapsed(); }
    void countSilenceFromNow() { m_received.start(); }

    /// libssh2 knows neither whether an exit status came nor the partial success of a sign-in. Both are in packets
    /// that it gives back to our allocator, where they are read.
    struct Ending
    {
        std::optional<quint32> status;
        QByteArray signal;
    };
    Ending channelEnding(quint32 channel) const;
    void forgetChannel(quint32 channel) { m_endings.erase(channel); }
    quint32 lastOpenedChannel() const { return m_lastOpened; }
    struct SignInFailure
    {
        QByteArray methods;
        bool partial = false;
    };
    std::optional<SignInFailure> takeSignInFailure();

    /// Answers of keyboard-interactive; runs inside of run().
    std::function<void(const QByteArray &name, const QByteArray &instruction, int count,
                       const LIBSSH2_USERAUTH_KBDINT_PROMPT *, LIBSSH2_USERAUTH_KBDINT_RESPONSE *)>
        onPrompts;
    static void promptsOf(const char *name, int nameSize, const char *instruction, int instructionSize, int count,
                          const LIBSSH2_USERAUTH_KBDINT_PROMPT *prompts, LIBSSH2_USERAUTH_KBDINT_RESPONSE *responses,
                          void **abstract);
    /// The limit of the run() that goes on begins anew: a person has answered.
    void restartLimit() { m_deadline = QDeadlineTimer(m_limit); }
    /// What a call of libssh2 gave: most of its errors mean that the session cannot go on. Gives the code back.
    ssize_t judged(ssize_t code);
    /// Nothing more is sent; every call ends.
    void abandon() { closed(ECANCELED); }

    /// Says goodbye without waiting.
    void disconnect();

private:
    SshSession() = default;
    Result<> init();
    ssize_t receive(char *buffer, size_t size);
    ssize_t fill(char *buffer, size_t size);
    ssize_t takeIn();
    ssize_t transmit(const char *buffer, size_t size);
    void closed(int error);
    void readFreed(const char *packet, size_t size);
    SshSession &base();
    const SshSession &base() const;

    static ssize_t onReceive(libssh2_socket_t, void *buffer, size_t size, int, void **abstract);
    static ssize_t onSend(libssh2_socket_t, const void *buffer, size_t size, int, void **abstract);
    static void onDisconnect(LIBSSH2_SESSION *, int, const char *message, int size, const char *, int, void **abstract);
    static void *allocate(size_t size, void **);
    static void release(void *memory, void **abstract);
    static void *reallocate(void *memory, size_t size, void **);

    QDeadlineTimer m_deadline;
    std::chrono::milliseconds m_limit{0};
    std::unique_ptr<SshSession> m_jump;
    LIBSSH2_CHANNEL *m_channel = nullptr; ///< of m_jump
    int m_fd = -1;
    LIBSSH2_SESSION *m_session = nullptr;

    std::vector<char> m_in;
    size_t m_inAt = 0, m_inEnd = 0;
    std::vector<char> m_out;
    size_t m_outAt = 0;
    qint64 m_budget = 0;    ///< bytes that this pass may still take in: a flood must not hold the thread
    bool m_dry = false;     ///< the socket was empty in this pass
    bool m_starved = false; ///< the budget is used up

    QByteArray m_first;
    bool m_keepFirst = true;
    qint64 m_linesBefore = 0;

    bool m_closed = false;
    bool m_quick = true; ///< acknowledge at once while small messages go to and fro
    int m_error = 0;
    QString m_goodbye;
    QElapsedTimer m_received;

    std::map<quint32, Ending> m_endings;
    quint32 m_lastOpened = 0;
    std::optional<SignInFailure> m_failure;
};

} // namespace mooring
