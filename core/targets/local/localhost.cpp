#include "core/targets/local/localhost.h"

#include "core/base/files.h"
#include "core/base/process.h"
#include "core/runs/snapshot.h"

#include <algorithm>
#include <filesystem>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::LocalHost", text); }

QString lastLine(const QByteArray &errors)
{
    const QByteArray trimmed = errors.trimmed();
    return QString::fromUtf8(trimmed.mid(trimmed.lastIndexOf('\n') + 1));
}

Error scriptFailed(const CommandOutput &output)
{
    const QString message = output.signal != 0
                                ? tr("A helper script on this computer was ended by signal %1.").arg(output.signal)
                                : tr("A helper script on this computer failed with exit code %1.").arg(output.exitCode);
    return Error::failed(u"host.scriptFailed"_s, message)
        .withCause(lastLine(output.errors))
        .withDetail({{"exitCode", output.exitCode}, {"errors", toStd(QString::fromUtf8(output.errors.right(4000)))}});
}

/// Helper scripts run in a fixed locale; launch.sh gives a run the one that the user has.
QStringList userLocale()
{
    QStringList variables{u"MOORING_FIXED_LOCALE=1"_s};
    for (const char *name : {"LC_ALL", "LANGUAGE"}) {
        if (qEnvironmentVariableIsSet(name))
            variables << u"MOORING_USER_%1=%2"_s.arg(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
    return variables;
}

} // namespace

LocalHost::LocalHost(QString runsFolder, QString environmentsFolder)
    : m_runsFolder(std::move(runsFolder)), m_environmentsFolder(std::move(environmentsFolder))
{
}

Result<QByteArray> LocalHost::runScript(const QByteArray &script, const QStringList &arguments,
                                        std::chrono::milliseconds limit, const CancelToken &cancel)
{
    Command command;
    command.program = u"sh"_s;
    command.arguments = QStringList{u"-s"_s, u"--"_s} + arguments;
    command.input = script;
    command.environment = userLocale();
    command.limit = limit;
    auto output = runCommand(command, cancel);
    if (!output)
        return output.error();
    if (!output->succeeded())
        return scriptFailed(*output);
    return std::move(*output).output;
}

Result<> LocalHost::writeFile(const QString &path, const QByteArray &content, bool executable, const CancelToken &)
{
    return writeFileAtomically(path, content, executable ? 0700 : 0600);
}

Result<QByteArray> LocalHost::readFile(const QString &path, qint64 offset, qint64 max, const CancelToken &)
{
    return readFileRange(path, offset, max);
}

Result<qint64> LocalHost::fileSize(const QString &path, const CancelToken &)
{
    struct stat status
    {
    };
    if (stat(QFile::encodeName(path).constData(), &status) == 0)
        return qint64(status.st_size);
    if (errno == ENOENT || errno == ENOTDIR)
        return qint64(-1);
    return Error::failed(u"file.cannotRead"_s, tr("%1 could not be looked at.").arg(path))
        .withCause(QString::fromLocal8Bit(strerror(errno)));
}

Result<std::vector<HostFile>> LocalHost::listFiles(const QString &folder, const CancelToken &cancel)
{
    namespace fs = std::filesystem;
    const std::string top = QFile::encodeName(folder).toStdString();
    std::vector<HostFile> files;
    std::error_code problem;
    // A program may be changing the tree meanwhile: what vanishes or cannot be entered is passed over.
    fs::recursive_directory_iterator entry(top, fs::directory_options::skip_permission_denied, problem);
    while (!problem && entry != fs::recursive_directory_iterator()) {
        if (cancel.isCanceled())
            return Error::canceled();
        struct stat status
        {
        };
        const std::string &path = entry->path().native();
        if (lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode))
            files.push_back({QByteArray::fromStdString(path.substr(top.size() + 1)), qint64(status.st_size)});
        entry.increment(problem);
    }
    if (problem && problem != std::errc::no_such_file_or_directory) {
        return Error::failed(u"file.cannotRead"_s, tr("The folder %1 could not be listed.").arg(folder))
            .withCause(QString::fromStdString(problem.message()));
    }
    std::sort(files.begin(), files.end(), [](const HostFile &a, const HostFile &b) { return a.path < b.path; });
    return files;
}

Result<SnapshotSummary> LocalHost::receiveSnapshot(const SnapshotPlan &plan, const QString &folder, JobContext &context)
{
    return copySnapshot(plan, folder, context);
}

} // namespace mooring
