#include "core/workspace/windowlock.h"

#include "core/base/canceltoken.h"
#include "core/base/jsontext.h"
#include "core/workspace/profile.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>

#include <sys/stat.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype kLongestPath = 90; // sun_path holds 108 bytes; Qt makes a longer temporary name beside it
constexpr qint64 kLongestRequest = 4096;
constexpr int kAnswerLimitMs = 3000;

bool isPrivateFolder(const QString &path)
{
    struct stat info
    {
    };
    return lstat(QFile::encodeName(path).constData(), &info) == 0 && S_ISDIR(info.st_mode) &&
           info.st_uid == geteuid() && (info.st_mode & 0077) == 0;
}

/// True when the window that has the lock took the request.
bool ask(const QString &path, const QString &route)
{
    QElapsedTimer timer;
    timer.start();
    const CancelToken pause;
    QLocalSocket socket;
    while (true) { // it may have the lock and not listen yet
        socket.connectToServer(path);
        if (socket.waitForConnected(500))
            break;
        if (timer.elapsed() > kAnswerLimitMs)
            return false;
        pause.waitFor(20ms);
    }
    socket.write(toBytes(Json{{"raise", toStd(route)}}) + '\n');
    while (!socket.canReadLine()) {
        const int left = kAnswerLimitMs - int(timer.elapsed());
        if (left <= 0 || !socket.waitForReadyRead(left))
            return socket.canReadLine();
    }
    return true;
}

} // namespace

WindowLock::WindowLock(FileLock lock) : m_lock(std::move(lock))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &WindowLock::welcome);
}

WindowLock::~WindowLock() = default;

QString WindowLock::socketPath(const Profile &profile)
{
    const QString folder = QFileInfo(profile.folder()).canonicalFilePath();
    const QString name =
        u"mooring-"_s +
        QString::fromLatin1(
            QCryptographicHash::hash(QFile::encodeName(folder), QCryptographicHash::Sha256).toHex().left(16)) +
        u".sock"_s;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    for (const QString &place : {runtime, folder}) {
        const QString path = place + u'/' + name;
        if (place.startsWith(u'/') && isPrivateFolder(place) && QFile::encodeName(path).size() <= kLongestPath)
            return path;
    }
    const QString own = u"/tmp/mooring-%1"_s.arg(geteuid());
    mkdir(QFile::encodeName(own).constData(), 0700);
    return isPrivateFolder(own) ? own + u'/' + name : QString();
}

Result<std::unique_ptr<WindowLock>> WindowLock::acquire(const Profile &profile, const QString &route)
{
    auto lock = FileLock::acquire(profile.folder(), 0ms);
    if (lock) {
        std::unique_ptr<WindowLock> window(new WindowLock(std::move(lock).value()));
        window->listen(socketPath(profile));
        return window;
    }
    if (lock.error().code != u"lock.held"_s)
        return lock.error();
    if (ask(socketPath(profile), route))
        return Error::failed(u"window.alreadyOpen"_s,
                             tr("A window of this profile is open already. It was brought to the front."));
    return Error::failed(u"window.noAnswer"_s, tr("A window of this profile is open already, but it does not answer."))
        .withCause(lock.error().cause)
        .withFix(tr("Close that window or end its process. The runs go on without it."));
}

void WindowLock::listen(const QString &path)
{
    if (path.isEmpty())
        return;                       // no safe place: the window works, a second start can only say that it is there
    QLocalServer::removeServer(path); // we have the lock: a socket that is there belongs to nobody
    m_server.listen(path);
}

void WindowLock::welcome()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(kLongestRequest);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto answer = [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() >= kLongestRequest)
                    socket->abort();
                return;
            }
            const QByteArray line = socket->readLine(kLongestRequest);
            const Json request = readJson(line);
            if (request.is_object() && request.contains("raise")) {
                socket->write("ok\n");
                socket->flush();
                Q_EMIT raiseRequested(stringAt(request, "raise"));
            }
            socket->disconnectFromServer();
        };
        connect(socket, &QLocalSocket::readyRead, this, answer);
        if (socket->bytesAvailable() > 0)
            answer();
    }
}

} // namespace mooring
