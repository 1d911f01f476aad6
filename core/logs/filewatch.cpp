#include "core/logs/filewatch.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace mooring {

namespace {

void drain(int fd)
{
    alignas(inotify_event) std::array<char, 4096> bytes;
    while (::read(fd, bytes.data(), bytes.size()) > 0) {
    }
}

} // namespace

FileWatch::FileWatch()
    : m_inotify(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)), m_wake(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
}

FileWatch::~FileWatch()
{
    if (m_inotify >= 0)
        ::close(m_inotify);
    if (m_wake >= 0)
        ::close(m_wake);
}

void FileWatch::setPath(const QString &path)
{
    if (m_watch >= 0) {
        ::inotify_rm_watch(m_inotify, m_watch);
        drain(m_inotify); // "no longer watched" would end the next wait, whose waiter sets the path again, without end
    }
    m_watch = -1;
    if (path.isEmpty())
        return;
    m_watch = ::inotify_add_watch(m_inotify, QFile::encodeName(path).constData(),
                                  IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF);
    if (m_watch < 0)
        m_watch = ::inotify_add_watch(m_inotify, QFile::encodeName(QFileInfo(path).path()).constData(),
                                      IN_CREATE | IN_MOVED_TO);
}

bool FileWatch::wait(std::chrono::milliseconds limit)
{
    std::array<pollfd, 2> fds{pollfd{m_wake, POLLIN, 0}, pollfd{m_inotify, POLLIN, 0}};
    if (::poll(fds.data(), fds.size(), int(limit.count())) <= 0)
        return false;
    drain(m_inotify); // what happened does not matter: the waiter looks at the file
    drain(m_wake);
    return true;
}

bool FileWatch::waitForWake(std::chrono::milliseconds limit)
{
    pollfd fd{m_wake, POLLIN, 0};
    if (::poll(&fd, 1, int(limit.count())) <= 0)
        return false;
    drain(m_wake);
    return true;
}

void FileWatch::wake()
{
    const quint64 one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_wake, &one, sizeof one); // full counter: awake already
}

} // namespace mooring
