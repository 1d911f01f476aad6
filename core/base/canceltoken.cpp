#include "core/base/canceltoken.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>

namespace mooring {

struct CancelToken::State
{
    State() : fd(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
    ~State()
    {
        if (fd >= 0)
            close(fd);
    }
    std::atomic<bool> canceled{false};
    int fd;
};

CancelToken::CancelToken() : m_state(std::make_shared<State>()) {}

void CancelToken::cancel() const
{
    m_state->canceled = true;
    const std::uint64_t one = 1;
    // A full counter is as readable as a fresh one: nothing to do about a failed write.
    [[maybe_unused]] const auto written = write(m_state->fd, &one, sizeof one);
}

bool CancelToken::isCanceled() const { return m_state->canceled; }

bool CancelToken::waitFor(std::chrono::milliseconds limit) const
{
    pollfd entry{m_state->fd, POLLIN, 0};
    poll(&entry, 1, int(limit.count()));
    return isCanceled();
}

int CancelToken::fd() const { return m_state->fd; }

} // namespace mooring
