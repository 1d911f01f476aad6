#include "core/workspace/databasefile.h"

#include <QByteArray>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

// https://www.sqlite.org/fileformat2.html
constexpr int kHeaderSize = 100;
constexpr int kPageSizeAt = 16, kChangeCounterAt = 24, kPageCountAt = 28, kUserVersionAt = 60, kApplicationIdAt = 68,
              kValidForAt = 92;
constexpr int kLogHeaderSize = 32, kFrameHeaderSize = 24;

std::uint32_t number(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<std::uint32_t>(bytes.constData() + at);
}

qint64 pageSizeOf(const QByteArray &header)
{
    const auto stored = qFromBigEndian<std::uint16_t>(header.constData() + kPageSizeAt);
    return stored == 1 ? 65536 : stored;
}

/// The newest committed first page in the write-ahead log, or empty. A log that a crash left is applied by SQLite at
/// the next opening.
QByteArray headerInLog(const QString &path)
{
    QFile log(path + u"-wal"_s);
    if (!log.open(QIODevice::ReadOnly))
        return {};
    const QByteArray head = log.read(kLogHeaderSize);
    if (head.size() < kLogHeaderSize)
        return {};
    const qint64 pageSize = number(head, 8);
    if (pageSize < 512 || pageSize > 65536)
        return {};
    QByteArray committed, pending;
    for (qint64 at = kLogHeaderSize; log.seek(at); at += kFrameHeaderSize + pageSize) {
        const QByteArray frame = log.read(kFrameHeaderSize + kHeaderSize);
        if (frame.size() < kFrameHeaderSize + kHeaderSize || frame.mid(8, 8) != head.mid(16, 8))
            break; // of an earlier round of the log
        if (number(frame, 0) == 1)
            pending = frame.mid(kFrameHeaderSize);
        if (number(frame, 4) != 0 && !pending.isEmpty())
            committed = pending;
    }
    return committed;
}

QString problemOf(const QByteArray &header, qint64 size, bool hasLog)
{
    const qint64 pageSize = pageSizeOf(header);
    if (pageSize < 512 || (pageSize & (pageSize - 1)) != 0)
        return u"the page size in the header is %1"_s.arg(pageSize);
    const bool counted = number(header, kChangeCounterAt) == number(header, kValidForAt);
    const qint64 promised = qint64(number(header, kPageCountAt)) * pageSize;
    if (counted && !hasLog && size < promised)
        return u"the file has %1 bytes, its header promises %2"_s.arg(size).arg(promised);
    return {};
}

} // namespace

DatabaseFile DatabaseFile::inspect(const QString &path)
{
    DatabaseFile found;
    QFile file(path);
    if (!QFileInfo::exists(path))
        return found;
    found.kind = Kind::Damaged;
    // Another connection may be writing its log back: header first, then the pages, then the log goes. So the log is
    // looked for first and the size is read last; the other way round a good file looks cut.
    found.hasLog = QFileInfo(path + u"-wal"_s).size() > 0;
    found.size = file.size();
    if (!file.open(QIODevice::ReadOnly)) {
        found.problem = file.errorString();
        return found;
    }
    QByteArray header = file.read(kHeaderSize);
    if (header.size() < kHeaderSize) {
        found.problem = u"the file has only %1 bytes"_s.arg(found.size);
        return found;
    }
    if (!header.startsWith(QByteArray("SQLite format 3\0", 16))) {
        found.problem = u"the file is not an SQLite database"_s;
        return found;
    }
    if (const QByteArray newer = headerInLog(path); !newer.isEmpty())
        header = newer;
    if (number(header, kApplicationIdAt) != kApplicationId) {
        found.kind = Kind::NotOurs;
        found.problem = u"application_id is 0x%1"_s.arg(number(header, kApplicationIdAt), 8, 16, QLatin1Char('0'));
        return found;
    }
    found.size = file.size();
    found.hasLog = found.hasLog || QFileInfo(path + u"-wal"_s).size() > 0;
    found.problem = problemOf(header, found.size, found.hasLog);
    found.version = int(number(header, kUserVersionAt));
    if (found.problem.isEmpty() && found.version < 1)
        found.problem = u"the version is %1"_s.arg(found.version);
    if (found.problem.isEmpty())
        found.kind = Kind::Ours;
    return found;
}

} // namespace mooring
