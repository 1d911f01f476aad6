#include "core/transport/docker/sshstream.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <thread>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr qsizetype kQueueLimit = 2 * 1024 * 1024;
constexpr auto kCancelLook = 50ms; // a condition has no file for poll(): so often the caller's token is looked at

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshStream", text); }

} // namespace

/// Shared with the thread that serves the command.
struct SshStream::State
{
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<QByteArray> in, out;
    qsizetype inSize = 0, outSize = 0, outAt = 0;
    bool hasAll = false, isClosed = false, isOver = false;
    std::optional<Error> ending;
    CancelToken stop;
    std::thread thread;

    Result<QByteArray> nextInput()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return !in.empty() || hasAll || isClosed; });
        if (isClosed)
            return Error::canceled();
        if (in.empty())
            return QByteArray();
        const QByteArray piece = std::move(in.front());
        in.pop_front();
        inSize -= piece.size();
        changed.notify_all();
        return piece;
    }

    Result<> takeOutput(const QByteArray &piece)
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return outSize < kQueueLimit || isClosed; });
        if (isClosed)
            return Error::canceled();
        outSize += piece.size();
        out.push_back(piece);
        changed.notify_all();
        return {};
    }

    /// Waits until `ready`; false: the limit passed.
    template <class Ready>
    Result<bool> waitFor(std::unique_lock<std::mutex> &lock, milliseconds limit, const CancelToken &cancel, Ready ready)
    {
        const QDeadlineTimer deadline(limit);
        while (!ready()) {
            if (cancel.isCanceled())
                return Error::canceled();
            if (deadline.hasExpired())
                return false;
            changed.wait_for(lock, kCancelLook);
        }
        return true;
    }
};

SshStream::SshStream(std::shared_ptr<SshConnection> connection, const QByteArray &command, QString name)
    : m_name(std::move(name)), m_state(std::make_shared<State>())
{
    State *state = m_state.get();
    state->thread = std::thread([state, connection = std::move(connection), command, title = m_name] {
        SshExec exec;
        exec.command = command;
        exec.keepsInputOpen = true;
        exec.limit = 0ms;
        exec.input = [state] { return state->nextInput(); };
        exec.output = [state](const QByteArray &piece) { return state->takeOutput(piece); };
        const auto ended = connection->exec(exec, state->stop);
        const std::lock_guard lock(state->mutex);
        state->isOver = true;
        if (!ended)
            state->ending = ended.error();
        else if (!ended->succeeded())
            state->ending = Error::of(ErrorKind::NotReachable, u"docker.noBridge"_s,
                                      tr("The docker command on %1 ended before the engine answered.").arg(title))
                                .withCause(QString::fromUtf8(ended->errors.trimmed()));
        state->changed.notify_all();
    });
}

SshStream::~SshStream()
{
    m_state->stop.cancel();
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->isClosed = true;
    }
    m_state->changed.notify_all();
    m_state->thread.join();
}

Result<> SshStream::write(const QByteArray &bytes, milliseconds limit, const CancelToken &cancel)
{
    std::unique_lock lock(m_state->mutex);
    const auto room =
        m_state->waitFor(lock, limit, cancel, [this] { return m_state->inSize < kQueueLimit || m_state->isOver; });
    if (!room)
        return room.error();
    if (m_state->isOver)
        return m_state->ending.value_or(Error::failed(u"socket.failed"_s, tr("%1 hung up.").arg(m_name)));
    if (!*room)
        return Error::timeLimit(u"socket.timeLimit"_s,
                                tr("%1 took nothing for %2 s.").arg(m_name).arg(double(limit.count()) / 1000));
    m_state->in.push_back(bytes);
    m_state->inSize += bytes.size();
    m_state->changed.notify_all();
    return {};
}

Result<qsizetype> SshStream::read(std::span<char> buffer, milliseconds limit, const CancelToken &cancel)
{
    std::unique_lock lock(m_state->mutex);
    if (!m_state->hasAll) {
        m_state->hasAll = true;
        m_state->changed.notify_all();
    }
    const auto ready =
        m_state->waitFor(lock, limit, cancel, [this] { return !m_state->out.empty() || m_state->isOver; });
    if (!ready)
        return ready.error();
    if (!m_state->out.empty()) {
        QByteArray &piece = m_state->out.front();
        const auto n = std::min(qsizetype(buffer.size()), piece.size() - m_state->outAt);
        memcpy(buffer.data(), piece.constData() + m_state->outAt, size_t(n));
        m_state->outAt += n;
        if (m_state->outAt == piece.size()) {
            m_state->outSize -= piece.size();
            m_state->out.pop_front();
            m_state->outAt = 0;
            m_state->changed.notify_all();
        }
        return n;
    }
    if (!*ready)
        return Error::timeLimit(u"socket.timeLimit"_s,
                                tr("%1 did not answer within %2 s.").arg(m_name).arg(double(limit.count()) / 1000));
    return m_state->ending ? Result<qsizetype>(*m_state->ending) : Result<qsizetype>(qsizetype(0));
}

} // namespace mooring
