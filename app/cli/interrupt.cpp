#include "app/cli/interrupt.h"

#include <atomic>
#include <csignal>
#include <thread>
#include <unistd.h>

namespace mooring {

namespace {

const CancelToken *g_token = nullptr;

/// Only an atomic store and write(): safe in a handler.
void onSignal(int)
{
    if (g_token->isCanceled())
        _exit(130);
    g_token->cancel();
}

} // namespace

void cancelOnInterrupt(const CancelToken &token)
{
    static const CancelToken kept = token;
    g_token = &kept;
    struct sigaction action
    {
    };
    action.sa_handler = onSignal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

struct TimeLimit::State
{
    CancelToken stop;
    std::atomic<bool> passed{false};
    std::thread thread;
};

TimeLimit::TimeLimit(CancelToken token, std::chrono::seconds limit) : m_state(std::make_unique<State>())
{
    m_state->thread = std::thread([state = m_state.get(), token, limit] {
        if (state->stop.waitFor(limit))
            return;
        state->passed = true;
        token.cancel();
    });
}

TimeLimit::~TimeLimit()
{
    m_state->stop.cancel();
    m_state->thread.join();
}

bool TimeLimit::passed() const { return m_state->passed; }

} // namespace mooring
