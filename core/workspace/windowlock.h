#pragma once

#include "core/base/filelock.h"
#include "core/base/result.h"

#include <QLocalServer>
#include <QObject>

#include <memory>

namespace mooring {

class Profile;

/// One window for each profile. A lock by the kernel on the profile's folder: gone with the process, also after kill
/// -9. Lives on the thread that acquired it, which needs an event loop to be raised. Keep it for as long as the window
/// lives.
class WindowLock : public QObject
{
    Q_OBJECT
public:
    /// The lock; or, when another window has the profile, "window.alreadyOpen" after that window was asked to come to
    /// the front (and to open `route`). Blocks for at most about 3 s. The asked window did not answer:
    /// "window.noAnswer".
    static Result<std::unique_ptr<WindowLock>> acquire(const Profile &profile, const QString &route = {});
    ~WindowLock() override;

    /// Path of the socket: in XDG_RUNTIME_DIR, else in the profile if that is short enough, else in a private folder of
    /// /tmp.
    static QString socketPath(const Profile &profile);

Q_SIGNALS:
    /// Another start wants this window in front, and `route` (may be empty) in it.
    void raiseRequested(const QString &route);

private:
    explicit WindowLock(FileLock lock);
    void listen(const QString &path);
    void welcome();

    FileLock m_lock;
    QLocalServer m_server;
};

} // namespace mooring
