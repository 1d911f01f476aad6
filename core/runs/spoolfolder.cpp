#include "core/runs/spoolfolder.h"

#include "core/base/files.h"
#include "core/runs/foldercursor.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunSpool", text); }

} // namespace

QByteArray SpoolFolder::pathOf(const QByteArray &name) const { return QFile::encodeName(m_folder) + '/' + name; }

qint64 SpoolFolder::sizeOf(const QByteArray &name) const
{
    struct stat info
    {
    };
    return stat(pathOf(name).constData(), &info) == 0 ? qint64(info.st_size) : 0;
}

QByteArray SpoolFolder::tailOf(const QByteArray &name, qint64 most) const
{
    const qint64 size = sizeOf(name);
    return readFileRange(QFile::decodeName(pathOf(name)), std::max<qint64>(0, size - most), most).valueOr({});
}

Error SpoolFolder::cannotWrite(const QString &path) const
{
    const bool full = errno == ENOSPC || errno == EDQUOT;
    Error error = Error::failed(full ? u"file.diskFull"_s : u"file.cannotWrite"_s,
                                tr("The copy of what the run prints, %1, could not be written.").arg(path))
                      .withCause(QString::fromLocal8Bit(strerror(errno)));
    if (full)
        error.fix = tr("Free some space on that disk: the copy then goes on where it stopped.");
    return error;
}

Result<> SpoolFolder::append(const QByteArray &name, const QByteArray &bytes, qint64 &written) const
{
    if (bytes.isEmpty())
        return {};
    const QByteArray path = pathOf(name);
    if (auto made = makeFolder(QFile::decodeName(folderOf(path))); !made)
        return made.error();
    const Descriptor file(open(path.constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    while (file.isOpen() && written < bytes.size()) {
        const auto n = write(file.get(), bytes.constData() + written, size_t(bytes.size() - written));
        if (n < 0 && errno != EINTR)
            return cannotWrite(QFile::decodeName(path));
        written += std::max<ssize_t>(0, n);
    }
    return file.isOpen() ? Result<>() : cannotWrite(QFile::decodeName(path));
}

void SpoolFolder::trimTo(const QByteArray &name, qint64 size) const
{
    if (sizeOf(name) > size)
        (void)truncate(pathOf(name).constData(), size);
}

bool SpoolFolder::makeDurable(const QByteArray &name) const
{
    const Descriptor file(open(pathOf(name).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    return file.isOpen() && fdatasync(file.get()) == 0;
}

} // namespace mooring
