#include "core/hosts/sshhost.h"

#include "core/environments/remotescript.h"
#include "core/hosts/snapshotupload.h"
#include "core/runs/foldertarget.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kAnswerLimit = 30s;
constexpr auto kIdleLimit = 30s; ///< without a byte on the way
constexpr auto kListLimit = 120s;
constexpr int kMissing = 3; ///< exit code of files.sh
constexpr qint64 kListMost = 64 * 1024 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("mooring::SshHost", text); }

QString lastLine(const QByteArray &errors)
{
    const QByteArray trimmed = errors.trimmed();
    return QString::fromUtf8(trimmed.mid(trimmed.lastIndexOf('\n') + 1)).left(500);
}

QString modeWord(bool executable) { return executable ? u"0700"_s : u"0600"_s; }

QByteArray filesScript() { return remoteScript(u"files.sh"_s); }

} // namespace

std::vector<HostFile> parseFileList(const QByteArray &output)
{
    std::vector<HostFile> files;
    for (const QByteArray &entry : output.split('\0')) {
        const qsizetype tab = entry.indexOf('\t');
        bool isNumber = false;
        const qint64 size = entry.left(std::max<qsizetype>(tab, 0)).toLongLong(&isNumber);
        const QByteArray path = entry.mid(tab + 1);
        if (isNumber && size >= 0 && FolderTarget::isSafe(path))
            files.push_back({path, size});
    }
    std::sort(files.begin(), files.end(), [](const HostFile &a, const HostFile &b) { return a.path < b.path; });
    const auto last =
        std::unique(files.begin(), files.end(), [](const HostFile &a, const HostFile &b) { return a.path == b.path; });
    files.erase(last, files.end());
    return files;
}

SshHost::SshHost(std::shared_ptr<SshLink> link, SshHostPlaces places)
    : m_link(link), m_shell(std::move(link)), m_places(std::move(places))
{
}

Error SshHost::scriptFailed(const RemoteShell::Answer &answer) const
{
    return Error::failed(u"host.scriptFailed"_s,
                         tr("A helper script on %1 failed with exit code %2.").arg(m_places.host).arg(answer.exitCode))
        .withCause(lastLine(answer.errors))
        .withDetail({{"exitCode", answer.exitCode}, {"errors", toStd(QString::fromUtf8(answer.errors.right(4000)))}});
}

Error SshHost::fileFailed(const QString &code, const QString &message, const RemoteShell::Answer &answer) const
{
    Error error = Error::failed(code, message).withCause(lastLine(answer.errors));
    if (error.cause.contains(u"No space left"_s)) {
        error.code = u"file.diskFull"_s;
        error.fix = tr("Free some space on that disk, then try again.");
    }
    return error;
}

Error SshHost::cannotWrite(const QString &path, const RemoteShell::Answer &answer) const
{
    return fileFailed(u"file.cannotWrite"_s, tr("%1 could not be written on %2.").arg(path, m_places.host), answer);
}

Result<QByteArray> SshHost::runScript(const QByteArray &script, const QStringList &arguments,
                                      std::chrono::milliseconds limit, const CancelToken &cancel)
{
    auto answer = m_shell.run(script, arguments, limit, cancel);
    if (!answer)
        return answer.error();
    if (answer->exitCode != 0)
        return scriptFailed(*answer);
    return std::move(answer->output);
}

Result<> SshHost::writeFile(const QString &path, const QByteArray &content, bool executable, const CancelToken &cancel)
{
    QByteArray left = content;
    const QStringList arguments{u"write"_s, path, modeWord(executable), QString::number(content.size())};
    auto answer = m_shell.stream(
        filesScript(), arguments, [&left]() -> Result<QByteArray> { return std::exchange(left, {}); }, {}, kIdleLimit,
        cancel);
    if (!answer)
        return answer.error();
    return answer->exitCode == 0 ? Result<>() : cannotWrite(path, *answer);
}

Result<> SshHost::writeFiles(const std::vector<HostContent> &files, const CancelToken &cancel)
{
    if (files.empty())
        return {};
    QByteArray all;
    QStringList arguments;
    for (const HostContent &file : files) {
        all += file.content;
        arguments << file.path << modeWord(file.executable) << QString::number(file.content.size());
    }
    auto answer = m_shell.stream(
        filesScript(), QStringList{u"writes"_s, QString::number(all.size())} + arguments,
        [&all]() -> Result<QByteArray> { return std::exchange(all, {}); }, {}, kIdleLimit, cancel);
    if (!answer)
        return answer.error();
    if (answer->exitCode == 0)
        return {};
    bool isNumber = false;
    const size_t done = answer->output.trimmed().toULong(&isNumber);
    return cannotWrite(isNumber && done < files.size() ? files[done].path : files.front().path, *answer);
}

Result<QByteArray> SshHost::readFile(const QString &path, qint64 offset, qint64 max, const CancelToken &cancel)
{
    QByteArray content;
    const auto keep = [&content, max](const QByteArray &piece) -> Result<> {
        content += piece.left(qsizetype(std::max<qint64>(0, max - content.size())));
        return {};
    };
    auto answer = m_shell.stream(filesScript(), {u"read"_s, path, QString::number(offset), QString::number(max)}, {},
                                 keep, kIdleLimit, cancel);
    if (!answer)
        return answer.error();
    if (answer->exitCode == kMissing)
        return Error::failed(u"file.missing"_s, tr("There is no file %1 on %2.").arg(path, m_places.host));
    if (answer->exitCode != 0)
        return fileFailed(u"file.cannotRead"_s, tr("%1 could not be read on %2.").arg(path, m_places.host), *answer);
    return content;
}

Result<qint64> SshHost::fileSize(const QString &path, const CancelToken &cancel)
{
    auto answer = m_shell.run(filesScript(), {u"size"_s, path}, kAnswerLimit, cancel);
    if (!answer)
        return answer.error();
    bool isNumber = false;
    const qint64 size = answer->output.trimmed().toLongLong(&isNumber);
    if (answer->exitCode != 0 || !isNumber)
        return fileFailed(u"file.cannotRead"_s, tr("%1 could not be looked at on %2.").arg(path, m_places.host),
                          *answer);
    return std::max<qint64>(size, -1);
}

Result<std::vector<HostFile>> SshHost::listFiles(const QString &folder, const CancelToken &cancel)
{
    QByteArray output;
    const auto keep = [&output, this, &folder](const QByteArray &piece) -> Result<> {
        output += piece;
        return output.size() <= kListMost
                   ? Result<>()
                   : Error::failed(u"host.tooManyFiles"_s,
                                   tr("The list of the files in %1 on %2 has no end.").arg(folder, m_places.host));
    };
    auto answer = m_shell.stream(filesScript(), {u"list"_s, folder}, {}, keep, kListLimit, cancel);
    if (!answer)
        return answer.error();
    if (answer->exitCode != 0)
        return fileFailed(u"file.cannotRead"_s,
                          tr("The folder %1 could not be listed on %2.").arg(folder, m_places.host), *answer);
    return parseFileList(output);
}

QString SshHost::localPath(const QString &path) const
{
    const QString runs = m_places.runsFolder + u'/';
    if (m_places.spoolFolder.isEmpty() || !path.startsWith(runs))
        return {};
    return m_places.spoolFolder + u'/' + path.mid(runs.size());
}

void SshHost::renew() { m_link->drop(); }

Result<SnapshotSummary> SshHost::receiveSnapshot(const SnapshotPlan &plan, const QString &folder, JobContext &context)
{
    return SnapshotUpload(m_shell, m_places.host, m_places.storeFolder, plan, folder, context).run();
}

} // namespace mooring
