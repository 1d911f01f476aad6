#include "core/transport/ssh/promptdesk.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kLook = std::chrono::milliseconds(50); ///< how soon a cancel is seen

QString tr(const char *text) { return QCoreApplication::translate("mooring::PromptDesk", text); }

Error notAnswered(const SshPrompts &prompts, const QString &why)
{
    return Error::of(ErrorKind::SignIn, u"ssh.notAnswered"_s, why.arg(prompts.host))
        .withFix(tr("Check again, and answer the question that the window then shows."));
}

} // namespace

PromptDesk::Entry *PromptDesk::find(quint64 id)
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry &entry) { return entry.question.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

void PromptDesk::tell()
{
    const std::lock_guard guard(m_lock); // held, so that nobody is told after setListener({})
    if (m_listener)
        m_listener();
}

Result<std::vector<QByteArray>> PromptDesk::ask(const SshPrompts &prompts, const CancelToken &cancel)
{
    quint64 id = 0;
    {
        const std::lock_guard guard(m_lock);
        if (!m_listener)
            return Error::of(
                ErrorKind::SignIn, u"ssh.needsAnswer"_s,
                tr("%1 asks something during the sign-in, and nobody is there to answer.").arg(prompts.host));
        id = ++m_lastId;
        m_entries.push_back({{id, prompts}, false, false, {}});
    }
    tell();
    const auto end = std::chrono::steady_clock::now() + m_limit;
    Entry ended;
    {
        std::unique_lock guard(m_lock);
        const auto isOver = [&] {
            const Entry *entry = find(id);
            return entry->answered || entry->refused;
        };
        while (!m_changed.wait_for(guard, kLook, isOver)) {
            if (cancel.isCanceled() || std::chrono::steady_clock::now() >= end)
                break;
        }
        ended = std::move(*find(id));
        std::erase_if(m_entries, [id](const Entry &entry) { return entry.question.id == id; });
    }
    tell();
    if (ended.answered)
        return ended.answers;
    if (cancel.isCanceled())
        return Error::canceled();
    return notAnswered(prompts, ended.refused
                                    ? tr("The question of %1 was not answered, so the sign-in ended.")
                                    : tr("Nobody answered the question of %1 in time, so the sign-in ended."));
}

void PromptDesk::setListener(std::function<void()> listener)
{
    const std::lock_guard guard(m_lock);
    m_listener = std::move(listener);
    if (m_listener)
        return;
    for (Entry &entry : m_entries)
        entry.refused = true;
    m_changed.notify_all();
}

std::vector<PromptDesk::Question> PromptDesk::open() const
{
    const std::lock_guard guard(m_lock);
    std::vector<Question> questions;
    for (const Entry &entry : m_entries) {
        if (!entry.answered && !entry.refused)
            questions.push_back(entry.question);
    }
    return questions;
}

void PromptDesk::answer(quint64 id, const std::vector<QByteArray> &answers)
{
    const std::lock_guard guard(m_lock);
    if (Entry *entry = find(id)) {
        entry->answers = answers;
        entry->answered = true;
    }
    m_changed.notify_all();
}

void PromptDesk::refuse(quint64 id)
{
    const std::lock_guard guard(m_lock);
    if (Entry *entry = find(id))
        entry->refused = true;
    m_changed.notify_all();
}

} // namespace mooring
