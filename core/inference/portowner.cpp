#include "core/inference/portowner.h"

#include "core/base/files.h"

#include <QDir>
#include <QFile>

#include <algorithm>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFirstPort = 5001;
constexpr int kFirstUserPort = 1024; // those below are root's
constexpr int kLastPort = 65535;
constexpr qint64 kEnvironment = 4 * 1024 * 1024; // larger ones are not read to their end

/// The sockets that listen on the port, of /proc/net/tcp and tcp6, as /proc/…/fd names them.
QStringList listeners(int port)
{
    QStringList sockets;
    const QByteArray wanted = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    for (const QString &table : {u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s}) {
        QFile file(table);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QList<QByteArray> cells = line.simplified().split(' ');
            if (cells.size() > 9 && cells[1].endsWith(wanted) && cells[3] == "0A")
                sockets << u"socket:[%1]"_s.arg(QString::fromLatin1(cells[9]));
        }
    }
    return sockets;
}

std::vector<qint64> processes()
{
    std::vector<qint64> pids;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isNumber = false;
        if (const qint64 pid = name.toLongLong(&isNumber); isNumber)
            pids.push_back(pid);
    }
    return pids;
}

bool holds(const QString &process, const QStringList &sockets)
{
    const QDir folder(u"/proc/%1/fd"_s.arg(process));
    for (const QString &name : folder.entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot)) {
        std::array<char, 64> target{};
        const auto n = readlink(QFile::encodeName(folder.filePath(name)).constData(), target.data(), target.size() - 1);
        if (n > 0 && sockets.contains(QString::fromLatin1(target.data(), qsizetype(n))))
            return true;
    }
    return false;
}

/// 0: it has none, or has ended.
qint64 parentOf(qint64 pid)
{
    const QByteArray stat = readFileRange(u"/proc/%1/stat"_s.arg(pid), 0, 4096).valueOr({});
    return stat.mid(stat.lastIndexOf(')') + 1).simplified().split(' ').value(1).toLongLong(); // its name may hold a ')'
}

QString commandOf(const QString &process)
{
    QByteArray line = readFileRange(u"/proc/%1/cmdline"_s.arg(process), 0, 4096).valueOr({});
    if (line.endsWith('\0'))
        line.chop(1);
    return QString::fromUtf8(line.replace('\0', ' '));
}

} // namespace

bool isPortFree(int port)
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return false;
    const int on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on); // as the server does: what lingers is no owner
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(quint16(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool free = bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    close(fd);
    return free;
}

int firstPort()
{
    const int set = qEnvironmentVariableIntValue("MOORING_FIRST_PORT");
    return set >= kFirstUserPort && set <= kLastPort ? set : kFirstPort;
}

int findFreePort(int from, const std::function<bool(int)> &isTaken)
{
    for (int port = from; port <= kLastPort; ++port) {
        if (!(isTaken && isTaken(port)) && isPortFree(port))
            return port;
    }
    return 0;
}

qint64 serverAmong(const std::vector<PortHolder> &holders)
{
    const auto server = std::find_if(holders.begin(), holders.end(), [&holders](const PortHolder &each) {
        return std::none_of(holders.begin(), holders.end(),
                            [&each](const PortHolder &other) { return other.pid == each.parent; });
    });
    return server == holders.end() ? 0 : server->pid;
}

std::optional<PortOwner> findPortOwner(int port)
{
    const QStringList sockets = listeners(port);
    if (sockets.isEmpty())
        return {};
    std::vector<PortHolder> holders;
    for (const qint64 pid : processes()) {
        if (holds(QString::number(pid), sockets))
            holders.push_back({pid, parentOf(pid)});
    }
    const qint64 server = serverAmong(holders);
    return server > 0 ? PortOwner{server, commandOf(QString::number(server))} : PortOwner{};
}

bool isPortHeldBy(int port, const QByteArray &variable)
{
    const QStringList sockets = listeners(port);
    const std::vector<qint64> all = sockets.isEmpty() ? std::vector<qint64>() : processes();
    return std::any_of(all.begin(), all.end(), [&](qint64 pid) {
        const QString process = QString::number(pid);
        return holds(process, sockets) && readFileRange(u"/proc/%1/environ"_s.arg(process), 0, kEnvironment)
                                              .valueOr({})
                                              .split('\0')
                                              .contains(variable);
    });
}

} // namespace mooring
