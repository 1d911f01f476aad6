#include "core/transport/ssh/sshownerthread.h"

#include "core/transport/ssh/sshlimits.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshConnection", text); }

constexpr int kMostSilences = 3;
constexpr int kMostRefusals = 5;
// A channel type that no server has: it must answer that it does not know it. A global request would do as well, but
// libssh2 keeps the answers to those for ever.
constexpr char kPingType[] = "keepalive@mooring";

} // namespace

SshOwnerThread::SshOwnerThread(std::unique_ptr<SshSession> session, QString host)
    : m_host(std::move(host)), m_session(std::move(session))
{
    m_idleClock.start();
    m_thread = std::thread([this] { run(); });
}

SshOwnerThread::~SshOwnerThread()
{
    m_stop = true;
    m_wake.set();
    m_thread.join();
}

Error SshOwnerThread::ending() const
{
    const std::lock_guard lock(m_mutex);
    return m_ending;
}

Result<> SshOwnerThread::submit(const std::shared_ptr<SshExecOperation> &exec,
                                const std::shared_ptr<SftpOperation> &file)
{
    const std::lock_guard lock(m_mutex);
    if (!m_alive)
        return m_ending;
    if (exec)
        m_newExecs.push_back(exec);
    if (file)
        m_newFiles.push_back(file);
    m_wake.set();
    return {};
}

Result<> SshOwnerThread::serve(SshOperation &operation, SshOperation::Serving serving, const CancelToken &cancel)
{
    serving.wakeOwner = [this] { m_wake.set(); };
    return operation.serve(serving, cancel);
}

Result<SshExecOutput> SshOwnerThread::exec(const SshExec &command, const CancelToken &cancel)
{
    const auto operation = std::make_shared<SshExecOperation>(command.command, m_host);
    SshExecOutput result;
    const SshSource nothing = [] { return Result<QByteArray>(QByteArray()); };
    const SshSink keep = [&](const QByteArray &piece) {
        // The first piece may stay as it is: no copy for the usual small answer.
        if (result.output.isEmpty() && piece.size() <= command.outputLimit)
            result.output = piece;
        else
            result.output += piece.left(std::max<qint64>(0, command.outputLimit - result.output.size()));
        return Result<>();
    };
    if (auto sent = submit(operation, {}); !sent)
        return sent.error();
    auto served =
        serve(*operation,
              {command.input ? command.input : nothing, command.output ? command.output : keep, command.limit,
               command.idleLimit, tr("The command on %1").arg(m_host), command.keepsInputOpen, command.inputWaits},
              cancel);
    if (!served)
        return served.error();
    result.exitCode = operation->exitCode();
    result.signal = operation->signal();
    result.errors = operation->errors();
    return result;
}

Result<QByteArray> SshOwnerThread::sftpRead(const QByteArray &path, qint64 offset, qint64 max,
                                            const CancelToken &cancel)
{
    const auto operation = SftpOperation::read(path, offset, max, m_host);
    QByteArray content;
    const SshSink keep = [&](const QByteArray &piece) {
        content.isEmpty() ? content = piece : content += piece;
        return Result<>();
    };
    if (auto sent = submit({}, operation); !sent)
        return sent.error();
    auto served =
        serve(*operation, {{}, keep, {}, sshLimits().signIn, tr("The file transfer with %1").arg(m_host)}, cancel);
    return served ? Result<QByteArray>(content) : Result<QByteArray>(served.error());
}

Result<> SshOwnerThread::sftpWrite(const QByteArray &path, const SshSource &source, int mode, const CancelToken &cancel)
{
    const auto operation = SftpOperation::write(path, mode, m_host);
    if (auto sent = submit({}, operation); !sent)
        return sent.error();
    const SshSink none = [](const QByteArray &) { return Result<>(); };
    return serve(*operation, {source, none, {}, sshLimits().signIn, tr("The file transfer with %1").arg(m_host)},
                 cancel);
}

Result<qint64> SshOwnerThread::sftpSize(const QByteArray &path, const CancelToken &cancel)
{
    const auto operation = SftpOperation::size(path, m_host);
    if (auto sent = submit({}, operation); !sent)
        return sent.error();
    const SshSink none = [](const QByteArray &) { return Result<>(); };
    auto served =
        serve(*operation, {{}, none, sshLimits().signIn, {}, tr("The file transfer with %1").arg(m_host)}, cancel);
    return served ? Result<qint64>(operation->fileSize()) : Result<qint64>(served.error());
}

