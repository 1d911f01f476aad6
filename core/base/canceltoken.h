#pragma once

#include <chrono>
#include <memory>

namespace mooring {

/// A handle on one wish to stop; copies share it. Any thread. A wish cannot be taken back.
class CancelToken
{
public:
    CancelToken();

    void cancel() const;
    bool isCanceled() const;
    /// Sleeps at most `limit`; returns at once, with true, when canceled.
    bool waitFor(std::chrono::milliseconds limit) const;
    /// Readable once canceled: add it to poll() beside a socket, so that cancel interrupts that wait too. Owned by the
    /// token.
    int fd() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace mooring
