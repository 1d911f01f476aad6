#pragma once

#include "core/base/files.h"
#include "core/base/process.h"
#include "core/runs/runhost.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace mooring::test {

/// A host whose machine is a temporary folder of this one: real files, real sh.
class FolderHost : public RunHost
{
public:
    QTemporaryDir folder;
    QString failAt; ///< a path that cannot be read, to see what becomes of the rest
    int reads = 0;

    QString run() const { return folder.filePath(QStringLiteral("run")); }
    void put(const QString &path, const QByteArray &content, QIODevice::OpenMode mode = QIODevice::WriteOnly)
    {
        QDir().mkpath(QFileInfo(run() + QLatin1Char('/') + path).path());
        QFile file(run() + QLatin1Char('/') + path);
        if (!file.open(mode) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
    }
    void append(const QString &path, const QByteArray &content) { put(path, content, QIODevice::Append); }

    QString runsFolder() const override { return folder.path(); }
    QString environmentsFolder() const override { return folder.filePath(QStringLiteral("environments")); }
    Result<QByteArray> runScript(const QByteArray &script, const QStringList &arguments,
                                 std::chrono::milliseconds limit, const CancelToken &cancel) override
    {
        Command command;
        command.program = QStringLiteral("/bin/sh");
        command.arguments = QStringList{QStringLiteral("-s"), QStringLiteral("--")} + arguments;
        command.input = script;
        command.limit = limit;
        const auto output = runCommand(command, cancel);
        if (!output)
            return output.error();
        if (!output->succeeded())
            return Error::failed(QStringLiteral("host.scriptFailed"), QStringLiteral("A script failed."))
                .withCause(QString::fromUtf8(output->errors.trimmed()));
        return output->output;
    }
    Result<> writeFile(const QString &path, const QByteArray &content, bool executable, const CancelToken &) override
    {
        return writeFileAtomically(path, content, executable ? 0700 : 0600);
    }
    Result<QByteArray> readFile(const QString &path, qint64 offset, qint64 max, const CancelToken &cancel) override
    {
        ++reads;
        if (cancel.isCanceled())
            return Error::canceled();
        if (path == failAt)
            return Error::of(ErrorKind::NotReachable, QStringLiteral("test.failed"),
                             QStringLiteral("The host does not answer."));
        return readFileRange(path, offset, max);
    }
    Result<qint64> fileSize(const QString &path, const CancelToken &) override
    {
        return QFileInfo::exists(path) ? QFileInfo(path).size() : -1;
    }
    Result<std::vector<HostFile>> listFiles(const QString &of, const CancelToken &) override
    {
        std::vector<HostFile> files;
        QDirIterator all(of, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            files.push_back({QFile::encodeName(path.mid(of.size() + 1)), all.fileInfo().size()});
        }
        std::sort(files.begin(), files.end(), [](const HostFile &a, const HostFile &b) { return a.path < b.path; });
        return files;
    }
    QString localPath(const QString &path) const override { return path; }
    Result<SnapshotSummary> receiveSnapshot(const SnapshotPlan &, const QString &, JobContext &) override
    {
        return Error::failed(QStringLiteral("test.none"), QStringLiteral("Not in this host."));
    }
};

} // namespace mooring::test