void SshOwnerThread::run()
{
    while (!m_stop) {
        m_session->beginPass();
        const bool moved = pass();
        m_session->flush();
        if (const auto reason = why()) {
            end(*reason);
            break;
        }
        if (!moved && !m_stop)
            wait();
    }
    if (m_alive)
        end(Error::of(ErrorKind::NotReachable, u"ssh.lost"_s, tr("The connection to %1 was closed here.").arg(m_host)));
    m_session->disconnect();
    dropSftp();
    m_active.clear();
    m_session.reset();
}

bool SshOwnerThread::pass()
{
    takeNew();
    startWaiting();
    bool moved = stepExecs();
    moved = stepFiles() || moved;
    moved = stepPing() || moved;
    if (isBusy())
        m_idleClock.start();
    return moved;
}

void SshOwnerThread::takeNew()
{
    m_wake.clear();
    const std::lock_guard lock(m_mutex);
    for (auto &operation : m_newExecs)
        m_waiting.push_back(std::move(operation));
    for (auto &operation : m_newFiles)
        m_files.push_back(std::move(operation));
    m_newExecs.clear();
    m_newFiles.clear();
}

/// libssh2 opens one channel at a time.
bool SshOwnerThread::mayOpen() const
{
    return !m_pinging && !m_sftpOpening &&
           std::none_of(m_active.begin(), m_active.end(), [](const auto &op) { return op->isOpening(); });
}

void SshOwnerThread::startWaiting()
{
    std::erase_if(m_waiting, [](const auto &operation) { return operation->isAbandonedInQueue(); });
    const size_t open = m_active.size() + (m_sftp ? 1 : 0);
    if (m_waiting.empty() || !mayOpen() || !m_refusedUntil.hasExpired())
        return;
    if (open >= m_channelLimit) {
        // The file channel gives way when it has nothing to do.
        if (m_sftp && m_files.empty() && m_active.size() + 1 >= m_channelLimit)
            m_sftpClosing = true;
        return;
    }
    m_active.push_back(m_waiting.front());
    m_waiting.pop_front();
    m_active.back()->open();
}

bool SshOwnerThread::stepExecs()
{
    bool moved = false;
    for (size_t at = 0; at < m_active.size();) {
        const auto operation = m_active[at];
        moved = operation->step(*m_session) || moved;
        if (operation->takeRefusal()) {
            m_active.erase(m_active.begin() + qsizetype(at));
            refused(operation);
            continue;
        }
        if (operation->hasStarted())
            m_refusedAlone = 0;
        if (operation->done())
            m_active.erase(m_active.begin() + qsizetype(at));
        else
            ++at;
    }
    return moved;
}

/// The server opened no channel. Whether to ask again: then as many as there are is what it allows (MaxSessions), or a
/// command that was left behind still counts there for a moment.
bool SshOwnerThread::mayAskAgain()
{
    const size_t others = m_active.size() + (m_sftp ? 1 : 0);
    if (others > 0) {
        m_channelLimit = others;
        return true;
    }
    if (++m_refusedAlone > kMostRefusals) {
        m_refusedAlone = 0;
        return false;
    }
    m_refusedUntil = QDeadlineTimer(100 << m_refusedAlone);
    return true;
}

void SshOwnerThread::refused(const std::shared_ptr<SshExecOperation> &operation)
{
    if (m_session->isBroken() || mayAskAgain())
        return m_waiting.push_front(operation); // told with all the others when it is broken
    operation->fail(Error::failed(u"ssh.channelRefused"_s, tr("%1 opened no channel for a command.").arg(m_host))
                        .withCause(operation->refusal())
                        .withFix(tr("Look at MaxSessions and ForceCommand in the server's configuration.")));
}

bool SshOwnerThread::stepFiles()
{
    if (m_sftpClosing) {
        closeSftp();
        return !m_sftpClosing;
    }
    if (m_files.empty())
        return false;
    const auto operation = m_files.front();
    if (!m_sftp && !operation->done()) {
        if (operation->isDropped()) {
            if (!m_sftpOpening) {
                m_files.pop_front();
                return true;
            }
        }
        return stepSftpOpening();
    }
    operation->use(m_sftp);
    const bool moved = operation->step(*m_session);
    if (operation->done())
        m_files.pop_front();
    return moved || operation->done();
}

bool SshOwnerThread::stepSftpOpening()
{
    if (!m_sftpOpening && (!mayOpen() || m_active.size() >= m_channelLimit || !m_refusedUntil.hasExpired()))
        return false;
    m_sftpOpening = true;
    m_sftp = libssh2_sftp_init(m_session->raw());
    const int code = m_sftp ? 0 : libssh2_session_last_errno(m_session->raw());
    if (!m_sftp && m_session->judged(code) == LIBSSH2_ERROR_EAGAIN)
        return false;
    m_sftpOpening = false;
    if (m_sftp)
        m_refusedAlone = 0;
    if (m_sftp || m_session->isBroken())
        return true;
    const QString cause = m_session->lastError();
    // Without a subsystem there is no use in asking again; libssh2 does not tell one from the other.
    if (mayAskAgain())
        return true;
    m_files.front()->fail(
        Error::failed(u"ssh.channelRefused"_s, tr("%1 has no file transfer (SFTP).").arg(m_host)).withCause(cause));
    m_files.pop_front();
    return true;
}

