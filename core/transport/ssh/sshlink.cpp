#include "core/transport/ssh/sshlink.h"

#include "core/base/text.h"
#include "core/transport/ssh/sshlimits.h"
#include "core/transport/ssh/sshwake.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshLink", text); }

// A connection that lived less than this has failed like a dial: a server that lets in and throws out is not asked
// without a pause.
constexpr qint64 kShortLife = 5000;

} // namespace

struct SshLink::State
{
    using Waiters = std::vector<std::shared_ptr<SshWake>>;

    std::mutex mutex;
    Dial dial;
    std::shared_ptr<SshConnection> connection;
    QElapsedTimer lived;
    std::optional<Error> refusal; ///< kept until retry()
    std::optional<Error> lastError;
    QDeadlineTimer pauseUntil{0};
    int failures = 0;
    bool dialing = false;
    quint64 round = 0; ///< a dial of an earlier round has nothing to say any more
    CancelToken dialCancel;
    Waiters waiters;

    void failed(const Error &error);
    void dropDead();
    Error paused() const;
};

void SshLink::State::failed(const Error &error)
{
    if (error.kind == ErrorKind::Canceled)
        return;
    lastError = error;
    if (error.kind == ErrorKind::SignIn) {
        refusal = error;
        return;
    }
    const qint64 first = sshLimits().firstPause.count(), last = sshLimits().lastPause.count();
    const qint64 pause = std::min(last, first << std::min(failures, 20));
    ++failures;
    // Between three quarters and the whole: many targets do not come back in step.
    pauseUntil = QDeadlineTimer(pause - qint64(QRandomGenerator::global()->bounded(quint32(pause / 4 + 1))));
}

void SshLink::State::dropDead()
{
    if (!connection || connection->isAlive())
        return;
    const Error ending = connection->ending();
    connection.reset();
    if (ending.code == u"ssh.idle")
        return;
    if (lived.elapsed() < kShortLife && failures > 0)
        failed(ending);
    else if (lived.elapsed() < kShortLife)
        ++failures; // once more at once, then with pauses
    else
        failures = 0;
}

Error SshLink::State::paused() const
{
    Error error = lastError.value_or(Error::of(ErrorKind::NotReachable, u"ssh.lost"_s, {}));
    const QString next =
        tr("It is tried again in %1.").arg(humanDuration(std::max<qint64>(1, pauseUntil.remainingTime())));
    error.fix = error.fix.isEmpty() ? next : error.fix + u' ' + next;
    return error;
}

SshLink::SshLink(Dial dial) : m_state(std::make_shared<State>()) { m_state->dial = std::move(dial); }

SshLink::~SshLink() { drop(); }

bool SshLink::wasLost(const Error &error) { return error.code == u"ssh.lost" || error.code == u"ssh.idle"; }

bool SshLink::neverStarted(const Error &error)
{
    return error.code == u"ssh.idle" || (error.code == u"ssh.lost" && !boolAt(error.detail, "started", true));
}

Result<std::shared_ptr<SshConnection>> SshLink::connection(const CancelToken &cancel)
{
    const auto state = m_state;
    const auto wake = std::make_shared<SshWake>();
    bool waited = false;
    for (;;) {
        {
            const std::lock_guard lock(state->mutex);
            std::erase(state->waiters, wake);
            state->dropDead();
            if (state->connection)
                return state->connection;
            if (state->refusal)
                return *state->refusal;
            if (cancel.isCanceled()) {
                // Nobody waits any more: the dial ends too.
                if (state->dialing && state->waiters.empty())
                    state->dialCancel.cancel();
                return Error::canceled();
            }
            if (!state->dialing && waited)
                return state->lastError.value_or(Error::canceled());
            if (!state->dialing && !state->pauseUntil.hasExpired())
                return state->paused();
            if (!state->dialing) {
                state->dialing = true;
                state->dialCancel = CancelToken();
                // The link may go while it dials: the thread holds what it needs.
                std::thread([state, token = state->dialCancel, round = state->round] {
                    auto made = state->dial(token);
                    State::Waiters waiters;
                    {
                        const std::lock_guard inner(state->mutex);
                        if (state->round != round)
                            return;
                        state->dialing = false;
                        if (made) {
                            state->connection = *made;
                            state->lived.start();
                        } else {
                            state->lastError = made.error();
                            state->failed(made.error());
                        }
                        waiters.swap(state->waiters);
                    }
                    for (const auto &waiter : waiters)
                        waiter->set();
                }).detach();
            }
            state->waiters.push_back(wake);
        }
        waited = true;
        pollfd entries[] = {{wake->fd(), POLLIN, 0}, {cancel.fd(), POLLIN, 0}};
        poll(entries, 2, -1); // the dial has limits of its own
        wake->clear();
    }
}

void SshLink::adopt(std::shared_ptr<SshConnection> connection)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->connection = std::move(connection);
    m_state->lived.start();
    m_state->refusal.reset();
    m_state->failures = 0;
    m_state->pauseUntil = QDeadlineTimer(0);
}

void SshLink::drop()
{
    std::shared_ptr<SshConnection> old;
    State::Waiters waiters;
    {
        const std::lock_guard lock(m_state->mutex);
        old = std::move(m_state->connection);
        if (m_state->dialing) {
            m_state->dialCancel.cancel();
            m_state->dialing = false;
            ++m_state->round;
            m_state->lastError = Error::canceled();
        }
        waiters.swap(m_state->waiters);
    }
    for (const auto &waiter : waiters)
        waiter->set();
}

void SshLink::retry()
{
    const std::lock_guard lock(m_state->mutex);
    m_state->refusal.reset();
    m_state->failures = 0;
    m_state->pauseUntil = QDeadlineTimer(0);
}

} // namespace mooring
