#include "core/credentials/keychainthread.h"

#include <QCoreApplication>

#include <condition_variable>
#include <mutex>

namespace mooring {

namespace {

struct Answer
{
    std::mutex lock;
    std::condition_variable wake;
    bool given = false;
};

} // namespace

KeychainThread &KeychainThread::instance()
{
    // Never destroyed: a keychain that hangs may keep the thread from ending, and that must not keep the program.
    static KeychainThread *const thread = new KeychainThread;
    return *thread;
}

KeychainThread::KeychainThread() : m_context(new QObject)
{
    m_thread.setObjectName(QStringLiteral("keychain"));
    m_context->moveToThread(&m_thread);
    m_thread.start();
    qAddPostRoutine([] { instance().stop(); });
}

void KeychainThread::stop()
{
    m_thread.quit();
    m_thread.wait(500);
}

KeychainThread::Wait KeychainThread::ask(const std::function<void(QObject *, std::function<void()>)> &begin,
                                         std::chrono::milliseconds limit, const CancelToken &cancel)
{
    const auto answer = std::make_shared<Answer>();
    const auto done = [answer] {
        {
            const std::lock_guard lock(answer->lock);
            answer->given = true;
        }
        answer->wake.notify_all();
    };
    QMetaObject::invokeMethod(
        m_context, [begin, done, context = m_context] { begin(context, done); }, Qt::QueuedConnection);
    const auto end = std::chrono::steady_clock::now() + limit;
    std::unique_lock lock(answer->lock);
    while (!answer->given) {
        if (cancel.isCanceled())
            return Wait::Canceled;
        if (std::chrono::steady_clock::now() >= end)
            return Wait::TimeLimit;
        answer->wake.wait_for(lock, std::chrono::milliseconds(20)); // looks at the cancel that often
    }
    return Wait::Answered;
}

} // namespace mooring
