#pragma once

#include "core/transport/ssh/sshsignin.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace mooring {

/// What machines ask during a sign-in, on its way to a person and back: a worker asks and waits, a window shows the
/// questions and answers. Answers are not kept. Thread-safe.
class PromptDesk
{
public:
    struct Question
    {
        quint64 id = 0;
        SshPrompts prompts;
    };

    explicit PromptDesk(std::chrono::milliseconds limit = std::chrono::minutes(2)) : m_limit(limit) {}

    /// SshSignIn::ask. Blocks until it is answered, refused ("ssh.notAnswered"), canceled, or the limit has passed
    /// ("ssh.notAnswered"). Nobody listens: "ssh.needsAnswer" at once.
    Result<std::vector<QByteArray>> ask(const SshPrompts &prompts, const CancelToken &cancel);

    /// Called on any thread whenever open() has changed; it only posts, and does not call back. Empty: nobody listens
    /// any more; what is open is refused.
    void setListener(std::function<void()> listener);
    std::vector<Question> open() const; ///< oldest first
    /// One answer for each prompt. A question that is gone is passed over.
    void answer(quint64 id, const std::vector<QByteArray> &answers);
    void refuse(quint64 id);
    std::chrono::milliseconds limit() const { return m_limit; }

private:
    struct Entry
    {
        Question question;
        bool answered = false;
        bool refused = false;
        std::vector<QByteArray> answers;
    };
    Entry *find(quint64 id);
    void tell();

    const std::chrono::milliseconds m_limit;
    mutable std::mutex m_lock;
    std::condition_variable m_changed;
    std::vector<Entry> m_entries;
    std::function<void()> m_listener;
    quint64 m_lastId = 0;
};

} // namespace mooring
