#include "tests/support/sshserver.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QThread>
#include <QUuid>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

// For the leak sanitizer: libssh2 forgets a few bytes of each key exchange.
extern "C" const char *__lsan_default_suppressions();
extern "C" const char *__lsan_default_suppressions()
{
    return "leak:kex_method_\nleak:ecdh_sha2_nistp\nleak:diffie_hellman_sha_algo\nleak:_libssh2_sha_algo_value_hash\n"
           "leak:libcrypto.so\n";
}

namespace mooring::test {

using namespace Qt::StringLiterals;

namespace {

QString sshdPath()
{
    return QStandardPaths::findExecutable(u"sshd"_s, {u"/usr/sbin"_s, u"/usr/bin"_s, u"/usr/local/sbin"_s});
}

bool writeFile(const QString &path, const QByteArray &content, QIODevice::OpenMode how = QIODevice::Truncate)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | how) && file.write(content) == content.size();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every process with its parent.
QList<std::pair<qint64, qint64>> processTable()
{
    QList<std::pair<qint64, qint64>> table;
    for (const QString &entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        bool number = false;
        const qint64 pid = entry.toLongLong(&number);
        if (!number)
            continue;
        const QByteArray stat = readFile(u"/proc/"_s + entry + u"/stat"_s);
        const QList<QByteArray> rest = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (rest.size() > 1)
            table.append({pid, rest[1].toLongLong()});
    }
    return table;
}

bool runTool(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(20000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace

quint16 freePort(const QString &address)
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in name{};
    name.sin_family = AF_INET;
    inet_pton(AF_INET, address.toLatin1().constData(), &name.sin_addr);
    socklen_t size = sizeof name;
    quint16 port = 0;
    if (bind(fd, reinterpret_cast<sockaddr *>(&name), size) == 0 &&
        getsockname(fd, reinterpret_cast<sockaddr *>(&name), &size) == 0)
        port = ntohs(name.sin_port);
    close(fd);
    return port;
}

SshKeyPair SshKeyPair::make(const QString &file, const QString &type, const QString &passphrase, const QString &format)
{
    QFile::remove(file);
    QStringList arguments{u"-q"_s, u"-t"_s, type, u"-N"_s, passphrase, u"-C"_s, u"mooringtest"_s, u"-f"_s, file};
    if (type == u"rsa")
        arguments << u"-b"_s << u"2048"_s;
    if (!format.isEmpty() && format != u"OpenSSH")
        arguments << u"-m"_s << format;
    if (!runTool(u"ssh-keygen"_s, arguments))
        qFatal("ssh-keygen could not make %s", qPrintable(file));
    return {file, readFile(file + u".pub"_s).trimmed()};
}

bool TestAccount::possible()
{
    return geteuid() == 0 && !QStandardPaths::findExecutable(u"useradd"_s, {u"/usr/sbin"_s, u"/usr/bin"_s}).isEmpty();
}

TestAccount::TestAccount(const QString &shell, const QByteArray &password)
    : m_folder(std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/mooringtest-home-XXXXXX"_s))
{
    static int count = 0;
    m_name = u"mooringtest-%1-%2"_s.arg(getpid()).arg(++count);
    chmod(QFile::encodeName(m_folder->path()).constData(), 0755);
    // Another test may hold the lock of /etc/passwd.
    for (int attempt = 0; attempt < 50 && !m_ok; ++attempt) {
        m_ok = runTool(u"/usr/sbin/useradd"_s, {u"--create-home"_s, u"--home-dir"_s, home(), u"--shell"_s, shell,
                                                u"--skel"_s, u"/nonexistent"_s, u"--no-log-init"_s, m_name});
        if (!m_ok)
            QThread::msleep(100);
    }
    // No password is "*" and not "!": sshd refuses a locked account even by key.
    bool set = false;
    for (int attempt = 0; m_ok && attempt < 50 && !set; ++attempt) {
        set = password.isEmpty() ? runTool(u"/usr/sbin/usermod"_s, {u"-p"_s, u"*"_s, m_name})
                                 : runTool(u"/usr/sbin/chpasswd"_s, {u"-c"_s, u"SHA256"_s, u"-s"_s, u"1000"_s},
                                           m_name.toUtf8() + ':' + password + '\n');
        if (!set)
            QThread::msleep(100);
    }
    m_ok = m_ok && set;
}

TestAccount::~TestAccount()
{
    if (const passwd *entry = getpwnam(m_name.toUtf8().constData())) {
        // Never uid 0 or ours, whatever the table says.
        const uid_t uid = entry->pw_uid;
        for (const auto &[pid, parent] : processTable()) {
            struct stat info
            {
            };
            if (uid >= 1000 && uid != geteuid() && stat(qPrintable(u"/proc/%1"_s.arg(pid)), &info) == 0 &&
                info.st_uid == uid)
                kill(pid_t(pid), SIGKILL);
        }
        for (int attempt = 0; attempt < 50; ++attempt) {
            if (runTool(u"/usr/sbin/userdel"_s, {u"--force"_s, m_name}))
                break;
            QThread::msleep(100);
        }
    }
}

QString TestAccount::home() const { return m_folder->path() + u"/home"_s; }

bool TestAccount::write(const QString &path, const QByteArray &content, int mode) const
{
    const passwd *entry = getpwnam(m_name.toUtf8().constData());
    if (!entry)
        return false;
    QString folder = home();
    const QStringList parts = path.split(u'/');
    for (const QString &part : parts.first(parts.size() - 1)) {
        folder += u'/' + part;
        if (QDir().mkdir(folder) && chown(QFile::encodeName(folder).constData(), entry->pw_uid, entry->pw_gid) != 0)
            return false;
    }
    const QByteArray file = QFile::encodeName(home() + u'/' + path);
    return writeFile(home() + u'/' + path, content) && chmod(file.constData(), mode_t(mode)) == 0 &&
           chown(file.constData(), entry->pw_uid, entry->pw_gid) == 0;
}

SshServer::SshServer()
    : m_folder(QDir::tempPath() + u"/mooringtest-sshd-XXXXXX"_s), m_tag(QUuid::createUuid().toString(QUuid::Id128))
{
    // Accounts other than ours read authorized_keys.
    chmod(QFile::encodeName(m_folder.path()).constData(), 0755);
    authorizeNobody();
}

SshServer::~SshServer()
{
    killEverything();
    if (!m_pamService.isEmpty())
        QFile::remove(u"/etc/pam.d/"_s + m_pamService);
}

bool SshServer::available()
{
    return !sshdPath().isEmpty() && !QStandardPaths::findExecutable(u"ssh-keygen"_s).isEmpty();
}

QString SshServer::userName()
{
    const passwd *entry = getpwuid(geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

QString SshServer::path(const QString &name) const { return m_folder.path() + u'/' + name; }
QString SshServer::home() const { return path(u"home"_s); }
void SshServer::useHostKeys(const QStringList &types) { m_hostKeyTypes = types; }
void SshServer::useAddress(const QString &address) { m_address = address; }
void SshServer::useHostCertificate(const QString &file) { configure(u"HostCertificate "_s + file); }
void SshServer::configure(const QString &line) { m_config << line; }

void SshServer::usePam(const QByteArray &service)
{
    // sshd takes the name of its program as the name of the service.
    m_pamService = u"mooringtest-"_s + m_tag.first(12);
    if (!writeFile(u"/etc/pam.d/"_s + m_pamService, service) || !QFile::link(sshdPath(), path(m_pamService)))
        qFatal("no PAM service could be made");
    configure(u"UsePAM yes"_s);
    configure(u"KbdInteractiveAuthentication yes"_s);
}

void SshServer::authorize(const QByteArray &publicLine, const QByteArray &options)
{
    const QByteArray line = options.isEmpty() ? publicLine : options + ' ' + publicLine;
    writeFile(path(u"authorized_keys"_s), line.trimmed() + '\n', QIODevice::Append);
}

void SshServer::authorizeNobody() { writeFile(path(u"authorized_keys"_s), {}); }

void SshServer::makeHostKeys()
{
    for (const QString &type : m_hostKeyTypes) {
        const QString file = path(u"host_"_s + type);
        if (!QFile::exists(file))
            SshKeyPair::make(file, type);
    }
}

bool SshServer::start()
{
    makeHostKeys();
    QDir().mkpath(home());
    if (geteuid() == 0)
        QDir().mkpath(u"/run/sshd"_s); // sshd wants its empty folder, which the system's service would make
    // Another process may take the free port before sshd does.
    for (int attempt = 0; attempt < 5; ++attempt) {
        m_port = freePort(m_address == u"127.0.0.1" ? m_address : u"127.0.0.1"_s);
        if (launch())
            return true;
        if (!log().contains(u"Address already in use"))
            return false;
    }
    return false;
}

bool SshServer::launch()
{
    QStringList lines = m_config;
    lines << u"Port %1"_s.arg(m_port) << u"ListenAddress "_s + m_address;
    for (const QString &type : m_hostKeyTypes)
        lines << u"HostKey "_s + path(u"host_"_s + type);
    lines << u"AuthorizedKeysFile "_s + path(u"authorized_keys"_s) << u"PidFile none"_s << u"StrictModes no"_s
          << u"UsePAM no"_s << u"PermitRootLogin yes"_s << u"UseDNS no"_s << u"LogLevel DEBUG1"_s << u"PrintMotd no"_s
          << u"Subsystem sftp internal-sftp"_s << u"SetEnv MOORING_TEST_SERVER="_s + m_tag
          << u"Match User "_s + userName() << u"SetEnv MOORING_TEST_SERVER=%1 HOME=%2"_s.arg(m_tag, home());
    if (!writeFile(path(u"sshd_config"_s), lines.join(u'\n').toUtf8() + '\n'))
        return false;
    const qsizetype before = log().size();
    QStringList words = m_wrapper;
    words << (m_pamService.isEmpty() ? sshdPath() : path(m_pamService)) << u"-D"_s << u"-f"_s << path(u"sshd_config"_s)
          << u"-E"_s << path(u"sshd.log"_s);
    m_process = std::make_unique<QProcess>();
    m_process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process->start(words.takeFirst(), words);
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 10000) {
        if (log().mid(before).contains(u"Server listening on"))
            return true;
        if (m_process->waitForFinished(20) || m_process->state() == QProcess::NotRunning)
            return false;
    }
    return false;
}

bool SshServer::restart(bool newHostKeys)
{
    stop();
    if (newHostKeys)
        for (const QString &type : m_hostKeyTypes)
            QFile::remove(path(u"host_"_s + type));
    makeHostKeys();
    return launch();
}

QList<qint64> SshServer::processes() const
{
    QList<qint64> all;
    if (!m_process || m_process->processId() == 0)
        return all;
    all << m_process->processId();
    const auto table = processTable();
    for (qsizetype at = 0; at < all.size(); ++at)
        for (const auto &[pid, parent] : table)
            if (parent == all[at])
                all << pid;
    return all;
}

void SshServer::signalAll(int signal, bool withListener) const
{
    const QList<qint64> all = processes();
    for (qsizetype at = withListener ? 0 : 1; at < all.size(); ++at)
        kill(pid_t(all[at]), signal);
}

void SshServer::killSessions() { signalAll(SIGKILL, false); }
void SshServer::freeze() { signalAll(SIGSTOP, true); }
void SshServer::thaw() { signalAll(SIGCONT, true); }

void SshServer::stop()
{
    if (!m_process)
        return;
    // The listener first: it could fork once more between the look and the kill.
    const QList<qint64> all = processes();
    for (const qint64 pid : all)
        kill(pid_t(pid), SIGKILL);
    m_process->waitForFinished(5000);
    m_process.reset();
}

void SshServer::killEverything()
{
    stop();
    const QByteArray mark = "MOORING_TEST_SERVER=" + m_tag.toUtf8();
    for (const auto &[pid, parent] : processTable())
        if (pid != getpid() && readFile(u"/proc/%1/environ"_s.arg(pid)).contains(mark))
            kill(pid_t(pid), SIGKILL);
}

QString SshServer::log() const { return QString::fromUtf8(readFile(path(u"sshd.log"_s))); }

bool SshServer::waitForLog(const QString &text, int ms) const
{
    QElapsedTimer clock;
    clock.start();
    while (!log().contains(text)) {
        if (clock.elapsed() > ms)
            return false;
        QThread::msleep(20);
    }
    return true;
}

int SshServer::attempts() const { return int(log().count(u"userauth-request for user"_s)); }

QByteArray SshServer::hostKeyLine(const QString &type) const
{
    const QList<QByteArray> words = readFile(path(u"host_"_s + type + u".pub"_s)).trimmed().split(' ');
    return words.value(0) + ' ' + words.value(1);
}

QString SshServer::fingerprint(const QString &type) const
{
    const QByteArray blob = QByteArray::fromBase64(hostKeyLine(type).split(' ').value(1));
    return u"SHA256:"_s +
           QString::fromLatin1(
               QCryptographicHash::hash(blob, QCryptographicHash::Sha256).toBase64(QByteArray::OmitTrailingEquals));
}

QByteArray SshServer::knownHosts() const
{
    QByteArray lines;
    for (const QString &type : m_hostKeyTypes)
        lines += '[' + m_address.toLatin1() + "]:" + QByteArray::number(m_port) + ' ' + hostKeyLine(type) + '\n';
    return lines;
}

} // namespace mooring::test
