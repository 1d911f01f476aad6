#include "core/transport/ssh/sshoperation.h"

#include <QCoreApplication>

#include <chrono>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr qint64 kInHigh = 4 * 1024 * 1024;
constexpr qint64 kInLow = 1024 * 1024;
constexpr qint64 kOutHigh = 8 * 1024 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshOperation", text); }

qint64 nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

void SshOperation::moved() { m_movedAt = nowMs(); }

SshOperation::Look SshOperation::look(bool hasSource)
{
    m_wake.clear();
    Look now;
    const std::lock_guard lock(m_mutex);
    now.output.swap(m_out);
    m_outSize = 0;
    now.wasThrottled = std::exchange(m_throttled, false);
    now.finished = m_finished;
    now.wantsInput = hasSource && !m_inEnded && !m_inParked && m_inSize < kInHigh && !m_finished;
    return now;
}

Result<> SshOperation::feed(const Serving &serving)
{
    auto piece = serving.source();
    if (!piece)
        return piece.error();
    bool wasEmpty = false;
    {
        const std::lock_guard lock(m_mutex);
        wasEmpty = m_inSize == 0;
        (serving.keepsInputOpen ? m_inParked : m_inEnded) = piece->isEmpty();
        m_inSize += piece->size();
        if (!piece->isEmpty())
            m_in.push_back(std::move(*piece));
    }
    if (wasEmpty)
        serving.wakeOwner();
    return {};
}

Result<> SshOperation::serve(const Serving &serving, const CancelToken &cancel)
{
    const QDeadlineTimer total =
        serving.limit.count() > 0 ? QDeadlineTimer(serving.limit) : QDeadlineTimer(QDeadlineTimer::Forever);
    const auto giveUp = [&](const Error &error) {
        m_abandoned = true;
        serving.wakeOwner();
        return error;
    };
    moved();
    for (;;) {
        const Look now = look(bool(serving.source));
        if (now.wasThrottled)
            serving.wakeOwner();
        for (const QByteArray &piece : now.output)
            if (auto taken = serving.sink(piece); !taken)
                return giveUp(taken.error());
        if (now.finished && now.output.empty()) {
            const std::lock_guard lock(m_mutex);
            return m_error ? Result<>(*m_error) : Result<>();
        }
        if (cancel.isCanceled())
            return giveUp(Error::canceled());
        qint64 wait = total.isForever() ? 60000 : total.remainingTime();
        if (serving.idleLimit.count() > 0)
            wait = std::min<qint64>(wait, serving.idleLimit.count() - (nowMs() - m_movedAt));
        if (wait <= 0 && !now.finished) {
            const auto limit = total.hasExpired() ? serving.limit : serving.idleLimit;
            const QString sentence =
                total.hasExpired() ? tr("%1 did not end within %2 s.") : tr("%1 was silent for %2 s.");
            return giveUp(Error::timeLimit(u"ssh.timeLimit"_s,
                                           sentence.arg(serving.what, QString::number(double(limit.count()) / 1000))));
        }
        if (now.finished || !now.output.empty())
            continue;
        if (now.wantsInput && !(serving.inputWaits && serving.inputWaits())) {
            if (auto fed = feed(serving); !fed)
                return giveUp(fed.error());
            moved();
            continue;
        }
        pollfd entries[] = {{m_wake.fd(), POLLIN, 0}, {cancel.fd(), POLLIN, 0}};
        poll(entries, 2, int(wait));
    }
}

void SshOperation::finish(std::optional<Error> error)
{
    m_ownerFinished = true;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_finished)
            m_error = std::move(error);
        m_finished = true;
    }
    m_wake.set();
}

QByteArrayView SshOperation::input()
{
    if (m_pieceAt >= m_piece.size() && !m_ownerInEnded) {
        bool low = false;
        {
            const std::lock_guard lock(m_mutex);
            m_piece.clear();
            m_pieceAt = 0;
            if (!m_in.empty()) {
                m_piece = std::move(m_in.front());
                m_in.pop_front();
                low = m_inSize >= kInLow && m_inSize - m_piece.size() < kInLow;
                m_inSize -= m_piece.size();
            } else {
                m_ownerInEnded = m_inEnded;
            }
        }
        if (low)
            m_wake.set();
    }
    return QByteArrayView(m_piece).sliced(m_pieceAt);
}

void SshOperation::used(qsizetype count)
{
    m_pieceAt += count;
    moved();
}

bool SshOperation::hasRoom()
{
    const std::lock_guard lock(m_mutex);
    m_throttled = m_outSize >= kOutHigh;
    return !m_throttled;
}

void SshOperation::give(QByteArray &&piece)
{
    moved();
    {
        const std::lock_guard lock(m_mutex);
        m_outSize += piece.size();
        m_out.push_back(std::move(piece));
    }
    m_wake.set();
}

} // namespace mooring
