#include "core/base/process.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <vector>

extern char **environ;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Process", text); }

struct Pipe
{
    int read = -1, write = -1;
    bool make()
    {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) != 0)
            return false;
        read = ends[0];
        write = ends[1];
        return true;
    }
    static void shut(int &fd)
    {
        if (fd >= 0)
            close(fd);
        fd = -1;
    }
    ~Pipe()
    {
        shut(read);
        shut(write);
    }
};

/// Everything the child needs, made before fork(): between fork and exec only async-signal-safe calls are allowed.
struct Prepared
{
    explicit Prepared(const Command &command, const QString &path)
    {
        words.push_back(QFile::encodeName(path));
        for (const QString &argument : command.arguments)
            words.push_back(QFile::encodeName(argument));
        for (char **entry = environ; *entry; ++entry) {
            const QByteArray variable(*entry);
            if (!variable.startsWith("LC_ALL=") && !variable.startsWith("LANGUAGE="))
                variables.push_back(variable);
        }
        variables.push_back("LC_ALL=C.UTF-8");
        for (const QString &variable : command.environment)
            variables.push_back(variable.toUtf8());
        for (QByteArray &word : words)
            argv.push_back(word.data());
        for (QByteArray &variable : variables)
            envp.push_back(variable.data());
        argv.push_back(nullptr);
        envp.push_back(nullptr);
        folder = QFile::encodeName(command.folder);
    }
    std::vector<QByteArray> words, variables;
    std::vector<char *> argv, envp;
    QByteArray folder;
};

[[noreturn]] void becomeProgram(const Prepared &prepared, const Pipe &in, const Pipe &out, const Pipe &err)
{
    setpgid(0, 0);
    signal(SIGPIPE, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    dup2(in.read, 0);
    dup2(out.write, 1);
    dup2(err.write, 2);
    if (prepared.folder.isEmpty() || chdir(prepared.folder.constData()) == 0)
        execve(prepared.argv[0], prepared.argv.data(), prepared.envp.data());
    _exit(127);
}

/// Reads what is there. False at the end of the stream.
bool drain(int fd, QByteArray &into, const Command &command)
{
    std::array<char, 65536> buffer;
    const auto n = read(fd, buffer.data(), buffer.size());
    if (n < 0)
        return errno == EINTR || errno == EAGAIN;
    if (n == 0)
        return false;
    const auto room = std::max<qint64>(0, command.outputLimit - into.size());
    into.append(buffer.data(), qsizetype(std::min<qint64>(n, room)));
    if (command.onOutput)
        command.onOutput(QByteArray(buffer.data(), qsizetype(n)));
    return true;
}

class Child
{
public:
    Child(const Command &command, const CancelToken &cancel) : m_command(command), m_cancel(cancel) { m_timer.start(); }

    Result<CommandOutput> run(const QString &path)
    {
        if (!m_in.make() || !m_out.make() || !m_err.make())
            return failure(u"process.failed", tr("%1 could not be started.").arg(path))
                .withCause(QString::fromLocal8Bit(strerror(errno)));
        const Prepared prepared(m_command, path);
        m_pid = fork();
        if (m_pid == 0)
            becomeProgram(prepared, m_in, m_out, m_err);
        if (m_pid < 0)
            return failure(u"process.failed", tr("%1 could not be started.").arg(path))
                .withCause(QString::fromLocal8Bit(strerror(errno)));
        setpgid(m_pid, m_pid); // in both processes, so that neither order loses
        Pipe::shut(m_in.read);
        Pipe::shut(m_out.write);
        Pipe::shut(m_err.write);
        fcntl(m_in.write, F_SETFL, O_NONBLOCK);
        const bool ended = converse();
        if (!ended)
            kill(-m_pid, SIGKILL);
        int status = 0;
        while (waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
        }
        if (!ended && m_cancel.isCanceled())
            return Error::of(ErrorKind::Canceled, QStringLiteral("process.canceled"),
                             tr("%1 was stopped, as asked.").arg(m_command.program));
        if (!ended)
            return Error::timeLimit(QStringLiteral("process.timeLimit"),
                                    tr("%1 did not answer within %2 s and was ended.")
                                        .arg(m_command.program)
                                        .arg(double(m_command.limit.count()) / 1000));
        m_result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
        m_result.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        m_result.ms = m_timer.elapsed();
        return m_result;
    }

private:
    static Error failure(QStringView code, const QString &message) { return Error::failed(code.toString(), message); }

    /// True when both streams ended and the program can be reaped; false on limit or cancel.
    bool converse()
    {
        while (m_out.read >= 0 || m_err.read >= 0) {
            const qint64 left = m_command.limit.count() - m_timer.elapsed();
            if (left <= 0 || m_cancel.isCanceled())
                return false;
            std::array<pollfd, 4> fds{{{m_out.read, POLLIN, 0},
                                       {m_err.read, POLLIN, 0},
                                       {m_cancel.fd(), POLLIN, 0},
                                       {m_in.write, POLLOUT, 0}}};
            poll(fds.data(), fds.size(), int(std::min<qint64>(left, 60000)));
            if (fds[3].revents)
                feed();
            if (fds[0].revents && !drain(m_out.read, m_result.output, m_command))
                Pipe::shut(m_out.read);
            if (fds[1].revents && !drain(m_err.read, m_result.errors, m_command))
                Pipe::shut(m_err.read);
        }
        return waitForEnd();
    }

    /// The streams are closed, but the program itself may linger.
    bool waitForEnd()
    {
        siginfo_t info{};
        while (m_timer.elapsed() < m_command.limit.count()) {
            info.si_pid = 0;
            if (waitid(P_PID, id_t(m_pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == m_pid)
                return true;
            if (m_cancel.waitFor(std::chrono::milliseconds(2)))
                return false;
        }
        return false;
    }

    void feed()
    {
        const auto rest = m_command.input.size() - m_fed;
        const auto n = rest > 0 ? write(m_in.write, m_command.input.constData() + m_fed, size_t(rest)) : 0;
        if (n > 0)
            m_fed += n;
        if (m_fed >= m_command.input.size() || (n < 0 && errno != EAGAIN && errno != EINTR))
            Pipe::shut(m_in.write);
    }

    const Command &m_command;
    const CancelToken &m_cancel;
    QElapsedTimer m_timer;
    Pipe m_in, m_out, m_err;
    CommandOutput m_result;
    qsizetype m_fed = 0;
    pid_t m_pid = -1;
};

/// A reader that closes early must not end us.
void ignoreBrokenPipes()
{
    static const bool once = (signal(SIGPIPE, SIG_IGN), true);
    (void)once;
}

} // namespace

Result<CommandOutput> runCommand(const Command &command, const CancelToken &cancel)
{
    ignoreBrokenPipes();
    const QString path = command.program.contains(u'/') ? command.program : findProgram(command.program);
    if (path.isEmpty() || access(QFile::encodeName(path).constData(), X_OK) != 0) {
        return Error::failed(QStringLiteral("process.notFound"),
                             tr("The program %1 was not found.").arg(command.program))
            .withDetail({{"program", toStd(command.program)}});
    }
    return Child(command, cancel).run(path);
}

QString findProgram(const QString &program) { return QStandardPaths::findExecutable(program); }

} // namespace mooring
