#pragma once

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>

namespace mooring {

/// Wakes one thread that waits in poll(). Any thread may set it; the waiting one clears it.
class SshWake
{
public:
    SshWake() : m_fd(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
    ~SshWake() { close(m_fd); }
    SshWake(const SshWake &) = delete;
    SshWake &operator=(const SshWake &) = delete;

    int fd() const { return m_fd; }
    void set() const
    {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = write(m_fd, &one, sizeof one);
    }
    void clear() const
    {
        std::uint64_t count = 0;
        [[maybe_unused]] const auto got = read(m_fd, &count, sizeof count);
    }

private:
    int m_fd;
};

} // namespace mooring
