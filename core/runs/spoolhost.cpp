#include "core/runs/spoolhost.h"

#include "core/base/files.h"
#include "core/runs/runspool.h"

#include <QDirIterator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunSpool", text); }

Error copyOnly()
{
    return Error::of(ErrorKind::NotReachable, u"run.copyOnly"_s,
                     tr("The run's own machine is needed for this. Here is only a copy of what the run printed."));
}

} // namespace

Result<QByteArray> SpoolHost::runScript(const QByteArray &, const QStringList &, std::chrono::milliseconds,
                                        const CancelToken &)
{
    return copyOnly();
}

Result<> SpoolHost::writeFile(const QString &, const QByteArray &, bool, const CancelToken &) { return copyOnly(); }

Result<QByteArray> SpoolHost::readFile(const QString &path, qint64 offset, qint64 max, const CancelToken &)
{
    return readFileRange(path, offset, max);
}

Result<qint64> SpoolHost::fileSize(const QString &path, const CancelToken &)
{
    const QFileInfo info(path);
    return info.isFile() ? info.size() : qint64(-1);
}

Result<std::vector<HostFile>> SpoolHost::listFiles(const QString &folder, const CancelToken &)
{
    if (folder.endsWith(u"/outputs"_s)) {
        const QString run = folder.chopped(8);
        return RunSpool(m_folder, run.mid(run.lastIndexOf(u'/') + 1)).state().outputs;
    }
    std::vector<HostFile> files;
    QDirIterator entry(folder, QDir::Files | QDir::NoSymLinks | QDir::Hidden, QDirIterator::Subdirectories);
    while (entry.hasNext()) {
        const QString path = entry.next();
        files.push_back({QFile::encodeName(path.mid(folder.size() + 1)), entry.fileInfo().size()});
    }
    std::sort(files.begin(), files.end(), [](const HostFile &a, const HostFile &b) { return a.path < b.path; });
    return files;
}

Result<SnapshotSummary> SpoolHost::receiveSnapshot(const SnapshotPlan &, const QString &, JobContext &)
{
    return copyOnly();
}

} // namespace mooring
