#pragma once

#include "core/base/canceltoken.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <functional>
#include <memory>

namespace mooring {

/// The one thread of the process with an event loop for QtKeychain, which keeps its queue on the thread that used it
/// first. Lives until the application object goes.
class KeychainThread
{
public:
    static KeychainThread &instance();

    enum class Wait { Answered, TimeLimit, Canceled };
    /// Runs `begin` on the thread and waits for the call of `done` that it arranges, at most `limit`. After that the
    /// answer is ignored: what `begin` touches must be owned by what it captures.
    Wait ask(const std::function<void(QObject *context, std::function<void()> done)> &begin,
             std::chrono::milliseconds limit, const CancelToken &cancel);

private:
    KeychainThread();
    void stop();

    QThread m_thread;
    QObject *m_context; // lives on the thread
};

} // namespace mooring
