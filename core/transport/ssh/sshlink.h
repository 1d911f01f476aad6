#pragma once

#include "core/transport/ssh/sshconnection.h"

#include <functional>
#include <mutex>

namespace mooring {

/// One target's way in: one connection, made when it is first needed, shared by all callers, made again after it was
/// lost, with growing pauses and jitter (1 s to 60 s). While a pause lasts, calls fail at once with the error that
/// caused it, and say when it is tried next. A refusal (kind SignIn) is kept and never tried again until `retry`.
/// Thread-safe. Closed after ten idle minutes.
class SshLink
{
public:
    using Dial = std::function<Result<std::shared_ptr<SshConnection>>(const CancelToken &)>;
    explicit SshLink(Dial dial);
    ~SshLink();

    /// The live connection. Concurrent callers wait for the same dial; each one's cancel ends its own wait.
    Result<std::shared_ptr<SshConnection>> connection(const CancelToken &cancel);
    /// Runs `work`, once more on a fresh connection when the first was lost before anything came back and `work` may be
    /// repeated.
    template <class T>
    Result<T> with(const CancelToken &cancel, const std::function<Result<T>(SshConnection &)> &work)
    {
        for (bool again = true;; again = false) {
            auto made = connection(cancel);
            if (!made)
                return made.error();
            auto result = work(**made);
            if (result || !again || !wasLost(result.error()))
                return result;
        }
    }
    /// The connection ended under the work: "ssh.lost", or closed because it was idle.
    static bool wasLost(const Error &error);
    /// The same, and the far side has not begun with it: may always be done once more.
    static bool neverStarted(const Error &error);
    void adopt(std::shared_ptr<SshConnection> connection); ///< one that the ladder has made
    void drop();                                           ///< closes; the next call connects anew
    void retry();                                          ///< forgets refusal and pause

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace mooring