void SshOwnerThread::closeSftp()
{
    if (m_sftp && libssh2_sftp_shutdown(m_sftp) == LIBSSH2_ERROR_EAGAIN)
        return;
    m_sftp = nullptr;
    m_sftpClosing = false;
}

/// With the session libssh2 lets only a part of this go: packets that nobody took and handles would stay, megabytes
/// where a transfer was cut off. Nothing is sent any more, so nothing waits.
void SshOwnerThread::dropSftp()
{
    for (const auto &operation : m_files)
        operation->drop(*m_session);
    while (m_sftp && libssh2_sftp_shutdown(m_sftp) == LIBSSH2_ERROR_EAGAIN)
        m_session->beginPass();
    m_sftp = nullptr;
}

bool SshOwnerThread::stepPing()
{
    if (!m_pinging) {
        const bool due = m_session->silentMs() >= sshLimits().keepAlive.count();
        if ((!due && !m_readable) || !mayOpen())
            return false;
        m_readable = false;
        m_pinging = true;
        m_pingClock.start();
    }
    LIBSSH2_CHANNEL *channel =
        libssh2_channel_open_ex(m_session->raw(), kPingType, sizeof kPingType - 1, 0x8000, 0x8000, nullptr, 0);
    if (!channel && m_session->judged(libssh2_session_last_errno(m_session->raw())) == LIBSSH2_ERROR_EAGAIN)
        return false;
    if (channel)
        libssh2_channel_free(channel);
    m_pinging = false;
    return true;
}

bool SshOwnerThread::isBusy() const { return !m_active.empty() || !m_waiting.empty() || !m_files.empty(); }

std::optional<Error> SshOwnerThread::why()
{
    const auto lost = [&](const QString &cause) {
        return Error::of(ErrorKind::NotReachable, u"ssh.lost"_s, tr("The connection to %1 was lost.").arg(m_host))
            .withCause(cause);
    };
    if (m_session->isBroken())
        return lost(m_session->ending());
    const qint64 patience = kMostSilences * sshLimits().keepAlive.count();
    if (m_session->silentMs() >= patience || (m_pinging && m_pingClock.elapsed() >= patience))
        return lost(tr("The server has not answered for %1 s.").arg(double(patience) / 1000));
    if (!isBusy() && m_idleClock.elapsed() >= sshLimits().idleClose.count())
        return Error::of(ErrorKind::NotReachable, u"ssh.idle"_s,
                         tr("The connection to %1 was closed, because nothing used it.").arg(m_host));
    return {};
}

void SshOwnerThread::wait()
{
    bool reading = m_pinging || !isBusy() || m_sftpOpening || m_sftpClosing || !m_files.empty();
    for (const auto &operation : m_active)
        reading = reading || operation->wantsToRead();
    if (!reading)
        m_session->countSilenceFromNow(); // nobody listens: silence is ours
    const qint64 keepAlive = sshLimits().keepAlive.count();
    qint64 limit = m_pinging ? keepAlive : std::max<qint64>(1, keepAlive - m_session->silentMs());
    if (!isBusy())
        limit = std::min(limit, std::max<qint64>(1, sshLimits().idleClose.count() - m_idleClock.elapsed()));
    if (!m_refusedUntil.hasExpired())
        limit = std::min(limit, m_refusedUntil.remainingTime() + 1);
    pollfd entries[] = {m_session->pollEntry(reading), {m_wake.fd(), POLLIN, 0}};
    poll(entries, 2, m_session->hasPendingInput() ? 0 : int(limit));
    // With nothing under way nobody reads: a question to the server takes in what came.
    const bool someoneReads = m_pinging || !m_active.empty() || !m_files.empty();
    m_readable = !someoneReads && (entries[0].revents & ~POLLOUT) != 0;
}

void SshOwnerThread::end(const Error &error)
{
    {
        const std::lock_guard lock(m_mutex);
        m_alive = false;
        m_ending = error;
    }
    takeNew();
    const auto tell = [&](SshOperation &operation) {
        Error own = error;
        own.detail = {{"started", operation.hasStarted()}};
        operation.fail(own);
    };
    for (const auto &operation : m_active)
        tell(*operation);
    for (const auto &operation : m_waiting)
        tell(*operation);
    for (const auto &operation : m_files)
        tell(*operation);
}

} // namespace mooring
